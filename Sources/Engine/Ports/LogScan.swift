package import Submissions
package import TransparencyLog

/// The log leaf by leaf, as it is stored: what the audit, proofs and evidence read.
///
/// Nothing is interpreted, and nothing that a leaf says is believed: a leaf that was changed or lost beneath the store
/// is shown changed, or passed over, for the reader to find.
package protocol LogScan {
    /// The number of leaves there would be if none were missing: one more than the last position.
    func leafCount() throws -> Int
    /// Every leaf in order from `position`, at most `limit`.
    func leaves(from position: Int, limit: Int) throws -> [StoredLeaf]
    /// The leaves of a submission's events, or of its refusals, in the order of the log, at most `limit`.
    func leaves(of name: SubmissionName, _ kind: LeafKind, limit: Int) throws -> [StoredLeaf]
    /// Shows the leaves at these positions, in order; those that are missing are passed over.
    func scanLeaves(at positions: Range<Int>, _ show: (LeafRow) throws -> Void) throws
    /// Shows the leaves of these submissions, in the order of their names: of each its refusals, then its events.
    func scanLeaves(of span: SubmissionSpan, _ show: (LeafRow) throws -> Void) throws
    /// At most `limit` submissions after `name` that have leaves; `nil` where there is none.
    func submissionSpan(after name: SubmissionName?, limit: Int) throws -> SubmissionSpan?
    /// Roots of perfect subtrees of 2^(8 × level) leaves; level 0 is the leaves themselves.
    func treeHashes(level: Int, _ places: Range<Int>) throws -> [Digest]
    /// Tree heads of all transactions in order.
    func heads() throws -> [TreeHead]
    /// The head that is recorded for this size.
    func head(of size: Int) throws -> TreeHead?
    /// Shows the tree heads of these sizes, in order.
    func scanHeads(of sizes: ClosedRange<Int>, _ show: (TreeHead) throws -> Void) throws
    /// The folds of a submission that the store keeps and goes on from, each as it was after some event.
    func keptSubmissions(_ name: SubmissionName) throws -> [Submission]
}

/// Some leaves of one submission.
package enum LeafKind: Hashable, Sendable {
    /// Events after the one of that number.
    case events(after: Int)
    /// Refusals after that position.
    case refusals(after: Int)
}

/// A leaf of the tree as it is stored.
package struct StoredLeaf: Hashable, Sendable {
    /// From 0, over all submissions.
    package let position: Int
    package let submission: SubmissionName
    /// The number of the event in its submission; `nil` for a refusal.
    package let number: Int?
    /// Canonical JSON, the bytes that are hashed.
    package let bytes: [UInt8]
    package let hash: Digest

    package init(position: Int, submission: SubmissionName, number: Int?, bytes: [UInt8], hash: Digest) {
        self.position = position
        self.submission = submission
        self.number = number
        self.bytes = bytes
        self.hash = hash
    }
}
