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
    private let firstSize: Int

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
        firstSize = memory.edge.frontier.size
        stagedEdge = memory.edge
    }

    /// Runs one body, which leaves nothing behind where it throws.
    ///
    /// Among others it runs in a savepoint. Alone it needs none: where it throws, the transaction begins anew.
    func run<Output>(
        _ body: (SQLiteTransaction) throws -> Output,
        alone isAlone: Bool
    ) throws
        -> Output
    {
        stagedEdge = memory.edge
        stagedFolds = [:]
        failure = nil
        var output: Output?
        if !isAlone { try db.run("SAVEPOINT body") }
        do {
            output = try body(self)
            if let failure { throw failure }
            if !isAlone { try db.run("RELEASE body") }
        } catch {
            // Where SQLite gave up the whole transaction there is nothing left to undo.
            if db.isInsideTransaction {
                try db.run(isAlone ? "ROLLBACK" : "ROLLBACK TO body")
                try db.run(isAlone ? Self.begin : "RELEASE body")
            }
            throw error
        }
        guard let output else { throw StoreError.failed(reason: "a body gave no answer") }
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
