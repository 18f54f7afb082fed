package import Regulation

/// One line of a case's fee ledger.
package struct FeeEntry: Hashable, Codable, Sendable {
    package enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        case quoted, invoiced, paid, waived, refunded
    }

    package let fee: FeeID
    package let kind: Kind
    package let amount: Money?
    /// The number of the quotation, invoice or receipt.
    package let reference: String?
    package let on: PartialDate

    package init(fee: FeeID, kind: Kind, amount: Money?, reference: String?, on date: PartialDate) {
        self.fee = fee
        self.kind = kind
        self.amount = amount
        self.reference = reference
        on = date
    }
}
