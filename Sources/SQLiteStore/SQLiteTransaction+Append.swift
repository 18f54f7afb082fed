import CanonicalJSON
import Engine
import Foundation
import GRDB
import Regulation
import Submissions
import TransparencyLog

extension SQLiteTransaction {
    func append(_ addition: LogAddition) throws {
        let (before, after) = (addition.before, addition.after)
        try writing {
            for leaf in addition.leaves {
                try insert(
                    leaf.bytes,
                    hash: leaf.hash,
                    type: leaf.type,
                    number: leaf.record.number,
                    of: after.name,
                    at: leaf.record.recordedAt
                )
            }
            try ProjectionRows.update(from: before, to: after, rows: addition.rows, in: db)
            if Snapshots.isDue(from: before, to: after) {
                try Snapshots.store(after, leaf: lastLeaf, in: db)
            }
        }
        stagedFolds[after.name] = after
    }

    func appendRefusal(_ leaf: JSONValue, of name: SubmissionName, at instant: Instant) throws {
        let type = leaf["type"]?.stringValue ?? ""
        let bytes = leaf.canonicalBytes()
        let hash = MerkleHash.leaf(bytes)
        try writing { try insert(bytes, hash: hash, type: type, number: nil, of: name, at: instant) }
    }

    /// Appends canonical bytes, of which the hash is known, as the next leaf.
    func insert(
        _ bytes: [UInt8],
        hash: Digest,
        type: String,
        number: Int?,
        of name: SubmissionName,
        at instant: Instant
    ) throws {
        try db.run(
            """
            INSERT INTO leaf (position, submission, number, type, bytes, hash, recordedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                stagedEdge.frontier.size, name.rawValue, number, type, Data(bytes),
                Data(hash.bytes), instant.millisecondsSinceEpoch,
            ]
        )
        let size = stagedEdge.frontier.size + 1
        try stagedEdge.frontier.append(hash) { try TreeNodes.store($1, height: $0, size: size, in: db) }
        stagedEdge.lastRecordedAt = instant
        lastLeaf = hash
    }
}
