import Synchronization

/// Holds the steps of one client's task until the simulation lets it go on: that is how orders are tried.
///
/// Nothing runs by itself: a task that prefers this executor moves only inside ``proceed()``, on the caller's thread.
final class ClientExecutor: TaskExecutor {
    private let ready = Mutex<[UnownedJob]>([])

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        ready.withLock { $0.append(job) }
    }

    var isReady: Bool { ready.withLock { !$0.isEmpty } }

    /// Runs the task up to where it waits next.
    func proceed() {
        guard let job = ready.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { return }
        job.runSynchronously(on: asUnownedTaskExecutor())
    }
}

/// Where the tasks of clients leave how their errands ended.
final class Mailbox: Sendable {
    private let outcomes = Mutex<[Int: Outcome]>([:])

    func put(_ outcome: Outcome, for client: Int) { outcomes.withLock { $0[client] = outcome } }

    func take(for client: Int) -> Outcome? { outcomes.withLock { $0.removeValue(forKey: client) } }
}
