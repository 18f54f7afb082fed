package import Regulation

/// One value of a payload, checked against its ``Field`` at the door.
package enum FieldValue: Hashable, Codable, Sendable {
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
package struct QuestionDraft: Hashable, Codable, Sendable {
    package let text: TextCommitment
    package let heading: HeadingCode?
    /// `nil` when it is common to all.
    package let scope: JurisdictionCode?
    /// The proposed questions that this one stands for, in a consolidated list.
    package let standsFor: [QuestionID]
    package let priority: Question.Priority?
    package let owner: PersonID?
    package let follows: QuestionID?

    package init(
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
package struct AnswerDraft: Hashable, Codable, Sendable {
    package let question: QuestionID
    package let text: TextCommitment

    package init(question: QuestionID, text: TextCommitment) {
        self.question = question
        self.text = text
    }
}

/// A term on which a decision was made, or what the holder must still do.
package struct Condition: Hashable, Codable, Sendable {
    package let text: TextCommitment
    package let due: PartialDate?

    package init(text: TextCommitment, due: PartialDate?) {
        self.text = text
        self.due = due
    }
}

/// A file that came with a command; its bytes lie in the vault.
package struct DocumentReference: Hashable, Codable, Sendable {
    package let digest: DocumentDigest
    package let name: TextCommitment
    package let mediaType: String
    package let size: Int

    package init(digest: DocumentDigest, name: TextCommitment, mediaType: String, size: Int) {
        self.digest = digest
        self.name = name
        self.mediaType = mediaType
        self.size = size
    }
}

/// What a person hands in with an action.
package struct Payload: Hashable, Codable, Sendable {
    package var fields: [FieldName: FieldValue]
    package var documents: [DocumentReference]

    package init(fields: [FieldName: FieldValue] = [:], documents: [DocumentReference] = []) {
        self.fields = fields
        self.documents = documents
    }

    package static let empty = Payload()

    package func code(_ name: FieldName) -> String? {
        if case .code(let text)? = fields[name] { text } else { nil }
    }

    package func text(_ name: FieldName) -> TextCommitment? {
        if case .text(let text)? = fields[name] { text } else { nil }
    }

    package func date(_ name: FieldName) -> PartialDate? {
        if case .date(let date)? = fields[name] { date } else { nil }
    }

    package func money(_ name: FieldName) -> Money? {
        if case .money(let money)? = fields[name] { money } else { nil }
    }

    package func choice(_ name: FieldName) -> String? {
        if case .choice(let choice)? = fields[name] { choice } else { nil }
    }

    package func claims(_ name: FieldName) -> [ClaimID]? {
        if case .claims(let claims)? = fields[name] { claims } else { nil }
    }

    package func jurisdictions(_ name: FieldName) -> [JurisdictionCode]? {
        if case .jurisdictions(let codes)? = fields[name] { codes } else { nil }
    }

    package func questions(_ name: FieldName) -> [QuestionDraft] {
        if case .questions(let drafts)? = fields[name] { drafts } else { [] }
    }

    package func answers(_ name: FieldName) -> [AnswerDraft] {
        if case .answers(let drafts)? = fields[name] { drafts } else { [] }
    }

    package func conditions(_ name: FieldName) -> [Condition] {
        if case .conditions(let conditions)? = fields[name] { conditions } else { [] }
    }
}
