import GRDB
import GRDBSQLite
import Synchronization

/// Tells whether anything was committed since one looked last, by this process or by another.
///
/// A connection of its own, opened when somebody first asks: SQLite counts for each connection what others commit. One
/// look reads shared memory and takes a microsecond, where a hop to the library's queue would take several.
final class ChangeCounter: Sendable {
    private let path: String
    private let looking = Mutex<Looking?>(nil)

    init(path: String) { self.path = path }

    func current() throws -> Int {
        try looking.withLock { looking in
            if looking == nil { looking = try Looking(at: path) }
            return try looking?.count() ?? 0
        }
    }

    func close() { looking.withLock { $0 = nil } }
}

/// A connection that only ever asks for the count; closed when it is let go.
private struct Looking: ~Copyable {
    private let connection: OpaquePointer
    private let statement: OpaquePointer

    init(at path: String) throws {
        var connection: OpaquePointer?
        let opened = sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
        guard opened == SQLITE_OK, let connection else {
            sqlite3_close(connection)
            throw DatabaseError(resultCode: ResultCode(rawValue: opened))
        }
        var statement: OpaquePointer?
        let prepared = sqlite3_prepare_v3(
            connection,
            "PRAGMA data_version",
            -1,
            UInt32(SQLITE_PREPARE_PERSISTENT),
            &statement,
            nil
        )
        guard prepared == SQLITE_OK, let statement else {
            sqlite3_close(connection)
            throw DatabaseError(resultCode: ResultCode(rawValue: prepared))
        }
        self.connection = connection
        self.statement = statement
    }

    deinit {
        sqlite3_finalize(statement)
        sqlite3_close(connection)
    }

    func count() throws -> Int {
        defer { sqlite3_reset(statement) }
        let stepped = sqlite3_step(statement)
        guard stepped == SQLITE_ROW else { throw DatabaseError(resultCode: ResultCode(rawValue: stepped)) }
        return Int(sqlite3_column_int64(statement, 0))
    }
}
