import Engine
import Regulation

/// What `--as-of` means: the end of that day in the workspace's zone, or that very instant.
enum AsOf {
    static func instant(_ text: String?, zone: Zone) throws -> Instant? {
        guard let text else { return nil }
        if let date = CivilDate(text) { return zone.startOfDay(date.adding(days: 1)).adding(milliseconds: -1) }
        guard let instant = Instant(text) else { throw EngineError.badDate(text, of: "--as-of", .moment) }
        return instant
    }
}
