import ArgumentParser
import CanonicalJSON
import Engine
import Regulation
import Submissions
import Views

struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Show everything that happened to a case or a submission, as it was recorded.",
        discussion: """
            The number in the first column names the event: 'tasuki correct colon-cade#17 …' corrects it.

            EXAMPLES
              tasuki history colon-cade/SG
              tasuki history colon-cade --format json
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "A case such as colon-cade/SG, or a submission.")
    var subject: String

    @Option(help: "What was known at the end of that day in the workspace's zone, or at that instant.")
    var asOf: String?

    func run() async throws {
        try await global.run { workspace, labels in
            let reference = CaseReferenceArgument(argument: subject)
            let name = reference?.submission ?? SubmissionName(subject)
            let entries = try await workspace.tasuki.history(
                of: name,
                case: reference?.name,
                asOf: try await AsOf.instant(asOf, in: workspace.tasuki),
                reading: ManifestText.read
            )
            let text = HistoryText(labels: labels, submission: name)
            try output.print(
                Answer(
                    display: { text.table(entries, width: $0) },
                    payload: { .array(entries.map { $0.json(of: name) }) },
                    sheet: { text.csv(entries) }
                )
            )
        }
    }
}
