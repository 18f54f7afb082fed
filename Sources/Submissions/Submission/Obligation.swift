package import Regulation
package import Statecharts

/// What the holder must still do: a condition of a decision, a commitment, a report, a fee to keep a registration.
package struct Obligation: Hashable, Codable, Sendable {
    package enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        case condition, commitment, report, milestone, renewal, retention
    }

    package enum Fulfilment: String, Hashable, Codable, Sendable, CaseIterable {
        case open, met, waived
        /// A decision put another in its place, or what it belonged to is over: nobody met it, and nobody waived it.
        case ended
    }

    package let id: ObligationID
    package let name: CaseName
    package let kind: Kind
    package let text: TextCommitment?
    package let due: PartialDate?
    /// Where it is owed, if that is not the jurisdiction of its case.
    package let jurisdiction: JurisdictionCode?
    package var standing: Fulfilment
    /// When it was met, waived or ended.
    package var closedOn: PartialDate?
    /// What ended it: the act, the deadline that passed or the message; `nil` where it followed by itself.
    package var endedBy: EventName?
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
        endedBy: EventName? = nil,
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
        self.endedBy = endedBy
        self.evidence = evidence
    }
}

/// `o-1`, `o-2` …, counted over the submission.
package typealias ObligationID = Identifier<Obligation>
