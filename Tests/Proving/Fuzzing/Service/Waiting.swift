import Dispatch
import Synchronization

/// A thread of one's own for an attack, whose targets wait for what runs on the threads of everybody else.
package final class AttackThread: TaskExecutor {
    private let queue = DispatchQueue(label: "attack")

    package init() {}

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

/// Runs what is asynchronous to its end, as targets are called one after another.
///
/// Never called from a thread that the body would need: an attack has an ``AttackThread``.
func waiting<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws -> Value {
    let answer = Answer<Value>()
    let done = DispatchSemaphore(value: 0)
    Task {
        do {
            let value = try await body()
            answer.result.withLock { $0 = .success(value) }
        } catch {
            answer.result.withLock { $0 = .failure(error) }
        }
        done.signal()
    }
    guard done.wait(timeout: .now() + 600) == .success, let result = answer.result.withLock({ $0 }) else {
        throw NoAnswer()
    }
    return try result.get()
}

private final class Answer<Value: Sendable>: Sendable {
    let result = Mutex<Result<Value, any Error>?>(nil)
}

/// An asynchronous call that did not come to its end within ten minutes.
struct NoAnswer: Error {}
