import ArgumentParser
import Engine
import Foundation
import Pages
import Regulation
import Views

struct JurisdictionReliance: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reliance",
        abstract: "Show who accepts whose approval, by which route and from when.",
        discussion: """
            A matrix first: rows accept, columns are accepted. Then each route that rests on approvals of others, with \
            its days and its source. A route may ask for more than the approval: 'show' tells its conditions, and 'routes' \
            judges them for a product.

            EXAMPLES
              tasuki jurisdiction reliance
              tasuki jurisdiction reliance --of US --on 2027-04-01
              tasuki jurisdiction reliance --svg reliance.svg --lang ja
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption
    @OptionGroup var rehearsal: DryRunOption

    @Argument(help: "The countries that accept, as ISO 3166-1 codes (default: all).")
    var codes: [String] = []

    @Option(help: "Only where approvals of this country count.")
    var of: String?

    @Option(help: "The day (default: today).")
    var on: String?

    @Option(help: "Write the picture to this file.")
    var svg: String?

    func run() async throws {
        let labels = try global.reporting(nil) { try global.labels() }
        let today = try await global.today()
        try global.reporting(labels) {
            let overview = RelianceOverview(
                try global.jurisdictions(codes),
                on: try on.map { try CivilDate.typed($0) } ?? today,
                of: of.map { JurisdictionCode($0.uppercased()) }
            )
            if let svg {
                try Destination(svg).put(ReliancePicture.svg(overview, labels: labels), rehearsal.dryRun)
                Terminal.print(labels.rehearsed(labels.text("answers.wrote", svg), rehearsal.dryRun))
                return
            }
            let text = RelianceText(labels: labels, overview: overview)
            try output.print(
                Answer(display: { text.text(width: $0) }, payload: { overview.json }, sheet: { text.csv })
            )
        }
    }
}
