package import Regulation

/// An inquiry (照会事項): common to all, or one country's own.
package struct Question: Hashable, Codable, Sendable {
    package enum Priority: String, Hashable, Codable, Sendable, CaseIterable {
        case major, minor
    }

    package enum Status: String, Hashable, Codable, Sendable, CaseIterable {
        /// Put to the hub by one authority, not yet before the applicant.
        case proposed
        /// Taken up by a question of the consolidated list.
        case consolidated
        case issued, answered
        /// Not taken up by the hub, with a reason.
        case declined
    }

    package let id: QuestionID
    /// The case that proposed or issued it.
    package let origin: CaseName
    /// `nil` when it is common to all.
    package let scope: JurisdictionCode?
    package let heading: HeadingCode?
    package let text: TextCommitment
    package var status: Status
    package let due: PartialDate?
    package let priority: Priority?
    /// Who at the applicant's or the authority's sees to it.
    package let owner: PersonID?
    /// The question that this one follows up.
    package let follows: QuestionID?
    /// The applicant's answer, or the reason for which the hub did not take it up.
    package var answer: TextCommitment?
    /// Documents that came with the answer.
    package var evidence: [DocumentDigest]

    package init(
        id: QuestionID,
        origin: CaseName,
        scope: JurisdictionCode?,
        heading: HeadingCode?,
        text: TextCommitment,
        status: Status,
        due: PartialDate?,
        priority: Priority? = nil,
        owner: PersonID? = nil,
        follows: QuestionID? = nil,
        answer: TextCommitment? = nil,
        evidence: [DocumentDigest] = []
    ) {
        self.id = id
        self.origin = origin
        self.scope = scope
        self.heading = heading
        self.text = text
        self.status = status
        self.due = due
        self.priority = priority
        self.owner = owner
        self.follows = follows
        self.answer = answer
        self.evidence = evidence
    }
}
