/// The quantities between which a quantity lies, both included; equal when every date behind it is exact.
package struct AmountBounds: Hashable, Sendable {
    package let lower: Amount
    /// Never less than ``lower``.
    package let upper: Amount

    package static let zero = AmountBounds(exactly: .zero)

    /// The bounds from `lower` to `upper`; an `upper` below `lower` is taken as `lower`.
    package init(lower: Amount, upper: Amount) {
        self.lower = lower
        self.upper = max(lower, upper)
    }

    package init(exactly amount: Amount) {
        self.init(lower: amount, upper: amount)
    }

    package var isExact: Bool { lower == upper }

    package func contains(_ amount: Amount) -> Bool {
        lower <= amount && amount <= upper
    }
}

extension AmountBounds: CustomStringConvertible {
    /// One quantity, or both bounds: `4.3` or `4.3/4.6`.
    package var description: String {
        isExact ? lower.description : "\(lower)/\(upper)"
    }
}
