import ArgumentParser
import Engine
import Views

struct LetterConfirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Say for your body that it did what the applicant typed in from its letter.",
        discussion: """
            A body that acts here itself is asked of every letter that was typed in in its name: 'tasuki work' lists \
            them. The entry stays as it is. A correction by the applicant asks anew.

            EXAMPLES
              tasuki letter confirm colon-cade#18 --as officer@HSA
              tasuki letter confirm colon-cade#18 --as officer@HSA --dry-run
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var basis: BasisOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "The event, such as colon-cade#17 ('tasuki history' numbers them).")
    var event: EventReferenceArgument

    func run() async throws {
        try await global.run { workspace, labels in
            try await basis.rehearsal(workspace, labels, output).carryOut { tasuki in
                try await tasuki.answerLetter(
                    event.number,
                    in: event.submission,
                    by: try actor.actor(),
                    expecting: basis.expect,
                    key: basis.key
                )
            } telling: { acceptance in
                try output.print(event.answer("answers.letterConfirmed", acceptance, labels))
            }
        }
    }
}

extension EventReferenceArgument {
    /// What became of the event, and by which one.
    func answer(_ key: String, _ acceptance: Acceptance, _ labels: Labels) -> Answer {
        Answer(
            display: { _ in labels.text(key, "\(self)", "#\(acceptance.events.lowerBound)") },
            payload: { acceptance.json }
        )
    }
}
