import ArgumentParser
import Engine
import Regulation
import SQLiteStore
import Submissions
import Views

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show where each country stands, whose turn it is and what is due.",
        discussion: """
            One row per case, those that have ended too, and what is still to be filed under them. A star \
            marks a figure or a due date that no \
            official source confirms; (案) marks a procedure that is only proposed.

            EXAMPLES
              tasuki status
              tasuki status colon-cade --as-of 2026-07-01
              tasuki status --country SG --all --lang ja
              tasuki status --format json
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "The submission (default: all).")
    var submission: String?

    @OptionGroup var page: PageOptions

    @Option(help: "Only this jurisdiction.")
    var country: String?

    @Flag(help: "Also cases whose place another case took.")
    var all = false

    @Option(help: "What was known at the end of that day in the workspace's zone, or at that instant.")
    var asOf: String?

    func run() async throws {
        try await global.run { workspace, labels in
            let instant = try await AsOf.instant(asOf, in: workspace.tasuki)
            let country = try country.map { try workspace.jurisdiction($0) }
            var reports: [StatusReport] = []
            for name in try await workspace.names(submission, page, labels) {
                do {
                    reports.append(
                        try await workspace.tasuki.status(
                            of: name,
                            asOf: instant,
                            country: country,
                            includingReplaced: all
                        )
                    )
                } catch EngineError.noSuchSubmission where submission == nil {
                    // It had not been opened yet at that instant.
                    continue
                }
            }
            let text = StatusText(labels: labels, shell: ShellWords(global))
            try output.print(
                Answer(
                    display: { text.tables(reports, width: $0) },
                    json: { StatusReport.jsonText(reports, labels: labels) },
                    sheet: { text.csv(reports) }
                )
            )
        }
    }
}

extension Workspace {
    func jurisdiction(_ text: String) throws -> JurisdictionCode { try tasuki.jurisdiction(named: text) }
}
