import Foundation
import GRDB
import Regulation
import Submissions
import TransparencyLog

/// The right edge of a workspace's log, and the moment of the next leaf.
struct LogEdge {
    private var frontier: MerkleFrontier
    private let instant: Instant

    /// - Throws: ``CopyingFault/isEvidence`` where the workspace runs on the wall clock.
    init(in db: Database) throws {
        guard let now = try Int64.fetchOne(db, sql: "SELECT simulatedNow FROM workspace WHERE clock = 'simulated'")
        else {
            throw CopyingFault.isEvidence
        }
        let last = try Int64.fetchOne(db, sql: "SELECT recordedAt FROM leaf ORDER BY position DESC LIMIT 1")
        instant = Instant(millisecondsSinceEpoch: max(now, last ?? now))
        guard let row = try Row.fetchOne(db, sql: "SELECT size, peaks FROM frontier") else {
            frontier = MerkleFrontier()
            return
        }
        let bytes = [UInt8](try row.decode(Data.self, atIndex: 1))
        let peaks = stride(from: 0, to: bytes.count, by: Digest.byteCount)
            .compactMap { Digest(bytes: bytes[$0..<min($0 + Digest.byteCount, bytes.count)]) }
        guard let frontier = MerkleFrontier(size: try row.decode(atIndex: 0), peaks: peaks) else {
            throw CopyingFault.damaged(reason: "the edge of the tree does not fit its size")
        }
        self.frontier = frontier
    }

    /// Writes one copy, with the rows of its lists.
    mutating func append(_ pattern: SubmissionPattern, as number: Int, in db: Database) throws {
        let digits = People.digits(number)
        let name = pattern.name.dropLast(SubmissionPattern.width) + digits
        let recorded = Array(instant.description.utf8)
        for leaf in pattern.leaves {
            var bytes = leaf.bytes
            for place in leaf.digits {
                bytes.replaceSubrange(place..<(place + SubmissionPattern.width), with: digits.utf8)
            }
            bytes.replaceSubrange(leaf.recordedAt..<(leaf.recordedAt + recorded.count), with: recorded)
            try insert(bytes, type: leaf.type, number: leaf.number, of: String(name), in: db)
        }
        for table in pattern.tables {
            for row in table.rows {
                let values = row.map { value -> DatabaseValue in
                    guard case .string(let text) = value.storage else { return value }
                    return text.replacingOccurrences(of: pattern.digits, with: digits).databaseValue
                }
                try db.cachedStatement(sql: table.sql).execute(arguments: StatementArguments(values))
            }
        }
    }

    private mutating func insert(
        _ bytes: [UInt8],
        type: String,
        number: Int?,
        of name: String,
        in db: Database
    ) throws {
        let hash = MerkleHash.leaf(bytes)
        try db.cachedStatement(
            sql: """
                INSERT INTO leaf (position, submission, number, type, bytes, hash, recordedAt)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                frontier.size, name, number, type, Data(bytes), Data(hash.bytes), instant.millisecondsSinceEpoch,
            ]
        )
        let size = frontier.size + 1
        try frontier.append(hash) { height, root in
            // The store keeps the root of every 2^8 leaves, of every 2^8 of those, and so on.
            guard height.isMultiple(of: 8) else { return }
            try db.cachedStatement(sql: "INSERT INTO treeNode (level, place, hash) VALUES (?, ?, ?)")
                .execute(arguments: [height / 8, (size >> height) - 1, Data(root.bytes)])
        }
    }

    /// Stores the edge, and the head beside it, as the last thing of a transaction.
    func store(in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO frontier (id, size, peaks) VALUES (1, ?, ?)
                ON CONFLICT (id) DO UPDATE SET size = excluded.size, peaks = excluded.peaks
                """,
            arguments: [frontier.size, Data(frontier.peaks.flatMap(\.bytes))]
        )
        try db.execute(
            sql: "INSERT INTO head (size, root) VALUES (?, ?)",
            arguments: [frontier.size, Data(frontier.root.bytes)]
        )
    }
}
