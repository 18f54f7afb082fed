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
        limit: Int = -1,
        in db: Database
    ) throws -> [StoredEvent] {
        let statement = try db.cachedStatement(sql: Query.events)
        let latest = instant?.millisecondsSinceEpoch ?? .max
        let rows = try Row.fetchCursor(statement, arguments: [name.rawValue, number, latest, limit])
        var events: [StoredEvent] = []
        while let row = try rows.next() {
            events.append(try event(row, of: name))
        }
        return events
    }

    /// Decodes an event, after a look at its hash: no decision may rest on a damaged one.
    private static func event(_ row: Row, of name: SubmissionName) throws -> StoredEvent {
        let position = try row.decode(Int.self, atIndex: 0)
        let bytes = [UInt8](try row.decode(Data.self, atIndex: 1))
        guard MerkleHash.leaf(bytes) == Digest(bytes: try row.decode(Data.self, atIndex: 2)),
            case .event(let record, of: name)? = try? LogEntry(bytes: bytes)
        else { throw StoreError.damagedLeaf(position: position) }
        return StoredEvent(position: position, record: record)
    }

    /// The leaves of a submission's events after the one numbered `number`, or of its refusals after `position`.
    static func leaves(
        of name: SubmissionName,
        _ kind: LeafKind,
        limit: Int,
        in db: Database
    ) throws -> [StoredLeaf] {
        let (sql, last) =
            switch kind {
            case .events(after: let number): (Query.eventLeaves, number)
            case .refusals(after: let position): (Query.refusalLeaves, position)
            }
        let statement = try db.cachedStatement(sql: sql)
        return try stored(try Row.fetchCursor(statement, arguments: [name.rawValue, last, max(0, limit)]))
    }

    /// The statements of the log's lists, for the test of their plans as well.
    enum Query {
        static let events = """
            SELECT position, bytes, hash FROM leaf
            WHERE submission = ? AND number > ? AND recordedAt <= ? ORDER BY number LIMIT ?
            """
        static let eventLeaves = """
            SELECT position, submission, number, bytes, hash FROM leaf
            WHERE submission = ? AND number > ? ORDER BY number LIMIT ?
            """
        static let refusalLeaves = """
            SELECT position, submission, number, bytes, hash FROM leaf
            WHERE submission = ? AND number IS NULL AND position > ? ORDER BY position LIMIT ?
            """
        static let leaves =
            "SELECT position, submission, number, bytes, hash FROM leaf WHERE position >= ? ORDER BY position LIMIT ?"
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
        let statement = try db.cachedStatement(sql: Query.leaves)
        return try stored(try Row.fetchCursor(statement, arguments: [position, max(0, limit)]))
    }

    private static func stored(_ rows: RowCursor) throws -> [StoredLeaf] {
        var leaves: [StoredLeaf] = []
        while let row = try rows.next() {
            guard let hash = Digest(bytes: try row.decode(Data.self, atIndex: 4)) else {
                throw StoreError.damagedLeaf(position: try row.decode(atIndex: 0))
            }
            leaves.append(
                StoredLeaf(
                    position: try row.decode(atIndex: 0),
                    submission: SubmissionName(try row.decode(String.self, atIndex: 1)),
                    number: try row.decode(atIndex: 2),
                    bytes: [UInt8](try row.decode(Data.self, atIndex: 3)),
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
            let size = try row.decode(Int.self, atIndex: 0)
            guard size >= 0, let root = Digest(bytes: try row.decode(Data.self, atIndex: 1)) else {
                throw StoreError.damaged(reason: "a head is malformed")
            }
            heads.append(TreeHead(size: size, root: root))
        }
        return heads
    }
}
