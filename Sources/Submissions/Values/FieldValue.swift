public import Regulation

/// One value of a payload, checked against its ``Field`` at the door.
public enum FieldValue: Hashable, Codable, Sendable {
    case text(TextCommitment)
    case code(String)
    case date(PartialDate)
    case integer(Int)
    case flag(Bool)
    case claims([ClaimID])
    case jurisdictions([JurisdictionCode])
    case questions([QuestionDraft])
    case answers([AnswerDraft])
    case conditions([Condition])
    case choice(String)
    case money(Money)
}

/// A question as an authority or the hub words it.
public struct QuestionDraft: Hashable, Codable, Sendable {
    public let text: TextCommitment
    public let heading: HeadingCode?
    /// `nil` when it is common to all.
    public let scope: JurisdictionCode?
    /// The proposed questions that this one stands for, in a consolidated list.
    public let standsFor: [QuestionID]
    public let priority: Question.Priority?
    public let owner: PersonID?
    public let follows: QuestionID?

    public init(
        text: TextCommitment,
        heading: HeadingCode?,
        scope: JurisdictionCode?,
        standsFor: [QuestionID],
        priority: Question.Priority? = nil,
        owner: PersonID? = nil,
        follows: QuestionID? = nil
    ) {
        self.text = text
        self.heading = heading
        self.scope = scope
        self.standsFor = standsFor
        self.priority = priority
        self.owner = owner
        self.follows = follows
    }
}

/// The applicant's answer to one question.
public struct AnswerDraft: Hashable, Codable, Sendable {
    public let question: QuestionID
    public let text: TextCommitment

    public init(question: QuestionID, text: TextCommitment) {
        self.question = question
        self.text = text
    }
}

/// A term on which a decision was made, or what the holder must still do.
public struct Condition: Hashable, Codable, Sendable {
    public let text: TextCommitment
    public let due: PartialDate?

    public init(text: TextCommitment, due: PartialDate?) {
        self.text = text
        self.due = due
    }
}

/// A file that came with a command; its bytes lie in the vault.
public struct DocumentReference: Hashable, Codable, Sendable {
    public let digest: DocumentDigest
    public let name: TextCommitment
    public let mediaType: String
    public let size: Int

    public init(digest: DocumentDigest, name: TextCommitment, mediaType: String, size: Int) {
        self.digest = digest
        self.name = name
        self.mediaType = mediaType
        self.size = size
    }
}

/// What a person hands in with an action.
public struct Payload: Hashable, Codable, Sendable {
    public var fields: [FieldName: FieldValue]
    public var documents: [DocumentReference]

    public init(fields: [FieldName: FieldValue] = [:], documents: [DocumentReference] = []) {
        self.fields = fields
        self.documents = documents
    }

    public static let empty = Payload()

    public func code(_ name: FieldName) -> String? {
        if case .code(let text)? = fields[name] { text } else { nil }
    }

    public func text(_ name: FieldName) -> TextCommitment? {
        if case .text(let text)? = fields[name] { text } else { nil }
    }

    public func date(_ name: FieldName) -> PartialDate? {
        if case .date(let date)? = fields[name] { date } else { nil }
    }

    public func money(_ name: FieldName) -> Money? {
        if case .money(let money)? = fields[name] { money } else { nil }
    }

    public func choice(_ name: FieldName) -> String? {
        if case .choice(let choice)? = fields[name] { choice } else { nil }
    }

    public func claims(_ name: FieldName) -> [ClaimID]? {
        if case .claims(let claims)? = fields[name] { claims } else { nil }
    }

    public func jurisdictions(_ name: FieldName) -> [JurisdictionCode]? {
        if case .jurisdictions(let codes)? = fields[name] { codes } else { nil }
    }

    public func questions(_ name: FieldName) -> [QuestionDraft] {
        if case .questions(let drafts)? = fields[name] { drafts } else { [] }
    }

    public func answers(_ name: FieldName) -> [AnswerDraft] {
        if case .answers(let drafts)? = fields[name] { drafts } else { [] }
    }

    public func conditions(_ name: FieldName) -> [Condition] {
        if case .conditions(let conditions)? = fields[name] { conditions } else { [] }
    }
}
