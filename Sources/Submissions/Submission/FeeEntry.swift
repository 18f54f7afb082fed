public import Regulation

/// One line of a case's fee ledger.
public struct FeeEntry: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        case quoted, invoiced, paid, waived, refunded
    }

    public let fee: FeeID
    public let kind: Kind
    public let amount: Money?
    /// The number of the quotation, invoice or receipt.
    public let reference: String?
    public let on: PartialDate

    public init(fee: FeeID, kind: Kind, amount: Money?, reference: String?, on date: PartialDate) {
        self.fee = fee
        self.kind = kind
        self.amount = amount
        self.reference = reference
        on = date
    }
}
