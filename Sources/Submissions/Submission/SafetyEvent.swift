package import Regulation

/// What a case knows of the event of which it reports, as far as that decides under which rule it falls.
package struct SafetyEvent: Hashable, Sendable {
    package let kind: SafetyEventKind
    /// Where it happened; `nil` where nobody said so.
    package let country: JurisdictionCode?

    /// Nothing where no kind was named.
    package init?(_ variables: [VariableName: String]) {
        guard let kind = variables["kind"].flatMap(SafetyEventKind.init(rawValue:)) else { return nil }
        self.kind = kind
        // What is no code of a country names none, and so excludes no rule.
        country = variables["occurredIn"].flatMap { LanguageCodes.isCountry($0) ? JurisdictionCode($0) : nil }
    }

    /// The rule of the jurisdiction under which the event falls.
    package func rule(in jurisdiction: Jurisdiction) -> SafetyRule? { jurisdiction.safetyRule(for: kind, in: country) }
}
