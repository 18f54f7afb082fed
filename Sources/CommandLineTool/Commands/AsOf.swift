import Engine
import Regulation
import Views

/// What `--as-of` means: the end of that day in the workspace's zone, or that very instant.
enum AsOf {
    static func instant(_ text: String?, in tasuki: Tasuki) async throws -> Instant? {
        try await tasuki.moment(text, named: "--as-of")
    }

    /// The same for what lies ahead, as the end of a story; nil where it is neither a day nor an instant.
    static func end(_ text: String, in zone: Zone) -> Instant? {
        CivilDate(text).map { zone.startOfDay($0.adding(days: 1)).adding(milliseconds: -1) } ?? Instant(text)
    }
}
