extension Instant: CustomStringConvertible {
    /// The instant that `text` names in the form of RFC 3339, or nil.
    ///
    /// Wants an offset (`Z` or `+09:00`), as a time without one names no instant. Of a fraction, what is finer than a
    /// millisecond is cut off. A leap second (`:60`) is refused.
    package init?(_ text: String) {
        var reader = FixedFormReader(text)
        guard let date = CivilDate(from: &reader), reader.take("T", "t"),
            let hour = reader.number(digits: 2), hour <= 23, reader.take(":"),
            let minute = reader.number(digits: 2), minute <= 59, reader.take(":"),
            let second = reader.number(digits: 2), second <= 59,
            let fraction = Self.milliseconds(from: &reader),
            let offset = Self.offsetMinutes(from: &reader), reader.isAtEnd
        else { return nil }
        let milliseconds =
            Int64(date.dayNumber) * Self.millisecondsPerDay
            + Int64(((hour * 60 + minute - offset) * 60 + second) * 1_000 + fraction)
        self.init(millisecondsSinceEpoch: milliseconds)
        guard millisecondsSinceEpoch == milliseconds else { return nil }
    }

    private static func milliseconds(from reader: inout FixedFormReader) -> Int? {
        guard reader.take(".") else { return 0 }
        guard let first = reader.digit() else { return nil }
        var value = first * 100
        var place = 10
        while let digit = reader.digit() {
            value += digit * place
            place /= 10
        }
        return value
    }

    private static func offsetMinutes(from reader: inout FixedFormReader) -> Int? {
        if reader.take("Z", "z") { return 0 }
        let isAhead = reader.take("+")
        guard isAhead || reader.take("-"), let hours = reader.number(digits: 2), hours <= 23, reader.take(":"),
            let minutes = reader.number(digits: 2), minutes <= 59
        else { return nil }
        return (hours * 60 + minutes) * (isAhead ? 1 : -1)
    }

    /// RFC 3339 in UTC with three digits of fraction: `2026-04-01T09:00:00.000Z`.
    package var description: String {
        let ofDay = Int(millisecondsSinceEpoch.flooredRemainder(by: Self.millisecondsPerDay))
        return FixedFormWriter.text(atMost: 24) { text in
            text.put(utcDate)
            text.put("T")
            text.put(timeOfDay: ofDay / 1_000)
            text.put(".")
            text.put(ofDay % 1_000, digits: 3)
            text.put("Z")
        }
    }

    private var utcDate: CivilDate {
        CivilDate(dayNumber: Int(millisecondsSinceEpoch.flooredQuotient(by: Self.millisecondsPerDay)))
    }

    /// `09:00:00`, from the seconds since midnight.
    static func timeOfDay(_ seconds: Int64) -> String {
        FixedFormWriter.text(atMost: 8) { $0.put(timeOfDay: Int(seconds)) }
    }
}
