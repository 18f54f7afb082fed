import Engine
import GRDB
import Regulation
import Submissions
import TransparencyLog

/// The writer's transaction, shared by the bodies of one batch; each body leaves all that it does, or nothing.
///
/// What a body did to the edge of the log and to folded submissions is staged, and published to the bodies after it
/// only when it has come to its end.
final class SQLiteTransaction: StoreTransaction, DatabaseReading {
    /// What begins it: at once as a writer, since a reader that turns into one may be too late.
    static let begin = "BEGIN IMMEDIATE"

    let db: Database
    let settled: WorkspaceSettings
    /// What may be kept once the transaction has committed.
    private(set) var memory: WriterMemory
    private var firstEdge: LogEdge
    /// What the bodies that came to their end left, to be remembered with the commit.
    private var folds: [SubmissionName: Submission] = [:]

    var stagedEdge: LogEdge
    var stagedFolds: [SubmissionName: Submission] = [:]
    /// The hash of the leaf that was appended last.
    var lastLeaf = MerkleHash.emptyRoot
    /// A write that failed half way: whatever the body makes of the error, all that it did is rolled back.
    private var failure: (any Error)?

    init(_ db: Database, settled: WorkspaceSettings, memory: WriterMemory) {
        self.db = db
        self.settled = settled
        self.memory = memory
        firstEdge = memory.edge
        stagedEdge = memory.edge
    }

    /// Runs one body.
    ///
    /// In a savepoint it leaves nothing behind where it throws. Without one the transaction is then of no use any more:
    /// that is for whoever knows that nothing else is in it, or that begins it anew.
    func run<Output>(_ body: (SQLiteTransaction) throws -> Output, inSavepoint isSaved: Bool) throws -> Output {
        stagedEdge = memory.edge
        stagedFolds = [:]
        failure = nil
        var output: Output?
        if isSaved { try db.run("SAVEPOINT body") }
        do {
            output = try body(self)
            if let failure { throw failure }
            if isSaved { try db.run("RELEASE body") }
        } catch {
            // Where SQLite gave up the whole transaction there is nothing left to undo.
            if isSaved, db.isInsideTransaction {
                try db.run("ROLLBACK TO body")
                try db.run("RELEASE body")
            }
            throw error
        }
        guard let output else { throw StoreError.failed(reason: "a body gave no answer") }
        memory.edge = stagedEdge
        folds.merge(stagedFolds) { $1 }
        return output
    }

    /// Undoes all that was done, and begins again.
    func beginAnew() throws {
        if db.isInsideTransaction { try db.rollback() }
        try db.run(Self.begin)
        folds = [:]
        memory.edge = firstEdge
        memory = try .current(memory, in: db)
        firstEdge = memory.edge
    }

    /// Stores the head of the tree if leaves were appended, as the last thing before the commit.
    ///
    /// - Returns: the head, where there is a new one.
    func seal() throws -> TreeHead? {
        for submission in folds.values { memory.folds.keep(submission) }
        guard memory.edge.frontier.size > firstEdge.frontier.size else { return nil }
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
        if let submission = stagedFolds[name] ?? folds[name] ?? memory.folds[name] { return submission }
        let folded = try Snapshots.fold(name, in: db)
        if let folded { stagedFolds[name] = folded }
        return folded
    }

    func lastRecordedAt() throws -> Instant? { stagedEdge.lastRecordedAt }

    func head() throws -> TreeHead { stagedEdge.frontier.head }
}
