public import Regulation
public import Submissions
public import TransparencyLog

/// What a workspace keeps beside its log: settings, texts, pinned forms, pending commands and answers.
///
/// It is written in the transaction of the events to which it belongs, so that the log never names what is not there.
/// It comes back as it was kept. To keep a text, a form or a pending command again changes nothing; a second answer to
/// one key is an error. Only texts may be erased.
public protocol SideTables {
    func settings() throws -> WorkspaceSettings
    /// The texts behind the commitments; those erased are absent.
    func texts(_ commitments: [TextCommitment]) throws -> [TextCommitment: CommittedText]
    /// The canonical form of a procedure or rule set.
    func pinned(_ pin: Pin) throws -> String?
    /// Pending commands that one approval's change means for other submissions, in the order in which they were queued.
    func dependencies(limit: Int) throws -> [Dependency]
    /// The answer that an accepted request with this key had, with the digest of that request.
    func answer(to key: IdempotencyKey) throws -> KeptAnswer?
}

extension SideTables {
    public func hasPendingDependencies() throws -> Bool { try !dependencies(limit: 1).isEmpty }
}

/// A free text beside the log: the log holds only its commitment.
public struct CommittedText: Hashable, Sendable {
    public let commitment: TextCommitment
    public let salt: [UInt8]
    public let text: String

    public init(commitment: TextCommitment, salt: [UInt8], text: String) {
        self.commitment = commitment
        self.salt = salt
        self.text = text
    }
}

/// The key under which an actor may safely send the same request again.
public struct IdempotencyKey: Hashable, Sendable {
    public let actor: String
    public let key: String

    public init(actor: String, key: String) {
        self.actor = actor
        self.key = key
    }
}

public struct KeptAnswer: Hashable, Sendable {
    public let request: Digest
    public let acceptance: Acceptance

    public init(request: Digest, acceptance: Acceptance) {
        self.request = request
        self.acceptance = acceptance
    }
}

/// A command that the change of an approval means for a submission; carried out once for each cause.
public struct Dependency: Hashable, Sendable {
    public let target: SubmissionName
    /// Stable for the cause: the changed approval, its revision, and the flagged one.
    public let cause: String
    public let flags: [ApprovalFlagged]

    public init(target: SubmissionName, cause: String, flags: [ApprovalFlagged]) {
        self.target = target
        self.cause = cause
        self.flags = flags
    }
}
