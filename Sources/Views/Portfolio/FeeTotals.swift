import Engine
package import Regulation
package import Submissions

/// Sums of a fee ledger, each in one currency: sums of two currencies are never added.
package struct FeeTotals: Hashable, Sendable {
    private var sums: [String: [FeeEntry.Kind: Money]] = [:]
    /// Entries that name no amount.
    package private(set) var withoutAmount = 0

    package init(_ entries: [FeeEntry]) {
        for entry in entries {
            guard let amount = entry.amount else {
                withoutAmount += 1
                continue
            }
            let before = sums[amount.currency]?[entry.kind]?.minorUnits ?? 0
            let (sum, overflow) = before.addingReportingOverflow(amount.minorUnits)
            // Nobody pays such a sum; a ledger that claims it must still be shown.
            let units = overflow ? (before < 0 ? Int64.min : Int64.max) : sum
            sums[amount.currency, default: [:]][entry.kind] = Money(currency: amount.currency, minorUnits: units)
        }
    }

    /// The currencies by their codes.
    package var currencies: [String] { sums.keys.sorted() }

    /// The sum of one kind of entry; `nil` where there is none.
    package func sum(of kind: FeeEntry.Kind, in currency: String) -> Money? { sums[currency]?[kind] }
}
