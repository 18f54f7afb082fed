import Engine
import GRDB
import GRDBSQLite
import Regulation
import Submissions
import TransparencyLog

/// Leaves and heads shown one after the other straight from SQLite's own memory.
///
/// A row of GRDB costs several times what reading its columns does, which shows only where a whole log is read.
struct LeafScan {
    private let statement: Statement

    private init(_ statement: Statement) {
        self.statement = statement
    }

    private var handle: OpaquePointer { statement.sqliteStatement }

    static func leaves(
        at positions: Range<Int>,
        in db: Database,
        _ show: (LeafRow) throws -> Void
    ) throws {
        let sql = """
            SELECT position, submission, number, bytes, hash, recordedAt FROM leaf
            WHERE position >= ? AND position < ? ORDER BY position
            """
        let scan = LeafScan(try db.cachedStatement(sql: sql))
        try scan.run([positions.lowerBound, positions.upperBound]) { try show(try scan.leaf()) }
    }

    static func leaves(of span: SubmissionSpan, in db: Database, _ show: (LeafRow) throws -> Void) throws {
        // SQLite sorts null, the number of refusals, before every number. No submission has an empty name.
        let sql = """
            SELECT position, submission, number, bytes, hash, recordedAt FROM leaf
            WHERE submission > ? AND submission <= ? ORDER BY submission, number, position
            """
        let scan = LeafScan(try db.cachedStatement(sql: sql))
        try scan.run([span.after?.rawValue ?? "", span.through.rawValue]) { try show(try scan.leaf()) }
    }

    static func span(after name: SubmissionName?, limit: Int, in db: Database) throws -> SubmissionSpan? {
        // Each step is one descent of the index, however many leaves a submission has.
        let statement = try db.cachedStatement(sql: "SELECT min(submission) FROM leaf WHERE submission > ?")
        var last: SubmissionName?
        for _ in 0..<max(0, limit) {
            let before = last ?? name
            guard let next = try String.fetchOne(statement, arguments: [before?.rawValue ?? ""]) else { break }
            last = SubmissionName(next)
        }
        return last.map { SubmissionSpan(after: name, through: $0) }
    }

    static func heads(of sizes: ClosedRange<Int>, in db: Database, _ show: (TreeHead) throws -> Void) throws {
        let sql = "SELECT size, root FROM head WHERE size >= ? AND size <= ? ORDER BY size"
        let scan = LeafScan(try db.cachedStatement(sql: sql))
        try scan.run([sizes.lowerBound, sizes.upperBound]) {
            guard let root = Digest(bytes: scan.bytes(1)), scan.integer(0) >= 0 else {
                throw StoreError.damaged(reason: "a head is malformed")
            }
            try show(TreeHead(size: scan.integer(0), root: root))
        }
    }

    private func run(_ arguments: StatementArguments, _ body: () throws -> Void) throws {
        try statement.setArguments(arguments)
        // Reset at the end too: a statement that is still running would keep its snapshot.
        sqlite3_reset(handle)
        defer { sqlite3_reset(handle) }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: try body()
            case SQLITE_DONE: return
            case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
            }
        }
    }

    private func leaf() throws -> LeafRow {
        guard let hash = Digest(bytes: bytes(4)) else { throw StoreError.damagedLeaf(position: integer(0)) }
        return LeafRow(
            position: integer(0),
            submission: text(1),
            number: sqlite3_column_type(handle, 2) == SQLITE_NULL ? nil : integer(2),
            bytes: bytes(3),
            hash: hash,
            recordedAt: Instant(millisecondsSinceEpoch: sqlite3_column_int64(handle, 5))
        )
    }

    private func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

    private func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: sqlite3_column_blob(handle, column),
            count: Int(sqlite3_column_bytes(handle, column))
        )
    }

    private func text(_ column: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: sqlite3_column_text(handle, column),
            count: Int(sqlite3_column_bytes(handle, column))
        )
    }
}

extension DatabaseReading {
    func leafCount() throws -> Int {
        try (Int.fetchOne(db.cachedStatement(sql: "SELECT max(position) FROM leaf"))).map { $0 + 1 } ?? 0
    }

    func scanLeaves(at positions: Range<Int>, _ show: (LeafRow) throws -> Void) throws {
        try LeafScan.leaves(at: positions, in: db, show)
    }

    func scanLeaves(of span: SubmissionSpan, _ show: (LeafRow) throws -> Void) throws {
        try LeafScan.leaves(of: span, in: db, show)
    }

    func submissionSpan(after name: SubmissionName?, limit: Int) throws -> SubmissionSpan? {
        try LeafScan.span(after: name, limit: limit, in: db)
    }

    func scanHeads(of sizes: ClosedRange<Int>, _ show: (TreeHead) throws -> Void) throws {
        try LeafScan.heads(of: sizes, in: db, show)
    }

    func head(of size: Int) throws -> TreeHead? {
        var found: TreeHead?
        try LeafScan.heads(of: size...size, in: db) { found = $0 }
        return found
    }

    /// Nothing is kept beyond a transaction unless a reader says so.
    func keptSubmissions(_ name: SubmissionName) throws -> [Submission] { [] }
}
