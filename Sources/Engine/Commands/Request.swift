public import CanonicalJSON
public import Regulation
public import Submissions

/// One action as both doors hand it in, before anything is known of the case.
public struct ActionRequest: Hashable, Sendable {
    public let submission: SubmissionName
    public let name: CaseName
    public let action: ActionName
    public let actor: Actor
    public let occurredOn: PartialDate?
    /// Fields as JSON, read against the action's declaration.
    public let fields: [String: JSONValue]
    public let documents: [IncomingDocument]
    public let expectedVersion: Int?
    public let key: String?

    public init(
        submission: SubmissionName,
        name: CaseName,
        action: ActionName,
        actor: Actor,
        occurredOn: PartialDate? = nil,
        fields: [String: JSONValue] = [:],
        documents: [IncomingDocument] = [],
        expectedVersion: Int? = nil,
        key: String? = nil
    ) {
        self.submission = submission
        self.name = name
        self.action = action
        self.actor = actor
        self.occurredOn = occurredOn
        self.fields = fields
        self.documents = documents
        self.expectedVersion = expectedVersion
        self.key = key
    }
}

/// A correction of one event of a submission.
public struct CorrectionRequest: Hashable, Sendable {
    public let submission: SubmissionName
    public let event: Int
    public let actor: Actor
    public let fields: [String: JSONValue]
    public let date: PartialDate?
    public let reason: String
    public let expectedVersion: Int?

    public init(
        submission: SubmissionName,
        event: Int,
        actor: Actor,
        fields: [String: JSONValue],
        date: PartialDate?,
        reason: String,
        expectedVersion: Int? = nil
    ) {
        self.submission = submission
        self.event = event
        self.actor = actor
        self.fields = fields
        self.date = date
        self.reason = reason
        self.expectedVersion = expectedVersion
    }
}

/// A document whose bytes already lie in the vault.
public struct IncomingDocument: Hashable, Sendable {
    public let digest: DocumentDigest
    public let name: String
    public let mediaType: String
    public let size: Int

    public init(digest: DocumentDigest, name: String, mediaType: String, size: Int) {
        self.digest = digest
        self.name = name
        self.mediaType = mediaType
        self.size = size
    }
}

/// What an accepted command changed.
public struct Acceptance: Hashable, Sendable {
    public let submission: SubmissionName
    /// The case acted upon; `nil` for commands on the submission.
    public let name: CaseName?
    /// The case's version after the command, or the submission's.
    public let version: Int
    /// Numbers of the events that the command caused.
    public let events: ClosedRange<Int>

    public init(submission: SubmissionName, name: CaseName?, version: Int, events: ClosedRange<Int>) {
        self.submission = submission
        self.name = name
        self.version = version
        self.events = events
    }
}
