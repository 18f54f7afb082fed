/// The quantities between which a quantity lies, both included; equal when every date behind it is exact.
public struct AmountBounds: Hashable, Sendable {
    public let lower: Amount
    /// Never less than ``lower``.
    public let upper: Amount

    public static let zero = AmountBounds(exactly: .zero)

    /// The bounds from `lower` to `upper`; an `upper` below `lower` is taken as `lower`.
    public init(lower: Amount, upper: Amount) {
        self.lower = lower
        self.upper = max(lower, upper)
    }

    public init(exactly amount: Amount) {
        self.init(lower: amount, upper: amount)
    }

    public var isExact: Bool { lower == upper }

    public func contains(_ amount: Amount) -> Bool {
        lower <= amount && amount <= upper
    }
}

extension AmountBounds: CustomStringConvertible {
    /// One quantity, or both bounds: `4.3` or `4.3/4.6`.
    public var description: String {
        isExact ? lower.description : "\(lower)/\(upper)"
    }
}
