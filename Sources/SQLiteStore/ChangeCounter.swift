import GRDB
import Synchronization

/// Tells whether anything was committed since one looked last, by this process or by another.
///
/// A connection of its own, opened when somebody first asks: SQLite counts for each connection what others commit. One
/// look reads shared memory and takes microseconds.
final class ChangeCounter: Sendable {
    private let path: String
    private let queue = Mutex<DatabaseQueue?>(nil)

    init(path: String) { self.path = path }

    func current() throws -> Int {
        try opened().inDatabase { db in
            try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
        }
    }

    func close() throws {
        try queue.withLock { queue in
            try queue?.close()
            queue = nil
        }
    }

    private func opened() throws -> DatabaseQueue {
        try queue.withLock { queue in
            if let queue { return queue }
            var configuration = Configuration()
            configuration.readonly = true
            let opened = try DatabaseQueue(path: path, configuration: configuration)
            queue = opened
            return opened
        }
    }
}
