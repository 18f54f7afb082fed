import Engine
package import Regulation
import Submissions

/// Ways to file one product in the same countries, held against each other.
package struct StrategyComparison: Hashable, Sendable {
    package let on: CivilDate
    /// The day from which the days are counted.
    package let start: CivilDate
    package let strategies: [ComparedStrategy]
    /// The claims that a first stage would cover, where they are named.
    package let stageClaims: [ClaimID]
    /// Countries that could decide in two stages, which is left out because nobody named the claims of the first.
    package let withoutStage: [JurisdictionCode]

    /// Every country that some strategy files in, in order.
    package var countries: [JurisdictionCode] {
        strategies.flatMap { $0.plan.countries.map(\.jurisdiction) }.uniqued()
    }
}

/// One of them.
package struct ComparedStrategy: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case chosen, alone
        /// By approvals that the product holds already.
        case held
        case after(JurisdictionCode)
        case bundled
        case own(FilingStrategy)
    }

    package let kind: Kind
    /// Whether a country that offers it decides in two stages.
    package let isTwoStage: Bool
    package let plan: Plan
    /// Fees more or less than by the first strategy, by currency.
    package let feeDifference: FeeDifference

    package var first: (jurisdiction: JurisdictionCode, day: CivilDate)? { plan.byMarket.first }
    package var last: (jurisdiction: JurisdictionCode, day: CivilDate)? { plan.byMarket.last }

    /// The days between the first market and the last; nil where a country cannot be reckoned.
    package var lag: Int? {
        guard plan.unreckoned.isEmpty, let first, let last else { return nil }
        return last.day.dayNumber - first.day.dayNumber
    }

    /// Countries where the route is closed to the product by a confirmed rule, or not in force.
    package var closed: [JurisdictionCode] {
        plan.countries.filter { $0.advice.map { $0.answer == .closed } ?? true }.map(\.jurisdiction)
    }
}

/// What an approval of one country saves in another.
package struct Saving: Hashable, Sendable {
    package let jurisdiction: JurisdictionCode
    package let names: [String: String]
    /// By the route that rests on the approval, filed on the same day as without.
    package let with: PlannedCountry
    package let without: PlannedCountry
    /// Fees more, or where negative fewer, without the approval, by currency.
    package let feeDifference: FeeDifference

    package var days: Int? {
        guard let with = with.time?.days, let without = without.time?.days else { return nil }
        return without - with
    }
}
