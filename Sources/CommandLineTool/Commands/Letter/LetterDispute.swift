import ArgumentParser
import Engine
import Views

struct LetterDispute: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispute",
        abstract: "Say for your body that it did not do what the applicant typed in from its letter.",
        discussion: """
            Nothing is undone: the applicant has to correct the entry or take it back, until your body confirms it.

            EXAMPLES
              tasuki letter dispute colon-cade#18 --reason "accepted on the 13th" --as officer@HSA
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var basis: BasisOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "The event, such as colon-cade#17 ('tasuki history' numbers them).")
    var event: EventReferenceArgument

    @Option(help: "What is not so; it is kept beside the log and shown to the applicant.")
    var reason: String

    func run() async throws {
        try await global.run { workspace, labels in
            try await basis.rehearsal(workspace, labels, output).carryOut { tasuki in
                try await tasuki.answerLetter(
                    event.number,
                    in: event.submission,
                    by: try actor.actor(),
                    disputing: reason,
                    expecting: basis.expect,
                    key: basis.key
                )
            } telling: { acceptance in
                try output.print(event.answer("answers.letterDisputed", acceptance, labels))
            }
        }
    }
}
