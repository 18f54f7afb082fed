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
                let leaf = EventCodec.encode(record, of: name)
                try insert(leaf, number: record.number, of: name, at: record.recordedAt)
                after = Submission.evolve(after, record)
            }
            guard let after, after.name == name else {
                throw StoreError.refused(reason: "\(name) does not begin with its own opening")
            }
            try ProjectionRows.update(from: before, to: after, in: db)
            stagedFolds[name] = after
        }
    }

    func appendRefusal(_ leaf: JSONValue, of name: SubmissionName, at instant: Instant) throws {
        try writing { try insert(leaf, number: nil, of: name, at: instant) }
    }

    private func insert(_ leaf: JSONValue, number: Int?, of name: SubmissionName, at instant: Instant) throws {
        let bytes = leaf.canonicalBytes()
        let hash = MerkleHash.leaf(bytes)
        try db.cachedStatement(
            sql: """
                INSERT INTO leaf (position, submission, number, type, bytes, hash, recordedAt)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                stagedEdge.frontier.size, name.rawValue, number, leaf["type"]?.stringValue ?? "", Data(bytes),
                Data(hash.bytes), instant.millisecondsSinceEpoch,
            ]
        )
        stagedEdge.frontier.append(hash)
        stagedEdge.lastRecordedAt = instant
    }
}
