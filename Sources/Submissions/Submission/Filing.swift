public import Regulation

/// One sending to the authorities, which froze its own revision of the dossier.
public struct Filing: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        case initial, answer, report, stage2, fallback, application, change, renewal
    }

    /// Counts the filings of the submission, from 1.
    public let number: Int
    public let kind: Kind
    /// The digest of the list of documents, itself a document in the vault.
    public let revision: DocumentDigest
    public let filedOn: PartialDate

    public init(number: Int, kind: Kind, revision: DocumentDigest, filedOn: PartialDate) {
        self.number = number
        self.kind = kind
        self.revision = revision
        self.filedOn = filedOn
    }
}
