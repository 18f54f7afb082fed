import Synchronization

/// A value that is read once, by whoever asks first; others wait for it meanwhile.
final class ReadOnce<Value: Sendable>: Sendable {
    private let kept = Mutex<Value?>(nil)

    /// The value; `nil`, or the fault of `read`, as often as there is none.
    func value(orRead read: () throws -> Value?) rethrows -> Value? {
        try kept.withLock { kept in
            if let kept { return kept }
            let value = try read()
            kept = value
            return value
        }
    }
}
