import Engine
import GRDB
import GRDBSQLite

// Straight on SQLite: what GRDB does around each statement is for observers and for what is told of single statements,
// and a command that takes a dozen of them needs neither. The statements stay GRDB's, which finalises them when the
// connection closes.
extension Database {
    /// Runs a statement that gives no rows, and keeps it prepared for the next time.
    ///
    /// - Throws: `DatabaseError` and `CancellationError`, as GRDB does.
    func run(_ sql: String, _ values: [any StatementBinding] = []) throws {
        try rows(sql, values) { _ in }
    }

    /// What `read` makes of each row that a statement gives, which is kept prepared for the next time.
    ///
    /// - Throws: As above; ``StoreError/damaged(reason:)`` where a column holds something else.
    @discardableResult
    func rows<Output>(
        _ sql: String,
        _ values: [any StatementBinding] = [],
        _ read: (StandingRow) throws -> Output
    ) throws -> [Output] {
        let statement = try cachedStatement(sql: sql).sqliteStatement
        // Also after an error, which is told by then: a statement that is not reset keeps the transaction from ending.
        defer { sqlite3_reset(statement) }
        for (index, value) in values.enumerated() {
            try demand(SQLITE_OK, value.bind(to: statement, at: CInt(index + 1)), sql)
        }
        var found: [Output] = []
        while true {
            let code = sqlite3_step(statement)
            guard code == SQLITE_ROW else {
                try demand(SQLITE_DONE, code, sql)
                return found
            }
            found.append(try read(StandingRow(statement: statement)))
        }
    }

    private func demand(_ expected: CInt, _ code: CInt, _ sql: String) throws {
        guard code != expected else { return }
        // Nothing but the end of a reader's task interrupts a statement.
        if code == SQLITE_INTERRUPT { throw CancellationError() }
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: lastErrorMessage, sql: sql)
    }
}

/// The row on which a statement stands, read column by column.
struct StandingRow {
    fileprivate let statement: OpaquePointer

    func integer(_ column: CInt) throws -> Int {
        try demand(SQLITE_INTEGER, column)
        return Int(sqlite3_column_int64(statement, column))
    }

    func text(_ column: CInt) throws -> String {
        try demand(SQLITE_TEXT, column)
        let bytes = UnsafeRawBufferPointer(
            start: sqlite3_column_text(statement, column),
            count: Int(sqlite3_column_bytes(statement, column))
        )
        return String(decoding: bytes, as: UTF8.self)
    }

    func text(ifAny column: CInt) throws -> String? {
        sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : try text(column)
    }

    func bytes(_ column: CInt) throws -> [UInt8] {
        try demand(SQLITE_BLOB, column)
        let start = sqlite3_column_blob(statement, column)
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }

    private func demand(_ type: CInt, _ column: CInt) throws {
        guard sqlite3_column_type(statement, column) != type else { return }
        throw StoreError.damaged(reason: "a row does not hold what its table says")
    }
}
