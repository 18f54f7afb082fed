import GRDB
import GRDBSQLite
import Synchronization

/// Watches how long the write-ahead log has grown, and writes it back while nobody waits for a reply.
///
/// SQLite itself would write it back inside the commit that makes it long, and so delay that commit's answers. A reader
/// of an old state keeps the log from beginning anew; then it is tried again with every further thousand pages.
final class WriteAheadLog: Sendable {
    /// Pages of 4 KiB after which the log is written back.
    static let limit = 1_000

    private let pages = Atomic(0)
    private let next = Atomic(limit)

    /// Puts SQLite's own writing back off, and counts pages instead.
    func watch(_ db: Database) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        _ = sqlite3_wal_hook(
            db.sqliteConnection,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                let watch = Unmanaged<WriteAheadLog>.fromOpaque(context).takeUnretainedValue()
                watch.pages.store(Int(pages), ordering: .relaxed)
                return SQLITE_OK
            },
            context
        )
    }

    /// Writes the log back where it is long; a fault is the next commit's to meet.
    func writeBack(_ db: Database) {
        let length = pages.load(ordering: .relaxed)
        guard length >= next.load(ordering: .relaxed) else { return }
        let written = try? db.checkpoint(.passive)
        let isWhole = written.map { $0.walFrameCount == $0.checkpointedFrameCount } ?? false
        next.store(isWhole ? Self.limit : length + Self.limit, ordering: .relaxed)
    }
}
