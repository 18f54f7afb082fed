import Engine
package import Regulation

/// Who accepts whose approval on a day, and from when what is decided already.
package struct RelianceOverview: Sendable {
    /// Whether one country accepts another's approval.
    package enum Standing: Hashable, Sendable {
        case no
        /// On the day of the overview; of several rules the one that asks for the fewest approvals, then one that is confirmed.
        case accepted(RelianceRule)
        /// Only from a later day on.
        case later(RelianceRule)
    }

    package let date: CivilDate
    /// What is in force on the day or later.
    package let rules: [RelianceRule]
    /// Who rests on others, in the order of the configuration.
    package let relying: [Jurisdiction]
    /// Who rests on nobody.
    package let independent: [Jurisdiction]
    /// Whose approvals count somewhere: first those that most countries accept.
    package let references: [JurisdictionCode]

    /// - Parameters:
    ///   - jurisdictions: The countries that may accept.
    ///   - date: The day; what ended before it is left out.
    ///   - reference: Only rules on which this country's approval counts, where one is given.
    package init(_ jurisdictions: [Jurisdiction], on date: CivilDate, of reference: JurisdictionCode? = nil) {
        self.date = date
        let rules = jurisdictions.flatMap(\.relianceRules).filter { rule in
            let counts = reference.map { rule.references.contains($0) } ?? true
            return counts && (rule.window.until ?? .latest) >= date
        }
        self.rules = rules
        let accepting = Set(rules.map(\.jurisdiction))
        relying = jurisdictions.filter { accepting.contains($0.code) }
        independent = jurisdictions.filter { !accepting.contains($0.code) }
        let takers = rules.reduce(into: [JurisdictionCode: Set<JurisdictionCode>]()) { found, rule in
            for code in rule.references { found[code, default: []].insert(rule.jurisdiction) }
        }
        references = takers.keys.sorted { left, right in
            let (first, second) = (takers[left]?.count ?? 0, takers[right]?.count ?? 0)
            return first == second ? left < right : first > second
        }
    }

    package func standing(of reference: JurisdictionCode, in jurisdiction: JurisdictionCode) -> Standing {
        let fitting = rules.filter { $0.jurisdiction == jurisdiction && $0.references.contains(reference) }
        let now = fitting.filter { $0.window.contains(date) }
        if let best = now.min(by: isEasier) { return .accepted(best) }
        let next = fitting.min { ($0.window.from ?? .earliest) < ($1.window.from ?? .earliest) }
        return next.map(Standing.later) ?? .no
    }

    /// How many countries accept the approval on the day.
    package func count(accepting reference: JurisdictionCode) -> Int {
        relying.count { if case .accepted = standing(of: reference, in: $0.code) { true } else { false } }
    }

    private func isEasier(_ left: RelianceRule, _ right: RelianceRule) -> Bool {
        (left.needed, left.isConfirmed(on: date) ? 0 : 1) < (right.needed, right.isConfirmed(on: date) ? 0 : 1)
    }
}
