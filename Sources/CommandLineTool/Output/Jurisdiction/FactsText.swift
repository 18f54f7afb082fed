import Engine
import Regulation
import Views

/// Facts of the configuration, each with its source.
struct FactsText {
    let labels: Labels

    /// Two lines or more for each fact: its place and value, and below them the source.
    func text(_ facts: [Fact], width: Int) -> String {
        let lines = facts.flatMap { fact -> [String] in
            let mark = fact.source.confidence == .unconfirmed ? "*" : " "
            let words = JurisdictionWords(labels: labels)
            let source = [words.window(fact.window), words.source(fact.source)].compactMap(\.self)
            let value = fact.value ?? labels["advice.gap.unstated"]
            return TextWidth.hanging(mark, "\(fact.path) = \(value)", to: width)
                + TextWidth.hanging("   ", source.joined(separator: " · "), to: width)
        }
        let count = FactCount(facts)
        let summary = labels.text("jurisdiction.facts", "\(facts.count)", "\(count.confirmed)", "\(count.unconfirmed)")
        return (lines + (lines.isEmpty ? [] : [""]) + TextWidth.wrap(summary, to: width)).joined(separator: "\n")
    }

    static func csv(_ facts: [Fact]) -> [[String]] {
        [Fact.columns] + facts.map { fact in fact.cells.map { $0 ?? "" } }
    }
}
