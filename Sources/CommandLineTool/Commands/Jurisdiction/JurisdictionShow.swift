import ArgumentParser
import Engine
import Regulation
import Views

struct JurisdictionShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one country or region: laws, classes, bodies, routes, clocks, fees, and what follows approval.",
        discussion: """
            Every figure names its source by a number; the sources stand at the end. A star marks what no official \
            source confirms. With --format csv, every fact on a line, as 'sources' writes it.

            EXAMPLES
              tasuki jurisdiction show SG
              tasuki jurisdiction show MY --on 2026-02-01
              tasuki jurisdiction show TW --format json
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "The ISO 3166-1 code.")
    var code: String

    @Option(help: "Only the versions in force on this day.")
    var on: String?

    func run() async throws {
        let labels = try global.reporting(nil) { try global.labels() }
        try global.reporting(labels) {
            let date = try on.map { try CivilDate.typed($0) }
            for found in try global.jurisdictions([code]) {
                let jurisdiction = date.map { found.inForce(on: $0) } ?? found
                try output.print(
                    Answer(
                        display: { width in
                            var text = JurisdictionText(labels: labels, width: width)
                            return text.text(jurisdiction, on: date)
                        },
                        payload: { jurisdiction.json },
                        sheet: { FactsText.csv(jurisdiction.facts) }
                    )
                )
            }
        }
    }
}
