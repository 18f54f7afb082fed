import Engine
import GRDB
import Synchronization

/// The queue of writers: bodies that wait while one transaction reaches the disk go together into the next.
///
/// One loop runs on the writer's own dispatch queue and lives as long as somebody waits, so that no thread of Swift's
/// cooperative pool is ever blocked by the disk.
final class GroupCommit: Sendable {
    /// How much may wait, and how much goes into one transaction.
    struct Limits: Hashable, Sendable {
        var waiting = 4_096
        var batch = 256
    }

    /// A body with the continuation of whoever waits for it.
    struct Ticket: Sendable {
        /// Runs the body; what comes back gives the answer, once the commit is durable.
        let perform: @Sendable (SQLiteTransaction) throws -> @Sendable () -> Void
        let fail: @Sendable (any Error) -> Void
    }

    private struct Line {
        var waiting: [Ticket] = []
        var isRunning = false
        var isClosed = false
    }

    private let pool: DatabasePool
    private let limits: Limits
    private let line = Mutex(Line())
    private let batches: BatchRunner

    init(_ pool: DatabasePool, _ batches: BatchRunner, limits: Limits) {
        self.pool = pool
        self.batches = batches
        self.limits = limits
    }

    var isClosed: Bool { line.withLock { $0.isClosed } }
    var waitingCount: Int { line.withLock { $0.waiting.count } }

    /// Runs `body` in one of the next transactions, and returns once that is durable.
    ///
    /// - Throws: what the body threw; `EngineError.busy` where too many wait; ``StoreError/closed``.
    func submit<Output: Sendable>(
        _ body: @escaping @Sendable (SQLiteTransaction) throws -> Output
    ) async throws -> Output {
        try await withCheckedThrowingContinuation { continuation in
            let ticket = Ticket(
                perform: { transaction in
                    let output = try body(transaction)
                    return { continuation.resume(returning: output) }
                },
                fail: { continuation.resume(throwing: $0) }
            )
            if let refusal = admit(ticket) { continuation.resume(throwing: refusal) }
        }
    }

    /// Refuses whoever comes now, and returns when everybody before has an answer.
    ///
    /// - Returns: false where it was closed already.
    func close() async throws -> Bool {
        let last = line.withLock { line -> Bool in
            defer { line.isClosed = true }
            return !line.isClosed
        }
        guard last else { return false }
        // Nobody is let in any more, so that nobody waits after this; the loop may still stand behind it, to find that out.
        try await pool.writeWithoutTransaction { self.drain($0) }
        return true
    }

    /// Takes a ticket in, and wakes the loop where none runs; an error where it cannot.
    private func admit(_ ticket: Ticket) -> (any Error)? {
        let (refusal, isAsleep): ((any Error)?, Bool) = line.withLock { line in
            guard !line.isClosed else { return (StoreError.closed, false) }
            guard line.waiting.count < limits.waiting else { return (EngineError.busy, false) }
            line.waiting.append(ticket)
            defer { line.isRunning = true }
            return (nil, !line.isRunning)
        }
        // Outside the lock, which the loop asks for at once.
        if isAsleep { pool.asyncWriteWithoutTransaction { self.drain($0) } }
        return refusal
    }

    private func drain(_ db: Database) {
        while let batch = next() { batches.run(batch, in: db) }
    }

    private func next() -> [Ticket]? {
        line.withLock { line in
            guard !line.waiting.isEmpty else {
                line.isRunning = false
                return nil
            }
            let batch = Array(line.waiting.prefix(limits.batch))
            line.waiting.removeFirst(batch.count)
            return batch
        }
    }
}
