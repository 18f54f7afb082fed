public import Regulation

/// What the holder must still do: a condition of a decision, a commitment, a report, a fee to keep a registration.
public struct Obligation: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        case condition, commitment, report, milestone, renewal, retention
    }

    public enum Fulfilment: String, Hashable, Codable, Sendable, CaseIterable {
        case open, met, waived
    }

    public let id: ObligationID
    public let name: CaseName
    public let kind: Kind
    public let text: TextCommitment?
    public let due: PartialDate?
    public var standing: Fulfilment
    /// When it was met or waived.
    public var closedOn: PartialDate?
    /// The evidence that came when it was met.
    public var evidence: [DocumentDigest]

    public init(
        id: ObligationID,
        name: CaseName,
        kind: Kind,
        text: TextCommitment?,
        due: PartialDate?,
        standing: Fulfilment = .open,
        closedOn: PartialDate? = nil,
        evidence: [DocumentDigest] = []
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.text = text
        self.due = due
        self.standing = standing
        self.closedOn = closedOn
        self.evidence = evidence
    }
}

/// `o-1`, `o-2` …, counted over the submission.
public typealias ObligationID = Identifier<Obligation>
