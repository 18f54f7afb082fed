/// A civil date as well as it is known: a day, a month, a year, one of the days of a span, or nothing.
///
/// Letters are transcribed as they are: one that says only "May 2026" is never given a day of its own. Dates that can mean
/// the same days are the same date, in whatever form they came.
package struct PartialDate: Hashable, Codable, Sendable {
    /// The first day it can mean; ``CivilDate/earliest`` where nothing is known of it.
    package let earliest: CivilDate
    /// The last day it can mean, never before ``earliest``; ``CivilDate/latest`` where nothing is known of it.
    package let latest: CivilDate

    /// A day from `earliest` through `latest`, or nil where there is none.
    package init?(from earliest: CivilDate, through latest: CivilDate) {
        guard earliest <= latest else { return nil }
        self.init(earliest, latest)
    }

    package init(_ bounds: DateBounds) { self.init(bounds.earliest, bounds.latest) }

    private init(_ earliest: CivilDate, _ latest: CivilDate) {
        self.earliest = earliest
        self.latest = latest
    }

    package static let unknown = PartialDate(.earliest, .latest)

    package static func day(_ date: CivilDate) -> PartialDate { PartialDate(date, date) }

    /// A month, 1 to 12; another number, which no text can name, is taken as the nearest of them.
    package static func month(year: Int, month: Int) -> PartialDate {
        PartialDate(firstDay(year: year, month: month), lastDay(year: year, month: month))
    }

    package static func year(_ year: Int) -> PartialDate {
        PartialDate(firstDay(year: year, month: 1), lastDay(year: year, month: 12))
    }

    package static func notAfter(_ date: CivilDate) -> PartialDate { PartialDate(.earliest, date) }

    package static func notBefore(_ date: CivilDate) -> PartialDate { PartialDate(date, .latest) }

    /// Whether it means one day only.
    package var isExact: Bool { earliest == latest }

    /// Whether what happened then was on time for something due within `due`.
    package func compared(to due: DateBounds) -> Verdict {
        if latest <= due.earliest { return .met }
        if earliest > due.latest { return .missed }
        return .undetermined
    }

    /// The days of it from `first` through `last`, or nil where it can mean none of them.
    package func cut(from first: CivilDate = .earliest, through last: CivilDate = .latest) -> PartialDate? {
        PartialDate(from: max(earliest, first), through: min(latest, last))
    }

    /// The days of it that `other` can mean too, or nil where there are none.
    package func cut(to other: PartialDate) -> PartialDate? { cut(from: other.earliest, through: other.latest) }

    /// The days to which `move` takes its own; an end of which nothing is known stays so.
    package func moved(_ move: (CivilDate) -> CivilDate) -> PartialDate {
        let first = earliest == .earliest ? earliest : move(earliest)
        let last = latest == .latest ? latest : isExact ? first : move(latest)
        return PartialDate(min(first, last), last)
    }

    private static func firstDay(year: Int, month: Int) -> CivilDate {
        CivilDate(year: year, month: min(max(month, 1), 12), day: 1) ?? (year < 1900 ? .earliest : .latest)
    }

    private static func lastDay(year: Int, month: Int) -> CivilDate {
        let month = min(max(month, 1), 12)
        let day = CivilDate.daysInMonth(year: year, month: month)
        return CivilDate(year: year, month: month, day: day) ?? (year < 1900 ? .earliest : .latest)
    }
}
