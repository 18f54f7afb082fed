package import CanonicalJSON
package import Regulation
package import Submissions

/// One action as both doors hand it in, before anything is known of the case.
package struct ActionRequest: Hashable, Sendable {
    package let submission: SubmissionName
    package let name: CaseName
    package let action: ActionName
    package let actor: Actor
    package let occurredOn: PartialDate?
    /// Fields as JSON, read against the action's declaration.
    package let fields: [String: JSONValue]
    package let documents: [IncomingDocument]
    package let expected: VersionCondition?
    package let key: String?

    package init(
        submission: SubmissionName,
        name: CaseName,
        action: ActionName,
        actor: Actor,
        occurredOn: PartialDate? = nil,
        fields: [String: JSONValue] = [:],
        documents: [IncomingDocument] = [],
        expected: VersionCondition? = nil,
        key: String? = nil
    ) {
        self.submission = submission
        self.name = name
        self.action = action
        self.actor = actor
        self.occurredOn = occurredOn
        self.fields = fields
        self.documents = documents
        self.expected = expected
        self.key = key
    }
}

/// A correction of one event of a submission.
package struct CorrectionRequest: Hashable, Sendable {
    package let submission: SubmissionName
    package let event: Int
    package let actor: Actor
    package let fields: [String: JSONValue]
    package let date: PartialDate?
    package let reason: String
    package let expectedVersion: Int?
    package let key: String?

    package init(
        submission: SubmissionName,
        event: Int,
        actor: Actor,
        fields: [String: JSONValue],
        date: PartialDate?,
        reason: String,
        expectedVersion: Int? = nil,
        key: String? = nil
    ) {
        self.submission = submission
        self.event = event
        self.actor = actor
        self.fields = fields
        self.date = date
        self.reason = reason
        self.expectedVersion = expectedVersion
        self.key = key
    }
}

extension ActionRequest {
    /// What a key stands for, beside submission, actor, date and version.
    var content: [String: JSONValue] {
        [
            "case": .string(name.rawValue), "action": .string(action.rawValue), "fields": .object(fields),
            "documents": .array(
                documents.map { .object(["digest": .string($0.digest.rawValue), "name": .string($0.name)]) }
            ),
        ]
    }
}

extension CorrectionRequest {
    /// What a key stands for, beside submission, actor and version.
    var content: [String: JSONValue] {
        var content: [String: JSONValue] = [
            "correct": .integer(Int64(event)), "fields": .object(fields), "reason": .string(reason),
        ]
        if let date { content["date"] = .string(date.description) }
        return content
    }
}
