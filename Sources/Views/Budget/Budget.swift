import Engine
package import Regulation
import Submissions

/// What the regulatory life of a product costs: per fee, per currency and, with rates, in one's own.
package struct Budget: Hashable, Sendable {
    package let product: ProductID
    package let on: CivilDate
    package let lines: [BudgetLine]
    package let yearly: [YearlyFee]
    /// Where a decision is asked for by a route of which no rule states a fee: whether it is free is not known.
    package let unstated: [BudgetLine.Place]

    package init(
        product: ProductID,
        on date: CivilDate,
        lines: [BudgetLine],
        yearly: [YearlyFee],
        unstated: [BudgetLine.Place] = []
    ) {
        self.product = product
        on = date
        self.lines = lines
        self.yearly = yearly
        self.unstated = unstated
    }

    /// One total for each currency, by their codes.
    package var totals: [BudgetTotal] {
        let currencies = Set(lines.compactMap(\.amount?.currency) + yearly.compactMap(\.amount?.currency))
        return currencies.sorted().compactMap { BudgetTotal(of: self, in: $0) }
    }

    /// Lines that would count, did somebody know their amount.
    package var withoutAmount: [BudgetLine] { lines.filter { $0.standing.counts && $0.amount == nil } }
}

/// Sums of a budget in one currency: sums of two currencies are never added.
package struct BudgetTotal: Hashable, Sendable {
    package let currency: String
    /// Paid, less what was refunded.
    package let paid: Money
    package let invoiced: Money
    package let quoted: Money
    package let expected: Money
    /// All of it.
    package let sum: Money
    /// All of it, where of each choice the cheapest fee is asked for.
    package let least: Money
    /// All of it, where of each choice the dearest fee is asked for.
    package let most: Money
    /// What comes again every year.
    package let yearly: Money

    /// `nil` where no currency has that code.
    init?(of budget: Budget, in currency: String) {
        func money(_ units: Int64) -> Money? { Money(currency: currency, minorUnits: units) }
        func units(_ amounts: [Money?]) -> Int64 {
            amounts.compactMap(\.self).filter { $0.currency == currency }.reduce(Int64(0)) {
                $0.addingClamped($1.minorUnits)
            }
        }
        func units(of standing: BudgetLine.Standing) -> Int64 {
            units(budget.lines.filter { $0.standing == standing }.map(\.amount))
        }
        let parts = [
            units(of: .paid).addingClamped(-units(of: .refunded)), units(of: .invoiced), units(of: .quoted),
            units(of: .expected),
        ]
        let all = parts.reduce(Int64(0)) { $0.addingClamped($1) }
        let everyYear = units(budget.yearly.filter { !$0.isFurtherYear }.map(\.amount))
        let choices = budget.choices(in: currency)
        let less = choices.reduce(Int64(0)) { $0.addingClamped(($1.min() ?? 0) - $1[0]) }
        let more = choices.reduce(Int64(0)) { $0.addingClamped(($1.max() ?? 0) - $1[0]) }
        guard let paid = money(parts[0]), let invoiced = money(parts[1]), let quoted = money(parts[2]),
            let expected = money(parts[3]), let sum = money(all), let least = money(all.addingClamped(less)),
            let most = money(all.addingClamped(more)), let yearly = money(everyYear)
        else { return nil }
        self.currency = currency
        self.paid = paid
        self.invoiced = invoiced
        self.quoted = quoted
        self.expected = expected
        self.sum = sum
        self.least = least
        self.most = most
        self.yearly = yearly
    }
}

extension Budget {
    /// The amounts of which one will be asked for: that of an expected fee first, then of those in its place.
    fileprivate func choices(in currency: String) -> [[Int64]] {
        lines.filter { $0.standing == .expected }.compactMap { line in
            guard let amount = line.amount, amount.currency == currency else { return nil }
            let others = lines.filter { other in
                other.standing == .alternative && other.place == line.place && other.rule?.insteadOf == line.fee
            }
            return [amount.minorUnits]
                + others.compactMap(\.amount).filter { $0.currency == currency }.map(\.minorUnits)
        }
    }
}

extension Int64 {
    /// The sum, or the end of the range: nobody pays such a sum, but what claims it must still be shown.
    func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }
}
