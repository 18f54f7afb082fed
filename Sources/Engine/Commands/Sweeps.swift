import Regulation
import Synchronization

/// When a process last looked at every case that time alone may move.
final class Sweeps: Sendable {
    private let lastHour = Mutex<Int64?>(nil)

    /// Whether the hour of `moment` has not been swept yet; from now on it has.
    func begin(at moment: Instant) -> Bool {
        let hour = moment.millisecondsSinceEpoch / 3_600_000
        return lastHour.withLock { last in
            defer { last = hour }
            return last != hour
        }
    }
}
