import Engine
package import Regulation
import Submissions

/// What the fees of one way to file are more than those of another, as far as both are known.
package struct FeeDifference: Hashable, Sendable {
    /// By how much, in one currency: the ends differ where one of two fees is owed and nobody knows yet which.
    package struct Sum: Hashable, Sendable {
        package let least: Money
        package let most: Money
    }

    /// A fee without an amount; without a name where no fee of the country's route is configured.
    package struct Gap: Hashable, Sendable {
        package let jurisdiction: JurisdictionCode
        package let rule: FeeRule?
    }

    /// By currency; empty where what is known is the same.
    package let sums: [Sum]
    package let unknown: [Gap]

    /// The sums where all is known and nothing is open.
    package var exact: [Money]? {
        unknown.isEmpty && sums.allSatisfy { $0.least == $0.most } ? sums.map(\.least) : nil
    }

    /// Whether of two fees one is owed, and nobody knows yet which.
    package var isOpen: Bool { sums.contains { $0.least != $0.most } }

    /// What the second costs more than the first.
    ///
    /// A fee that both have without an amount cancels out, as does which of two fees is owed where it is owed by both ways.
    /// What is asked for in some cases only is left out: whether it is owed is not known yet.
    package init(from first: [PlannedCountry], to second: [PlannedCountry]) {
        let (before, after) = (Bill(first), Bill(second))
        var ends: [String: (least: Int64, most: Int64)] = [:]
        for key in Set(before.items.keys).union(after.items.keys) {
            let (old, new) = (before.items[key], after.items[key])
            for currency in Set((old ?? [:]).values.map(\.currency)).union((new ?? [:]).values.map(\.currency)) {
                let (own, other) = (Self.units(new, currency), Self.units(old, currency))
                let steps =
                    Set(own.keys) == Set(other.keys)
                    ? own.map { $0.value - other[$0.key, default: 0] }
                    : (own.isEmpty ? [0] : Array(own.values)).flatMap { more in
                        (other.isEmpty ? [0] : Array(other.values)).map { more - $0 }
                    }
                ends[currency, default: (0, 0)].least += steps.min() ?? 0
                ends[currency, default: (0, 0)].most += steps.max() ?? 0
            }
        }
        sums = ends.filter { $0.value != (0, 0) }.sorted { $0.key < $1.key }.compactMap { currency, end in
            guard let least = Money(currency: currency, minorUnits: end.least),
                let most = Money(currency: currency, minorUnits: end.most)
            else { return nil }
            return Sum(least: least, most: most)
        }
        let cancelled = Set(before.gaps.filter { $0.rule != nil }.map(\.key))
            .intersection(after.gaps.filter { $0.rule != nil }.map(\.key))
        unknown = (before.gaps + after.gaps).filter { !cancelled.contains($0.key) }.uniqued()
            .sorted { ($0.jurisdiction, $0.rule?.id.rawValue ?? "") < ($1.jurisdiction, $1.rule?.id.rawValue ?? "") }
    }

    private static func units(_ options: [FeeID: Money]?, _ currency: String) -> [FeeID: Int64] {
        (options ?? [:]).filter { $0.value.currency == currency }.mapValues(\.minorUnits)
    }
}

extension FeeDifference.Gap {
    fileprivate var key: String { "\(jurisdiction).\(rule?.id.rawValue ?? "")" }
}

/// What some countries ask for: for each fee its amounts, of which one is owed.
private struct Bill {
    private(set) var items: [String: [FeeID: Money]] = [:]
    private(set) var gaps: [FeeDifference.Gap] = []

    init(_ countries: [PlannedCountry]) {
        for country in countries {
            // A route of which no fee is configured is not known to be free.
            guard let advice = country.advice, !advice.fees.isEmpty else {
                gaps.append(.init(jurisdiction: country.jurisdiction, rule: nil))
                continue
            }
            for fee in advice.fees where fee.gap != .otherClasses && fee.rule.due != .other {
                let key = "\(country.jurisdiction).\(fee.rule.insteadOf ?? fee.rule.id)"
                if let amount = fee.amount {
                    items[key, default: [:]][fee.rule.id] = amount
                } else if fee.rule.insteadOf == nil {
                    gaps.append(.init(jurisdiction: country.jurisdiction, rule: fee.rule))
                }
            }
        }
    }
}
