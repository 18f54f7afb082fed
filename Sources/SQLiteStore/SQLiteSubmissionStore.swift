package import Engine
import GRDB

/// A workspace's log, projections and texts in one SQLite database, with the heads of its tree in a file beside it.
///
/// Several processes of one machine may open the same folder at once; each sees what the others committed. A write
/// returns only after SQLite waited for the disk (`synchronous = FULL`).
package final class SQLiteSubmissionStore: SubmissionStore {
    let folder: WorkspaceFolder
    let pool: DatabasePool
    let settled: WorkspaceSettings
    let commits: GroupCommit
    let batches: BatchRunner
    /// How the heads file stood to the database when the workspace was opened.
    package let headsFileState: HeadsFileState
    private let folds = SharedFolds()
    private let changes: ChangeCounter

    init(
        folder: WorkspaceFolder,
        pool: DatabasePool,
        settled: WorkspaceSettings,
        heads: HeadsFileState,
        limits: GroupCommit.Limits
    ) {
        self.folder = folder
        headsFileState = heads
        changes = ChangeCounter(path: folder.database)
        self.pool = pool
        self.settled = settled
        batches = BatchRunner(settled: settled, headsFile: folder.heads)
        commits = GroupCommit(pool, batches, limits: limits)
    }

    package func write<Output: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws -> Output
    ) async throws -> Output {
        try await commits.submit { try body($0) }
    }

    package func read<Output: Sendable>(
        _ body: @escaping @Sendable (any StoreReader) throws -> Output
    ) async throws -> Output {
        try await inspecting { [settled, folds] in try body(SQLiteReader(db: $0, settled: settled, folds: folds)) }
    }

    package func changeCount() throws -> Int {
        guard !commits.isClosed else { throw StoreError.closed }
        do {
            return try changes.current()
        } catch {
            throw StoreError.translating(error)
        }
    }

    /// Reads beneath the port, in one snapshot.
    func inspecting<Output: Sendable>(_ body: @escaping @Sendable (Database) throws -> Output) async throws -> Output {
        guard !commits.isClosed else { throw StoreError.closed }
        do {
            return try await pool.read(body)
        } catch {
            throw StoreError.translating(error)
        }
    }

    /// Closing twice changes nothing.
    package func close() async throws {
        guard try await commits.close() else { return }
        do {
            try await pool.writeWithoutTransaction { [folder] db in
                try folder.catchUpHeads(in: db)
                // Whoever only read leaves quickly; what another process still reads is left to the next checkpoint.
                if db.totalChangesCount > 0 { _ = try? db.checkpoint(.truncate) }
            }
            changes.close()
            batches.close()
            try pool.close()
        } catch {
            throw StoreError.translating(error)
        }
    }
}
