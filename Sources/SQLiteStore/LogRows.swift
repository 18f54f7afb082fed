import Engine
import Foundation
import GRDB
import Regulation
import Submissions
import TransparencyLog

/// Leaves and heads as they are read from their tables.
enum LogRows {
    /// The events of `name` after the one numbered `number`, those recorded through `instant` where one is given.
    static func events(
        of name: SubmissionName,
        after number: Int = 0,
        through instant: Instant? = nil,
        in db: Database
    ) throws -> [StoredEvent] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT position, bytes, hash FROM leaf
                WHERE submission = ? AND number > ? AND recordedAt <= ? ORDER BY number
                """
        )
        let latest = instant?.millisecondsSinceEpoch ?? .max
        let rows = try Row.fetchCursor(statement, arguments: [name.rawValue, number, latest])
        var events: [StoredEvent] = []
        while let row = try rows.next() {
            events.append(try event(row, of: name))
        }
        return events
    }

    /// Decodes an event, after a look at its hash: no decision may rest on a damaged one.
    private static func event(_ row: Row, of name: SubmissionName) throws -> StoredEvent {
        let position: Int = row[0]
        let bytes = [UInt8](row[1] as Data)
        guard MerkleHash.leaf(bytes) == Digest(bytes: row[2] as Data),
            case .event(let record, of: name)? = try? LogEntry(bytes: bytes)
        else { throw StoreError.damagedLeaf(position: position) }
        return StoredEvent(position: position, record: record)
    }

    /// `submission` after the events that follow it, or the fold of all events where it is `nil`.
    static func fold(_ name: SubmissionName, onto submission: Submission? = nil, in db: Database) throws -> Submission?
    {
        try events(of: name, after: submission?.version ?? 0, in: db).lazy.map(\.record)
            .reduce(into: submission) { Submission.advance(&$0, with: $1) }
    }

    /// The number of the submission's last event.
    static func version(of name: SubmissionName, in db: Database) throws -> Int? {
        let statement = try db.cachedStatement(sql: "SELECT max(number) FROM leaf WHERE submission = ?")
        return try Int.fetchOne(statement, arguments: [name.rawValue])
    }

    static func lastRecordedAt(_ db: Database) throws -> Instant? {
        let sql = "SELECT recordedAt FROM leaf ORDER BY position DESC LIMIT 1"
        return try Int64.fetchOne(db.cachedStatement(sql: sql)).map(Instant.init(millisecondsSinceEpoch:))
    }

    static func leaves(from position: Int, limit: Int, in db: Database) throws -> [StoredLeaf] {
        let statement = try db.cachedStatement(
            sql:
                "SELECT position, submission, number, bytes, hash FROM leaf WHERE position >= ? ORDER BY position LIMIT ?"
        )
        let rows = try Row.fetchCursor(statement, arguments: [position, max(0, limit)])
        var leaves: [StoredLeaf] = []
        while let row = try rows.next() {
            guard let hash = Digest(bytes: row[4] as Data) else {
                throw StoreError.damagedLeaf(position: row[0])
            }
            leaves.append(
                StoredLeaf(
                    position: row[0],
                    submission: SubmissionName(row[1] as String),
                    number: row[2],
                    bytes: [UInt8](row[3] as Data),
                    hash: hash
                )
            )
        }
        return leaves
    }

    /// Heads of at least `size`, in order.
    static func heads(from size: Int = 0, in db: Database) throws -> [TreeHead] {
        try heads("SELECT size, root FROM head WHERE size >= ? ORDER BY size", [size], in: db)
    }

    /// The head of the last transaction; `nil` while the log is empty.
    static func lastHead(in db: Database) throws -> TreeHead? {
        try heads("SELECT size, root FROM head ORDER BY size DESC LIMIT 1", in: db).first
    }

    private static func heads(
        _ sql: String,
        _ arguments: StatementArguments = [],
        in db: Database
    ) throws -> [TreeHead] {
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        var heads: [TreeHead] = []
        while let row = try rows.next() {
            let size: Int = row[0]
            guard size >= 0, let root = Digest(bytes: row[1] as Data) else {
                throw StoreError.damaged(reason: "a head is malformed")
            }
            heads.append(TreeHead(size: size, root: root))
        }
        return heads
    }
}
