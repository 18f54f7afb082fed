/// A point in time, in whole milliseconds.
///
/// Covers 1900-01-01T00:00:00.000Z to 9999-12-31T23:59:59.999Z; arithmetic that would leave that range ends at its
/// edge. Days have 86,400 seconds: leap seconds do not exist here.
package struct Instant: Hashable, Codable, Comparable, Sendable {
    static let millisecondsPerDay: Int64 = 86_400_000

    /// Milliseconds since 1970-01-01T00:00:00Z, negative before it.
    package let millisecondsSinceEpoch: Int64

    package init(millisecondsSinceEpoch: Int64) {
        let first = Int64(CivilDate.earliest.dayNumber) * Self.millisecondsPerDay
        let last = Int64(CivilDate.latest.dayNumber + 1) * Self.millisecondsPerDay - 1
        self.millisecondsSinceEpoch = min(max(millisecondsSinceEpoch, first), last)
    }

    package func adding(milliseconds: Int64) -> Instant {
        let (sum, overflow) = millisecondsSinceEpoch.addingReportingOverflow(milliseconds)
        guard !overflow else { return Instant(millisecondsSinceEpoch: milliseconds < 0 ? .min : .max) }
        return Instant(millisecondsSinceEpoch: sum)
    }

    /// The minute in which it lies, counted from 1970: at every place a day begins with a whole one.
    package var minute: Int64 { millisecondsSinceEpoch.flooredQuotient(by: 60_000) }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.millisecondsSinceEpoch < right.millisecondsSinceEpoch
    }
}
