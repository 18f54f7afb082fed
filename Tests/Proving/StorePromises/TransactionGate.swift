@preconcurrency import Dispatch

/// Holds the writer inside a transaction until it is opened, so that others queue up behind it.
package final class TransactionGate: Sendable {
    private let opened = DispatchSemaphore(value: 0)
    private let reached: AsyncStream<Void>
    private let reach: AsyncStream<Void>.Continuation

    package init() {
        (reached, reach) = AsyncStream.makeStream()
    }

    /// Called in a transaction: says that it has begun, and waits, though not for ever where a test has failed.
    package func hold() {
        reach.yield()
        _ = opened.wait(timeout: .now() + 600)
    }

    /// Returns once a transaction is held.
    package func untilHeld() async {
        for await _ in reached { return }
    }

    package func open() {
        opened.signal()
    }
}
