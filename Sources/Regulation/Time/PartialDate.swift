/// A civil date known to the day, to the month or to the year.
///
/// Letters are transcribed as they are: one that says only "May 2026" is never given a day of its own.
package enum PartialDate: Hashable, Codable, Sendable {
    case day(CivilDate)
    /// A month, 1 to 12; another number, which no text can name, is taken as the nearest of them.
    case month(year: Int, month: Int)
    case year(Int)

    /// The first day it can mean.
    package var earliest: CivilDate {
        switch self {
        case .day(let date): date
        case .month(let year, let month): Self.firstDay(year: year, month: month)
        case .year(let year): Self.firstDay(year: year, month: 1)
        }
    }

    /// The last day it can mean.
    package var latest: CivilDate {
        switch self {
        case .day(let date): date
        case .month(let year, let month): Self.lastDay(year: year, month: month)
        case .year(let year): Self.lastDay(year: year, month: 12)
        }
    }

    /// Whether it means one day only.
    package var isExact: Bool {
        if case .day = self { true } else { false }
    }

    /// Whether what happened then was on time for something due within `due`.
    package func compared(to due: DateBounds) -> Verdict {
        if latest <= due.earliest { return .met }
        if earliest > due.latest { return .missed }
        return .undetermined
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

extension PartialDate: CustomStringConvertible {
    /// The date that `text` names as `2026-05-12`, `2026-05` or `2026`, or nil.
    package init?(_ text: String) {
        var reader = FixedFormReader(text)
        switch text.utf8.count {
        case 10:
            guard let date = CivilDate(text) else { return nil }
            self = .day(date)
        case 7:
            guard let year = reader.number(digits: 4), reader.take("-"), let month = reader.number(digits: 2),
                CivilDate(year: year, month: month, day: 1) != nil
            else { return nil }
            self = .month(year: year, month: month)
        case 4:
            guard let year = reader.number(digits: 4), CivilDate(year: year, month: 1, day: 1) != nil else {
                return nil
            }
            self = .year(year)
        default:
            return nil
        }
    }

    /// ISO 8601 with the precision it has: `2026-05-12`, `2026-05` or `2026`.
    package var description: String {
        switch self {
        case .day(let date): date.description
        case .month: String(earliest.description.prefix(7))
        case .year: String(earliest.description.prefix(4))
        }
    }
}
