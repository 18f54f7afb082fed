import ArgumentParser
import CanonicalJSON
import Definitions
import Engine
import Regulation
import Views

struct JurisdictionSources: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract: "List every fact of the configuration with its source, what is unconfirmed first.",
        discussion: """
            One fact is one figure or statement: its place in the file, its value, how sure it is, the date of the \
            source, the source and its address. Working calendars are among them, year by year.

            EXAMPLES
              tasuki jurisdiction sources SG MY
              tasuki jurisdiction sources --unconfirmed --format csv
              tasuki jurisdiction sources --count
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "ISO 3166-1 codes (default: all).")
    var codes: [String] = []

    @Flag(help: "Only what no official source confirms.")
    var unconfirmed = false

    @Flag(help: "How many facts are confirmed and unconfirmed, country by country.")
    var count = false

    func run() async throws {
        let labels = try global.reporting(nil) { try global.labels() }
        try global.reporting(labels) {
            let configuration = try global.configuration()
            let facts = try global.jurisdictions(codes).flatMap { jurisdiction in
                jurisdiction.facts + (try configuration.calendarFacts(of: jurisdiction))
            }
            try output.print(count ? counted(FactCounts(labels: labels, facts: facts)) : listed(facts, labels))
        }
    }

    private func listed(_ facts: [Fact], _ labels: Labels) -> Answer {
        let shown = facts.unconfirmedFirst().filter { !unconfirmed || $0.source.confidence == .unconfirmed }
        return Answer(
            display: { FactsText(labels: labels).text(shown, width: $0) },
            payload: { .array(shown.map(\.json)) },
            sheet: { FactsText.csv(shown) }
        )
    }

    private func counted(_ counts: FactCounts) -> Answer {
        Answer(display: { counts.table.text(width: $0) }, payload: { counts.json }, sheet: { counts.csv })
    }
}
