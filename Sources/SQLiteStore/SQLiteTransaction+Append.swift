import Engine
import Foundation
import GRDB
import Regulation
import Submissions
import TransparencyLog

extension SQLiteTransaction {
    func append(_ records: [EventRecord], to name: SubmissionName) throws {
        guard !records.isEmpty else { return }
        let before = try submission(name)
        try writing {
            var after = before
            for record in records {
                let leaf = EventCodec.bytes(of: record, of: name)
                try insert(leaf.bytes, leaf.type, number: record.number, of: name, at: record.recordedAt)
                Submission.advance(&after, with: record)
            }
            guard let after, after.name == name else {
                throw StoreError.refused(reason: "\(name) does not begin with its own opening")
            }
            try ProjectionRows.update(from: before, to: after, in: db)
            stagedFolds[name] = after
        }
    }

    func appendRefusal(_ leaf: JSONValue, of name: SubmissionName, at instant: Instant) throws {
        let type = leaf["type"]?.stringValue ?? ""
        try writing { try insert(leaf.canonicalBytes(), type, number: nil, of: name, at: instant) }
    }

    private func insert(
        _ bytes: [UInt8],
        _ type: String,
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
        stagedEdge.frontier.append(hash)
        stagedEdge.lastRecordedAt = instant
    }
}
