import Engine
import Foundation
import GRDB
import Regulation
import Submissions
import TransparencyLog

extension SQLiteTransaction {
    @discardableResult
    func append(
        _ records: [EventRecord],
        to name: SubmissionName,
        rows: (_ before: Submission?, _ after: Submission) throws -> [CaseRow]
    ) throws -> Submission {
        let before = try submission(name)
        var after = before
        for record in records { Submission.advance(&after, with: record) }
        guard let after, after.name == name else {
            throw StoreError.refused(reason: "\(name) does not begin with its own opening")
        }
        let changed = try rows(before, after)
        try writing {
            for record in records {
                let leaf = EventCodec.bytes(of: record, of: name)
                try insert(leaf.bytes, type: leaf.type, number: record.number, of: name, at: record.recordedAt)
            }
            try ProjectionRows.update(from: before, to: after, rows: changed, in: db)
            if Snapshots.isDue(from: before, to: after) { try Snapshots.store(after, leaf: lastLeaf, in: db) }
        }
        stagedFolds[name] = after
        return after
    }

    func appendRefusal(_ leaf: JSONValue, of name: SubmissionName, at instant: Instant) throws {
        let type = leaf["type"]?.stringValue ?? ""
        try writing { try insert(leaf.canonicalBytes(), type: type, number: nil, of: name, at: instant) }
    }

    /// Appends canonical bytes as the next leaf.
    func insert(
        _ bytes: [UInt8],
        type: String,
        number: Int?,
        of name: SubmissionName,
        at instant: Instant
    ) throws {
        let hash = MerkleHash.leaf(bytes)
        try db.cachedStatement(
            sql: """
                INSERT INTO leaf (position, submission, number, type, bytes, hash, recordedAt)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
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
