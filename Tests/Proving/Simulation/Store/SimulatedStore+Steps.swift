import Engine
import Submissions
import Synchronization

/// The transaction that holds the writer's lock, and the answers that wait for it.
struct OpenBatch {
    let process: Int
    let clients: [Int]
    let transaction: SimulatedTransaction
    var answers: [@Sendable () -> Void]
    let tickets: [SimulatedStore.Ticket]
}

extension SimulatedStore {
    var waitingWrites: [Int] { volatile.withLock { $0.writes.map(\.client) } }
    var waitingLooks: [Int] { volatile.withLock { $0.looks.map(\.client) } }

    func takeTickets(_ count: Int) -> [Ticket] {
        volatile.withLock { volatile in
            let tickets = Array(volatile.writes.prefix(count))
            volatile.writes.removeFirst(tickets.count)
            return tickets
        }
    }

    /// Runs the bodies of the first `count` that wait in one transaction on `state`.
    func begin(
        _ count: Int,
        process: Int,
        on state: DurableState,
        foldLimit: Int,
        room: Int?,
        plant: Plant?
    ) -> OpenBatch {
        let tickets = takeTickets(count)
        let (kept, unsaved) = volatile.withLock { volatile -> (WriterMemory?, [Dependency]) in
            defer { volatile.memory = nil }
            return (volatile.memory, volatile.unsaved)
        }
        let fresh = WriterMemory(dataVersion: state.dataVersion, folds: FoldCache(limit: foldLimit))
        let holds = kept?.dataVersion == state.dataVersion || plant == .foreignWriteUnseen
        let memory = holds ? kept ?? fresh : fresh
        let transaction = SimulatedTransaction(state, memory: memory, unsaved: unsaved, plant: plant)
        transaction.room = room
        let answers = tickets.map { ticket -> @Sendable () -> Void in
            do {
                return try transaction.savepoint(ticket.perform)
            } catch {
                return { ticket.fail(error) }
            }
        }
        return OpenBatch(
            process: process,
            clients: tickets.map(\.client),
            transaction: transaction,
            answers: answers,
            tickets: tickets
        )
    }

    /// Keeps what the batch learnt; it has committed.
    func remember(_ batch: OpenBatch) {
        volatile.withLock { volatile in
            volatile.memory = batch.transaction.memory
            volatile.unsaved = batch.transaction.unsaved
        }
    }

    /// Gives the waiting read of `client` its snapshot.
    func serve(_ client: Int, on state: DurableState) {
        let (look, folds) = volatile.withLock { volatile -> (Look?, FoldCache) in
            let index = volatile.looks.firstIndex { $0.client == client }
            return (index.map { volatile.looks.remove(at: $0) }, volatile.folds)
        }
        guard let look else { return }
        let reader = SimulatedReader(state, folds: folds)
        look.perform(reader)
        volatile.withLock { $0.folds = reader.folds }
    }

    /// Ends the process: whoever waits learns nothing but that it is gone.
    func die() {
        let fails = volatile.withLock { volatile -> [@Sendable (any Error) -> Void] in
            volatile.isDead = true
            defer { (volatile.writes, volatile.looks) = ([], []) }
            return volatile.writes.map(\.fail) + volatile.looks.map(\.fail)
        }
        for fail in fails { fail(SimulatedFault.processDied) }
    }

    /// The folds that its caches took in since they were asked last.
    func takeNews() -> [Submission] {
        volatile.withLock { volatile in
            volatile.folds.takeNews() + (volatile.memory?.folds.takeNews() ?? [])
        }
    }
}

extension OpenBatch {
    /// Gives everybody the answer of the body, once.
    mutating func answer() {
        for answer in answers { answer() }
        answers = []
    }

    /// Gives everybody `error` who has no answer yet.
    mutating func fail(_ error: any Error) {
        if !answers.isEmpty { for ticket in tickets { ticket.fail(error) } }
        answers = []
    }
}
