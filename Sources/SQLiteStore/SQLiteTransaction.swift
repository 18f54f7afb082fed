import Engine
import GRDB
import Regulation
import Submissions
import TransparencyLog

/// The writer's transaction, shared by the bodies of one batch; each body runs in a savepoint of its own.
///
/// What a body did to the edge of the log and to folded submissions is staged, and published to the bodies after it
/// only when its savepoint is released.
final class SQLiteTransaction: StoreTransaction, DatabaseReading {
    let db: Database
    let settled: WorkspaceSettings
    /// What may be kept once the transaction has committed.
    private(set) var memory: WriterMemory
    private let firstSize: Int

    var stagedEdge: LogEdge
    var stagedFolds: [SubmissionName: Submission] = [:]
    /// The hash of the leaf that was appended last.
    var lastLeaf = MerkleHash.emptyRoot
    /// A write that failed half way: whatever the body makes of the error, its savepoint is rolled back.
    private var failure: (any Error)?

    init(_ db: Database, settled: WorkspaceSettings, memory: WriterMemory) {
        self.db = db
        self.settled = settled
        self.memory = memory
        firstSize = memory.edge.frontier.size
        stagedEdge = memory.edge
    }

    /// Runs one body, which leaves nothing behind where it throws.
    func savepoint<Output>(_ body: (SQLiteTransaction) throws -> Output) throws -> Output {
        stagedEdge = memory.edge
        stagedFolds = [:]
        failure = nil
        var output: Output?
        try db.cachedStatement(sql: "SAVEPOINT body").execute()
        do {
            output = try body(self)
            if let failure { throw failure }
            try db.cachedStatement(sql: "RELEASE body").execute()
        } catch {
            // Where SQLite gave up the whole transaction there is no savepoint left.
            if db.isInsideTransaction {
                try db.cachedStatement(sql: "ROLLBACK TO body").execute()
                try db.cachedStatement(sql: "RELEASE body").execute()
            }
            throw error
        }
        guard let output else { throw StoreError.failed(reason: "a savepoint gave no answer") }
        memory.edge = stagedEdge
        for submission in stagedFolds.values { memory.folds.keep(submission) }
        return output
    }

    /// Stores the head of the tree if leaves were appended, as the last thing before the commit.
    ///
    /// - Returns: the head, where there is a new one.
    func seal() throws -> TreeHead? {
        guard memory.edge.frontier.size > firstSize else { return nil }
        try memory.edge.store(in: db)
        return memory.edge.frontier.head
    }

    /// Runs a write of several statements; once one has failed, the body can no longer commit.
    func writing<Output>(_ body: () throws -> Output) throws -> Output {
        do {
            return try body()
        } catch {
            failure = error
            throw error
        }
    }

    // MARK: - Reading what was just written

    func submission(_ name: SubmissionName) throws -> Submission? {
        if let submission = stagedFolds[name] ?? memory.folds[name] { return submission }
        let folded = try Snapshots.fold(name, in: db)
        if let folded { stagedFolds[name] = folded }
        return folded
    }

    func lastRecordedAt() throws -> Instant? { stagedEdge.lastRecordedAt }

    func head() throws -> TreeHead { stagedEdge.frontier.head }
}
