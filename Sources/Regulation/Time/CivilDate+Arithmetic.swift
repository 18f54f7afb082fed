extension CivilDate {
    /// The day `days` later, or earlier when negative.
    package func adding(days: Int) -> CivilDate {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        guard !overflow else { return days < 0 ? .earliest : .latest }
        return CivilDate(dayNumber: sum)
    }

    /// The same day of the month `months` later, or the last day of that month when it is shorter.
    ///
    /// 2026-01-31 and one month is 2026-02-28; the clamped day is not remembered.
    package func adding(months: Int) -> CivilDate {
        let (year, month, day) = parts
        let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        let targetYear = index.flooredQuotient(by: 12)
        guard !overflow, (1900...9999).contains(targetYear) else { return months < 0 ? .earliest : .latest }
        let targetMonth = index.flooredRemainder(by: 12) + 1
        let lastDay = Self.daysInMonth(year: targetYear, month: targetMonth)
        return CivilDate(year: targetYear, month: targetMonth, day: min(day, lastDay)) ?? .latest
    }

    /// The first day of the month after this one, from which periods that begin "the month after" are counted.
    package var firstOfNextMonth: CivilDate {
        let (year, month, day) = parts
        return adding(days: Self.daysInMonth(year: year, month: month) - day + 1)
    }
}

extension CivilDate: CustomStringConvertible {
    /// The day that `text` names in the form `YYYY-MM-DD` and no other, or nil.
    package init?(_ text: String) {
        var reader = FixedFormReader(text)
        guard let date = Self(from: &reader), reader.isAtEnd else { return nil }
        self = date
    }

    init?(from reader: inout FixedFormReader) {
        guard let year = reader.number(digits: 4), reader.take("-"), let month = reader.number(digits: 2),
            reader.take("-"), let day = reader.number(digits: 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// ISO 8601: `2026-05-12`.
    package var description: String { FixedFormWriter.text(atMost: 10) { $0.put(self) } }
}
