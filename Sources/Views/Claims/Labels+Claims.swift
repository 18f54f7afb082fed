package import Regulation
package import Submissions

extension Labels {
    /// The rule in a sentence.
    package func words(for rule: AdvertisingRule) -> String {
        rule.names[language] ?? rule.names["en"] ?? rule.id
    }

    /// What may become of a text, and by which rule.
    package func words(for telling: Telling) -> String {
        let (code, who) = (telling.jurisdiction.rawValue, self["claims.columns.\(telling.audience.rawValue)"])
        guard telling.uncovered.isEmpty else {
            return text("claims.text.uncovered", code, telling.uncovered.map(\.rawValue).joined(separator: ", "))
        }
        let rule: String? =
            switch telling.said {
            case .rule(let rule), .asked(_, let rule): words(for: rule)
            case .noRule: nil
            }
        let words = text("claims.text.\(telling.answer.rawValue)", code, who)
        return rule.map { text("claims.text.by", words, $0) } ?? words
    }
}
