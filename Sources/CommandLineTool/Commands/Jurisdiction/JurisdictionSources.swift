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

            With --sample, so many of them drawn at random, to be held against their sources by a second person: of those \
            that are confirmed, or with --unconfirmed of the others. The same seed draws the same ones.

            EXAMPLES
              tasuki jurisdiction sources SG MY
              tasuki jurisdiction sources --unconfirmed --format csv
              tasuki jurisdiction sources --count
              tasuki jurisdiction sources --sample 40 --seed 7
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

    @Option(help: "Only so many, drawn at random.")
    var sample: Int?

    @Option(help: "The number that the draw follows from (default: 1).")
    var seed: UInt64?

    func validate() throws {
        if let sample, sample < 1 { throw ValidationError("--sample takes a number above 0") }
        guard sample == nil || !count else { throw ValidationError("--sample and --count do not go together") }
        guard seed == nil || sample != nil else { throw ValidationError("--seed goes with --sample") }
    }

    func run() async throws {
        let labels = try global.reporting(nil) { try global.labels() }
        try global.reporting(labels) {
            let configuration = try global.configuration()
            let facts = try global.jurisdictions(codes).flatMap { jurisdiction in
                jurisdiction.facts + (try configuration.calendarFacts(of: jurisdiction))
            }
            if let sample {
                try output.print(drawn(sample, from: facts, labels))
            } else {
                try output.print(count ? counted(FactCounts(labels: labels, facts: facts)) : listed(facts, labels))
            }
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

    private func drawn(_ count: Int, from facts: [Fact], _ labels: Labels) -> Answer {
        let all = facts.filter { ($0.source.confidence == .unconfirmed) == unconfirmed }
        let seed = seed ?? 1
        let shown = all.sample(of: count, seed: seed)
        let note = labels.text("jurisdiction.sample", "\(shown.count)", "\(all.count)", "\(seed)")
        return Answer(
            display: { FactsText(labels: labels).text(shown, width: $0) + "\n" + note },
            payload: { .array(shown.map(\.json)) },
            sheet: { FactsText.csv(shown) }
        )
    }

    private func counted(_ counts: FactCounts) -> Answer {
        Answer(display: { counts.table.text(width: $0) }, payload: { counts.json }, sheet: { counts.csv })
    }
}
