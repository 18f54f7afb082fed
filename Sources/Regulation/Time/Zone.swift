/// A time zone as data: from when its clocks were how far ahead of UTC.
///
/// The core knows no zone by name; the offsets come from a generated file, so that the same log gives the same dates
/// on every machine.
package struct Zone: Hashable, Sendable {
    /// From an instant on, how many minutes the zone's clocks are ahead of UTC; negative where they are behind.
    package struct Offset: Hashable, Sendable {
        package let from: Instant
        package let minutes: Int

        package init(from: Instant, minutes: Int) {
            self.from = from
            self.minutes = minutes
        }
    }

    package let id: String
    /// At least one, in ascending order.
    package let offsets: [Offset]
    private let first: Offset

    /// The zone with these offsets, or nil when there is none, when their order is not strictly ascending, or when one
    /// is beyond 14 hours.
    package init?(id: String, offsets: [Offset]) {
        guard let first = offsets.first, offsets.allSatisfy({ (-840...840).contains($0.minutes) }),
            zip(offsets, offsets.dropFirst()).allSatisfy({ $0.from < $1.from })
        else { return nil }
        self.init(id: id, first: first, offsets: offsets)
    }

    private init(id: String, first: Offset, offsets: [Offset]) {
        self.id = id
        self.first = first
        self.offsets = offsets
    }

    /// Coordinated Universal Time.
    package static let utc: Zone = {
        let offset = Offset(from: Instant(millisecondsSinceEpoch: .min), minutes: 0)
        return Zone(id: "UTC", first: offset, offsets: [offset])
    }()

    /// The minutes ahead of UTC at `instant`; before the first offset known, that one.
    package func offset(at instant: Instant) -> Int {
        (offsets.last { $0.from <= instant } ?? first).minutes
    }
}

extension Zone {
    /// The date that a calendar on the wall shows at `instant`.
    package func civilDate(at instant: Instant) -> CivilDate {
        CivilDate(dayNumber: Int(local(instant).flooredQuotient(by: Instant.millisecondsPerDay)))
    }

    /// The first instant at which the calendar on the wall shows `date`.
    ///
    /// Where clocks jump over midnight that is the instant of the jump; where the whole day was skipped, the start of
    /// the day after it.
    package func startOfDay(_ date: CivilDate) -> Instant {
        let midnight = Int64(date.dayNumber) * Instant.millisecondsPerDay
        for (position, offset) in offsets.enumerated() {
            let start = Instant(millisecondsSinceEpoch: midnight - Int64(offset.minutes) * 60_000)
            let candidate = position == 0 ? start : max(start, offset.from)
            if position + 1 == offsets.count || candidate < offsets[position + 1].from { return candidate }
        }
        return Instant(millisecondsSinceEpoch: midnight)
    }

    /// The time on the wall with its offset: `2026-04-01 18:00:00 +09:00`.
    package func localText(_ instant: Instant) -> String {
        let minutes = offset(at: instant)
        let seconds = local(instant).flooredRemainder(by: Instant.millisecondsPerDay) / 1_000
        let distance = "\((abs(minutes) / 60).padded(to: 2)):\((abs(minutes) % 60).padded(to: 2))"
        return "\(civilDate(at: instant)) \(Instant.timeOfDay(seconds)) \(minutes < 0 ? "-" : "+")\(distance)"
    }

    /// The same for people, to the minute and with the name of the zone: `2026-04-01 18:00 (Asia/Tokyo)`.
    package func clockText(_ instant: Instant) -> String { "\(localText(instant).prefix(16)) (\(id))" }

    private func local(_ instant: Instant) -> Int64 {
        instant.millisecondsSinceEpoch + Int64(offset(at: instant)) * 60_000
    }
}
