/// A day that comes in every year, such as 31 December, written `12-31`.
package struct YearDay: Hashable, Sendable, CustomStringConvertible {
    /// 1 to 12.
    package let month: Int
    /// From 1; never 29 February.
    package let day: Int

    /// Nil for what is no day of every year.
    package init?(_ text: String) {
        guard text.utf8.count == 5, let date = CivilDate("2025-\(text)") else { return nil }
        (month, day) = (date.month, date.day)
    }

    /// The first such day after `date`; the last one that a date can name where there is none.
    package func next(after date: CivilDate) -> CivilDate {
        let days = [date.year, date.year + 1].compactMap { CivilDate(year: $0, month: month, day: day) }
        return days.first { $0 > date } ?? .latest
    }

    package var description: String { "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }
}
