import ArgumentParser
import Engine
import Regulation
import Submissions
import Views

struct CorrectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract:
            "Put right what a person recorded; the event stays, and everything is as if it had been right from the start.",
        discussion: """
            Clocks, deadlines, registrations, fees and other cases follow, and so does what Tasuki itself did in consequence.
            Where a later act of a person could not have been done so, that event is named: put it right first.
            Of a filing, classes.CC is the class under which the device was filed in a country; of an act, its fields.

            EXAMPLES
              tasuki correct colon-cade#41 --as officer@HSA --set number=DE0009 --reason "digit mistyped"
              tasuki correct colon-cade#17 --on 2026-05-11 --reason "the letter is dated the day before"
              tasuki correct colon-cade#2 --on 2026-04-06 --reason "the day of the filing"
              tasuki correct colon-cade#2 --set classes.SG=C --reason "filed as class B by mistake"
              tasuki correct colon-cade#52 --reverse --reason "recorded for the wrong country"
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var basis: BasisOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "The event, such as colon-cade#17 ('tasuki history' numbers them).")
    var event: EventReferenceArgument

    @Option(help: "A field with its right value; may be given several times.")
    var set: [String] = []

    @Option(help: "The right date.")
    var on: DateArgument?

    @Flag(help: "Take the whole action back: only who recorded it may, and only while no person went on from it.")
    var reverse = false

    @Option(help: "Why; it is kept beside the log and shown with the correction.")
    var reason: String

    func run() async throws {
        try await global.run { workspace, labels in
            try await basis.rehearsal(workspace, labels, output).carryOut { tasuki in
                reverse ? try await reversed(tasuki) : try await corrected(tasuki)
            } telling: { acceptance in
                let key = reverse ? "answers.takenBack" : "answers.corrected"
                try output.print(
                    Answer(
                        display: { _ in labels.text(key, "\(event)", "#\(acceptance.events.lowerBound)") },
                        payload: { acceptance.json }
                    )
                )
            }
        }
    }

    private func reversed(_ tasuki: Tasuki) async throws -> Acceptance {
        guard set.isEmpty, on == nil else { throw Failure(.usage, "--reverse takes neither --set nor --on") }
        return try await tasuki.reverse(
            event.number,
            in: event.submission,
            by: try actor.actor(),
            reason: reason,
            expecting: basis.expect,
            key: basis.key
        )
    }

    private func corrected(_ tasuki: Tasuki) async throws -> Acceptance {
        try await tasuki.correct(
            CorrectionRequest(
                submission: event.submission,
                event: event.number,
                actor: try actor.actor(),
                fields: try FieldSettings(payload: nil, settings: set).fields,
                date: try on?.date(),
                reason: reason,
                expectedVersion: basis.expect,
                key: basis.key
            )
        )
    }
}

/// An event as people type it: `colon-cade#17`.
struct EventReferenceArgument: ExpressibleByArgument, CustomStringConvertible {
    let submission: SubmissionName
    let number: Int

    init?(argument: String) {
        let parts = argument.split(separator: "#", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, let number = Int(parts[1]), number > 0 else { return nil }
        submission = SubmissionName(String(parts[0]))
        self.number = number
    }

    var description: String { "\(submission)#\(number)" }
}
