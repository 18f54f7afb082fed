import Engine
import Synchronization

/// Who is being served: set around each client's task, so that the store knows whose request waits.
enum Caller {
    @TaskLocal static var client = 0
}

/// The store of one process: what waits in it and what it remembers, all of which a crash takes away.
///
/// It does nothing by itself: the simulation says when a batch is taken, when it is confirmed, and when a read is served.
/// Where there is no simulation, whoever wants to do so at once is told when somebody begins to wait.
final class SimulatedStore: SubmissionStore {
    struct Ticket: Sendable {
        let client: Int
        /// Runs the body; what comes back gives the answer, once the commit is durable.
        let perform: @Sendable (SimulatedTransaction) throws -> @Sendable () -> Void
        let fail: @Sendable (any Error) -> Void
    }

    struct Look: Sendable {
        let client: Int
        let perform: @Sendable (SimulatedReader) -> Void
        let fail: @Sendable (any Error) -> Void
    }

    struct Volatile {
        var writes: [Ticket] = []
        var looks: [Look] = []
        var isDead = false
        /// Taken out while a transaction runs, and put back only when it has committed.
        var memory: WriterMemory?
        var folds: FoldCache
        var unsaved: [Dependency] = []
    }

    let volatile: Mutex<Volatile>
    private let changes = Mutex(0)
    /// How many may wait before the store answers that it is busy.
    private let limit: Int
    private let arrived: @Sendable (SimulatedStore) -> Void

    init(limit: Int, foldLimit: Int, arrived: @escaping @Sendable (SimulatedStore) -> Void = { _ in }) {
        self.limit = limit
        self.arrived = arrived
        volatile = Mutex(Volatile(folds: FoldCache(limit: foldLimit)))
    }

    func write<Output: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws -> Output
    ) async throws -> Output {
        let client = Caller.client
        return try await withCheckedThrowingContinuation { continuation in
            let ticket = Ticket(
                client: client,
                perform: { transaction in
                    let output = try body(transaction)
                    return { continuation.resume(returning: output) }
                },
                fail: { continuation.resume(throwing: $0) }
            )
            let refusal = volatile.withLock { volatile -> (any Error)? in
                guard !volatile.isDead else { return SimulatedFault.processDied }
                guard volatile.writes.count < limit else { return EngineError.busy }
                volatile.writes.append(ticket)
                return nil
            }
            if let refusal { continuation.resume(throwing: refusal) } else { arrived(self) }
        }
    }

    func read<Output: Sendable>(_ body: @escaping @Sendable (any StoreReader) throws -> Output) async throws -> Output {
        let client = Caller.client
        return try await withCheckedThrowingContinuation { continuation in
            let look = Look(
                client: client,
                perform: { reader in continuation.resume(with: Result { try body(reader) }) },
                fail: { continuation.resume(throwing: $0) }
            )
            let isDead = volatile.withLock { volatile in
                if !volatile.isDead { volatile.looks.append(look) }
                return volatile.isDead
            }
            if isDead { continuation.resume(throwing: SimulatedFault.processDied) } else { arrived(self) }
        }
    }

    /// Nothing is kept by it here: each answer is another one.
    func changeCount() throws -> Int {
        changes.withLock { changes in
            changes += 1; return changes
        }
    }

    func close() async throws {}
}
