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
        for record in records { after = Submission.evolve(after, record) }
        guard let after, after.name == name else {
            throw StoreError.refused(reason: "\(name) does not begin with its own opening")
        }
        let changed = try rows(before, after)
        try writing {
            for record in records {
                let leaf = EventCodec.encode(record, of: name)
                try insert(leaf, number: record.number, of: name, at: record.recordedAt)
            }
            try ProjectionRows.update(from: before, to: after, rows: changed, in: db)
            if Snapshots.isDue(from: before, to: after) { try Snapshots.store(after, leaf: lastLeaf, in: db) }
        }
        stagedFolds[name] = after
        return after
    }

    func appendRefusal(_ leaf: JSONValue, of name: SubmissionName, at instant: Instant) throws {
        try writing { try insert(leaf, number: nil, of: name, at: instant) }
    }

    private func insert(_ leaf: JSONValue, number: Int?, of name: SubmissionName, at instant: Instant) throws {
        try insert(leaf.canonicalBytes(), type: leaf["type"]?.stringValue ?? "", number: number, of: name, at: instant)
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
