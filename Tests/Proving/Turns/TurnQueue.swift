import Synchronization

/// A few turns that many ask for; who asked first gets one first.
final class TurnQueue: Sendable {
    /// Two at once, since each waits for its processes most of the time and tests begin on machines of two cores.
    static let shared = TurnQueue(turns: 2)

    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    init(turns: Int) { state = Mutex(State(free: turns)) }

    /// Returns once it is the caller's turn, who gives it back.
    func take() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.free > 0 else {
                    state.waiting.append(continuation)
                    return false
                }
                state.free -= 1
                return true
            }
            if isFree { continuation.resume() }
        }
    }

    func give() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard !state.waiting.isEmpty else {
                state.free += 1
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume()
    }
}
