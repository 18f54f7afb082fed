package import Regulation

/// One sending to the authorities, which froze its own revision of the dossier.
package struct Filing: Hashable, Codable, Sendable {
    package enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        case initial, answer, report, stage2, fallback, application, change, renewal
    }

    /// Counts the filings of the submission, from 1.
    package let number: Int
    package let kind: Kind
    /// The digest of the list of documents, itself a document in the vault.
    package let revision: DocumentDigest
    package let filedOn: PartialDate

    package init(number: Int, kind: Kind, revision: DocumentDigest, filedOn: PartialDate) {
        self.number = number
        self.kind = kind
        self.revision = revision
        self.filedOn = filedOn
    }
}
