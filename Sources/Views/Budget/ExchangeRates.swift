package import Regulation

/// Rates that a person gives: how much of the own currency one unit of another is worth, and of which day they are.
package struct ExchangeRates: Hashable, Sendable {
    /// A rate as it was written: 157.2 is 1572 with one decimal, so that nothing is rounded before the end.
    package struct Rate: Hashable, Sendable {
        package let currency: String
        let digits: Int64
        let decimals: Int

        /// The rate that `text` names, such as `USD=157.2`; nil where it names none.
        package init?(_ text: String) {
            let parts = text.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, let unit = Money(text: "\(parts[0]) 0") else { return nil }
            let halves = parts[1].split(separator: ".", omittingEmptySubsequences: false)
            guard halves.count <= 2,
                halves.allSatisfy({ half in
                    !half.isEmpty && half.utf8.allSatisfy { (0x30...0x39).contains($0) }
                }), parts[1].utf8.count <= 18, let digits = Int64(halves.joined()), digits > 0
            else { return nil }
            currency = unit.currency
            self.digits = digits
            decimals = halves.count == 2 ? halves[1].utf8.count : 0
        }

        package var description: String {
            let text = "\(digits)"
            guard decimals > 0 else { return text }
            let padded = String(repeating: "0", count: max(0, decimals + 1 - text.count)) + text
            return "\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
        }
    }

    /// Nothing, in the currency into which everything is converted.
    private let zero: Money
    package let on: CivilDate
    private let rates: [String: Rate]

    /// Nil where `own` is no currency, or where two rates are given for one.
    package init?(own: String, on date: CivilDate, _ rates: [Rate]) {
        guard let unit = Money(text: "\(own) 0") else { return nil }
        zero = unit
        on = date
        self.rates = Dictionary(rates.map { ($0.currency, $0) }) { first, _ in first }
        guard self.rates.count == rates.count, self.rates[unit.currency] == nil else { return nil }
    }

    /// The currency into which everything is converted.
    package var own: String { zero.currency }

    package var all: [Rate] { rates.values.sorted { $0.currency < $1.currency } }

    /// The sum in the own currency, rounded half away from zero to its minor unit; nil where no rate is given for its currency.
    package func converted(_ money: Money) -> Money? {
        guard money.currency != own else { return money }
        guard let rate = rates[money.currency] else { return nil }
        // Worth in minor units: amount × rate × 10^own ÷ 10^(other + decimals).
        let shift = zero.minorUnitDigits - money.minorUnitDigits - rate.decimals
        let product = Int128(money.minorUnits) * Int128(rate.digits)
        let factor = (0..<abs(shift)).reduce(Int128(1)) { power, _ in power * 10 }
        guard shift < 0 else {
            return Int64(exactly: product * factor).flatMap { Money(currency: own, minorUnits: $0) }
        }
        let half = factor / 2
        let rounded = product < 0 ? (product - half) / factor : (product + half) / factor
        return Int64(exactly: rounded).flatMap { Money(currency: own, minorUnits: $0) }
    }

    /// The amounts converted one by one, and then added; those without a rate are left out.
    func sum(_ amounts: [Money]) -> Money {
        let units = amounts.compactMap { converted($0)?.minorUnits }.reduce(Int64(0)) { $0.addingClamped($1) }
        return Money(currency: own, minorUnits: units) ?? zero
    }
}

extension Budget {
    /// The totals in one's own currency.
    package struct Converted: Hashable, Sendable {
        package let sum: Money
        package let yearly: Money
        /// Currencies for which no rate was given: their totals are not part of it.
        package let missing: [String]
    }

    /// Each currency's total converted, and then added.
    package func converted(by rates: ExchangeRates) -> Converted {
        let totals = totals
        let known = totals.filter { rates.converted($0.sum) != nil && rates.converted($0.yearly) != nil }
        return Converted(
            sum: rates.sum(known.map(\.sum)),
            yearly: rates.sum(known.map(\.yearly)),
            missing: totals.filter { total in !known.contains { $0.currency == total.currency } }.map(\.currency)
        )
    }
}
