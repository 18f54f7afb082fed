import ArgumentParser
import Views

struct LetterShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what is known of one document.",
        discussion: """
            Its bytes are read and held against the digest in the log.

            EXAMPLES
              tasuki letter show colon-cade#17
              tasuki letter show colon-cade#17.2 --format json
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "The letter, such as colon-cade#17, as 'tasuki letter list' names it.")
    var letter: LetterArgument

    func run() async throws {
        try await global.run { workspace, labels in
            let found = try await workspace.letter(letter.id, labels).letter
            let text = LetterText(labels: labels)
            try output.print(
                Answer(
                    display: { text.details(found, width: $0) },
                    payload: { found.json(labels: labels) },
                    sheet: { text.csv([found]) }
                )
            )
        }
    }
}
