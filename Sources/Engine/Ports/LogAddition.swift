import Regulation
public import Submissions
public import TransparencyLog

/// What a command adds to the log, ready to be appended: its leaves, and what folds and lists become by them.
///
/// Leaves, fold and rows are made from one decision, so they cannot say different things.
public final class LogAddition: Sendable {
    /// An event as it is stored.
    public struct Leaf: Hashable, Sendable {
        public let record: EventRecord
        public let type: String
        /// Canonical JSON, the bytes that are hashed.
        public let bytes: [UInt8]
        public let hash: Digest
    }

    /// The submission before the events; `nil` where it begins with them.
    public let before: Submission?
    /// The submission after them.
    public let after: Submission
    public let leaves: [Leaf]
    /// The rows of the cases that the events changed.
    public let rows: [CaseRow]

    /// - Precondition: `after` is what `records` make of `before`.
    public init(_ records: [EventRecord], from before: Submission?, to after: Submission, rows: [CaseRow]) {
        self.before = before
        self.after = after
        self.rows = rows
        leaves = records.map { record in
            let leaf = EventCodec.bytes(of: record, of: after.name)
            return Leaf(record: record, type: leaf.type, bytes: leaf.bytes, hash: MerkleHash.leaf(leaf.bytes))
        }
    }
}
