import Regulation
package import Submissions
package import TransparencyLog

/// What a command adds to the log, ready to be appended: its leaves, and what folds and lists become by them.
///
/// Leaves, fold and rows are made from one decision, so they cannot say different things.
package final class LogAddition: Sendable {
    /// An event as it is stored.
    package struct Leaf: Hashable, Sendable {
        package let record: EventRecord
        package let type: String
        /// Canonical JSON, the bytes that are hashed.
        package let bytes: [UInt8]
        package let hash: Digest
    }

    /// The submission before the events; `nil` where it begins with them.
    package let before: Submission?
    /// The submission after them.
    package let after: Submission
    package let leaves: [Leaf]
    /// The rows of the cases that the events changed.
    package let rows: [CaseRow]

    /// - Precondition: `after` is what `records` make of `before`.
    package init(_ records: [EventRecord], from before: Submission?, to after: Submission, rows: [CaseRow]) {
        self.before = before
        self.after = after
        self.rows = rows
        leaves = records.map { record in
            let leaf = EventCodec.bytes(of: record, of: after.name)
            return Leaf(record: record, type: leaf.type, bytes: leaf.bytes, hash: MerkleHash.leaf(leaf.bytes))
        }
    }

    /// The same addition with events that say that they were recorded at `moment`.
    ///
    /// - Precondition: The submission was opened before it: only of its opening a fold keeps the moment.
    func recorded(at moment: Instant) -> LogAddition {
        LogAddition(leaves.map { $0.record.recorded(at: moment) }, from: before, to: after, rows: rows)
    }
}
