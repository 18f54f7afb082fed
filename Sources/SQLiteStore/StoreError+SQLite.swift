import Engine
import GRDB

extension StoreError {
    /// What a fault of SQLite means to a caller; every other error as it is.
    static func translating(_ error: any Error) -> any Error {
        // A page that the disk gave back wrong may hold anything, whatever the schema says of its columns.
        if error is RowDecodingError { return StoreError.damaged(reason: "a row does not hold what its table says") }
        guard let fault = error as? DatabaseError else { return error }
        let reason = fault.message ?? "\(fault.resultCode)"
        switch fault.resultCode {
        // Another process held the database for longer than the busy timeout: nothing was done.
        case .SQLITE_BUSY, .SQLITE_LOCKED: return EngineError.busy
        case .SQLITE_FULL: return StoreError.diskFull
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: return StoreError.damaged(reason: reason)
        case .SQLITE_CONSTRAINT: return StoreError.refused(reason: reason)
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            return StoreError.cannotOpen(reason: reason)
        default: return StoreError.failed(reason: reason)
        }
    }

    /// What a fault in `COMMIT` itself means: only where the disk failed is the outcome unknown.
    static func translatingCommit(_ error: any Error) -> any Error {
        guard let fault = error as? DatabaseError, fault.resultCode == .SQLITE_IOERR else { return translating(error) }
        return StoreError.commitFailed(reason: fault.message ?? "\(fault.extendedResultCode)")
    }
}
