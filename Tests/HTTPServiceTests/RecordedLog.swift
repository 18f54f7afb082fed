import Logging
import Synchronization

/// Keeps what is logged, so that a test can read it.
struct RecordedLog: LogHandler {
    private final class Lines: Sendable {
        let kept = Mutex<[String]>([])
    }

    private let lines = Lines()
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .trace

    var errors: [String] { lines.kept.withLock { $0 } }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        guard event.level >= .error else { return }
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let text = all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        lines.kept.withLock { $0.append("\(event.message) \(text)") }
    }
}
