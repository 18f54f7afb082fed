package import Regulation

/// What the holder must still do: a condition of a decision, a commitment, a report, a fee to keep a registration.
package struct Obligation: Hashable, Codable, Sendable {
    package enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        case condition, commitment, report, milestone, renewal, retention
    }

    package enum Fulfilment: String, Hashable, Codable, Sendable, CaseIterable {
        case open, met, waived
    }

    package let id: ObligationID
    package let name: CaseName
    package let kind: Kind
    package let text: TextCommitment?
    package let due: PartialDate?
    /// Where it is owed, if that is not the jurisdiction of its case.
    package let jurisdiction: JurisdictionCode?
    package var standing: Fulfilment
    /// When it was met or waived.
    package var closedOn: PartialDate?
    /// The evidence that came when it was met.
    package var evidence: [DocumentDigest]

    package init(
        id: ObligationID,
        name: CaseName,
        kind: Kind,
        text: TextCommitment?,
        due: PartialDate?,
        jurisdiction: JurisdictionCode? = nil,
        standing: Fulfilment = .open,
        closedOn: PartialDate? = nil,
        evidence: [DocumentDigest] = []
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.text = text
        self.due = due
        self.jurisdiction = jurisdiction
        self.standing = standing
        self.closedOn = closedOn
        self.evidence = evidence
    }
}

/// `o-1`, `o-2` …, counted over the submission.
package typealias ObligationID = Identifier<Obligation>
