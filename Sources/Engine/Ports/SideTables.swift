package import Regulation
package import Submissions
package import TransparencyLog

/// What a workspace keeps beside its log: settings, texts, pinned forms, pending commands and answers.
///
/// It is written in the transaction of the events to which it belongs, so that the log never names what is not there.
/// It comes back as it was kept. To keep a text, a form or a pending command again changes nothing; a second answer to
/// one key is an error. Only texts may be erased.
package protocol SideTables {
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
    package func hasPendingDependencies() throws -> Bool { try !dependencies(limit: 1).isEmpty }
}

/// A free text beside the log: the log holds only its commitment.
package struct CommittedText: Hashable, Sendable {
    package let commitment: TextCommitment
    package let salt: [UInt8]
    package let text: String

    package init(commitment: TextCommitment, salt: [UInt8], text: String) {
        self.commitment = commitment
        self.salt = salt
        self.text = text
    }
}

/// The key under which an actor may safely send the same request again.
package struct IdempotencyKey: Hashable, Sendable {
    package let actor: String
    package let key: String

    package init(actor: String, key: String) {
        self.actor = actor
        self.key = key
    }
}

package struct KeptAnswer: Hashable, Sendable {
    package let request: Digest
    package let acceptance: Acceptance

    package init(request: Digest, acceptance: Acceptance) {
        self.request = request
        self.acceptance = acceptance
    }
}

/// A command that the change of an approval means for a submission; carried out once for each cause.
package struct Dependency: Hashable, Sendable {
    package let target: SubmissionName
    /// Stable for the cause: the changed approval, its revision, and the flagged one.
    package let cause: String
    package let flags: [ApprovalFlagged]

    package init(target: SubmissionName, cause: String, flags: [ApprovalFlagged]) {
        self.target = target
        self.cause = cause
        self.flags = flags
    }
}
