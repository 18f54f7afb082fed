import Engine
import GRDB
import Synchronization
import TransparencyLog

/// Runs the bodies of one batch in one transaction, and gives the answers after the commit.
final class BatchRunner: Sendable {
    private let settled: WorkspaceSettings
    private let heads: HeadsEnd
    private let log = WriteAheadLog()
    /// Taken out while a transaction runs, and put back only when it has committed.
    private let memory = Mutex<WriterMemory?>(nil)

    init(settled: WorkspaceSettings, headsFile: HeadsFile) {
        self.settled = settled
        heads = HeadsEnd(of: headsFile)
    }

    /// Takes over the connection that all batches will use.
    func prepare(_ db: Database) { log.watch(db) }

    /// Lets go of what it keeps open; a later run would open it again.
    func close() { heads.close() }

    func run(_ tickets: [GroupCommit.Ticket], in db: Database) {
        do {
            let (answers, head) = try commit(tickets, in: db)
            for answer in answers { answer() }
            // Not awaited by the replies, and free to fail: whoever opens or closes next adds what is missing.
            if let head { try? heads.append(head) }
            log.writeBack(db)
        } catch {
            for ticket in tickets { ticket.fail(error) }
        }
    }

    private func commit(
        _ tickets: [GroupCommit.Ticket],
        in db: Database
    ) throws -> (answers: [@Sendable () -> Void], head: TreeHead?) {
        do {
            try db.run(SQLiteTransaction.begin)
            let transaction = SQLiteTransaction(db, settled: settled, memory: try .current(takeMemory(), in: db))
            let answers = try answers(to: tickets, in: transaction)
            let head = try transaction.seal()
            try commit(db)
            memory.withLock { $0 = transaction.memory }
            return (answers, head)
        } catch {
            if db.isInsideTransaction { try? db.rollback() }
            throw StoreError.translating(error)
        }
    }

    /// Runs the bodies.
    ///
    /// A savepoint copies every page that its body changes. So they run without, and where one throws, which is seldom,
    /// all is undone, and each runs again in a savepoint of its own.
    private func answers(
        to tickets: [GroupCommit.Ticket],
        in transaction: SQLiteTransaction
    ) throws -> [@Sendable () -> Void] {
        do {
            return try tickets.map { try transaction.run($0.perform, inSavepoint: false) }
        } catch {
            try transaction.beginAnew()
            if tickets.count == 1 { return tickets.map { ticket in { ticket.fail(StoreError.translating(error)) } } }
        }
        return try tickets.map { try answer(to: $0, in: transaction) }
    }

    /// Runs one body in a savepoint; its error is its own answer, unless SQLite gave up the transaction as a whole.
    private func answer(
        to ticket: GroupCommit.Ticket,
        in transaction: SQLiteTransaction
    ) throws -> @Sendable () -> Void {
        do {
            return try transaction.run(ticket.perform, inSavepoint: true)
        } catch {
            let error = StoreError.translating(error)
            guard transaction.db.isInsideTransaction else { throw error }
            return { ticket.fail(error) }
        }
    }

    private func commit(_ db: Database) throws {
        do {
            try db.run("COMMIT")
        } catch {
            throw StoreError.translatingCommit(error)
        }
    }

    private func takeMemory() -> WriterMemory? {
        memory.withLock { memory in
            defer { memory = nil }
            return memory
        }
    }
}
