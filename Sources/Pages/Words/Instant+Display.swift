import Regulation

extension Instant {
    /// `2026-06-01 09:00:00 UTC`.
    var utcText: String { "\(Zone.utc.localText(self).prefix(19)) UTC" }
}
