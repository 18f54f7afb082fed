public import Regulation

/// An inquiry (照会事項): common to all, or one country's own.
public struct Question: Hashable, Codable, Sendable {
    public enum Priority: String, Hashable, Codable, Sendable, CaseIterable {
        case major, minor
    }

    public enum Status: String, Hashable, Codable, Sendable, CaseIterable {
        /// Put to the hub by one authority, not yet before the applicant.
        case proposed
        /// Taken up by a question of the consolidated list.
        case consolidated
        case issued, answered
    }

    public let id: QuestionID
    /// The case that proposed or issued it.
    public let origin: CaseName
    /// `nil` when it is common to all.
    public let scope: JurisdictionCode?
    public let heading: HeadingCode?
    public let text: TextCommitment
    public var status: Status
    public let due: PartialDate?
    public let priority: Priority?
    /// Who at the applicant's or the authority's sees to it.
    public let owner: PersonID?
    /// The question that this one follows up.
    public let follows: QuestionID?
    public var answer: TextCommitment?
    /// Documents that came with the answer.
    public var evidence: [DocumentDigest]

    public init(
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
