import ArgumentParser
import CanonicalJSON
import Engine
import Regulation
import Submissions
import Views

struct ExplainDate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "date",
        abstract: "Explain a date: its rule and source, every day counted, what is not certain and what would move it.",
        discussion: """
            A memo to keep with the file, about any date of 'tasuki due': a deadline, one that was missed, the target of \
            a clock, an answer, an obligation, a yearly fee, the end of an approval or its renewal. A clock can be named \
            after it has stopped, too.

            A case with one date has it explained; of several those there are are listed, with the name of each. JSON \
            has every date with every day of its count, CSV the days alone. The server shows the same as a page to \
            print, from each date of a submission's page.

            EXAMPLES
              tasuki explain date colon-cade/SG
              tasuki explain date colon-cade/SG review --lang ja
              tasuki explain date colon-cade JP/q-3 --as-of 2026-07-01
              tasuki explain date colon-cade --all
              tasuki explain date colon-cade/SG review --format json
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "A case such as colon-cade/SG, or a submission.")
    var subject: String

    @Argument(help: "The name of the date, as listed without it; of a submission with the case, such as SG/review.")
    var duty: String?

    @Flag(help: "Explain all dates, one behind the other.")
    var all = false

    @Option(help: "What was known at the end of that day in the workspace's zone, or at that instant.")
    var asOf: String?

    func run() async throws {
        try await global.run { workspace, labels in
            let reference = CaseReferenceArgument(argument: subject)
            let report = try await workspace.tasuki.memos(
                of: reference?.submission ?? SubmissionName(subject),
                case: reference?.name,
                duty: duty,
                asOf: try await AsOf.instant(asOf, in: workspace.tasuki)
            )
            let text = MemoTable(labels: labels, report: report, subject: subject)
            let isList = duty == nil && !all && report.memos.count > 1
            try output.print(
                Answer(
                    display: { isList ? text.list(width: $0) : text.memos(width: $0) },
                    payload: { report.json(labels: labels) },
                    sheet: { text.csv() }
                )
            )
        }
    }
}
