import ArgumentParser
import Definitions
import Engine
import Regulation
import Submissions
import Views

struct DossierReportOutline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report-outline",
        abstract: "Print the outline of a review report as Markdown, one section per heading of the dossier.",
        discussion: """
            Under each heading that a country requires: the documents filed for it in their latest revision, and the \
            questions about it with their answers. The sections are those of the dossier, so that report and dossier \
            share one tree (IMDRF GRRP WG/N71). It judges nothing.

            EXAMPLES
              tasuki dossier report-outline colon-cade SG > review-report.md
              tasuki dossier report-outline colon-cade --lang ja
            """
    )

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The submission.")
    var submission: String

    @Argument(help: "The countries that the report is for (default: every target).")
    var countries: [String] = []

    func run() async throws {
        try await global.run { workspace, labels in
            let codes = try countries.map { try workspace.jurisdiction($0) }
            let outline = try await workspace.tasuki.reportOutline(
                of: SubmissionName(submission),
                for: codes.isEmpty ? nil : codes
            )
            let crosswalk = try DossierCrosswalk(workspace.configuration)
            let names = try workspace.configuration.jurisdictions().reduce(into: [JurisdictionCode: String]()) {
                $0[$1.code] = $1.names[labels.language]
            }
            let text = DossierOutlineText(labels: labels, outline: outline, crosswalk: crosswalk, names: names)
            Terminal.print(text.markdown())
        }
    }
}
