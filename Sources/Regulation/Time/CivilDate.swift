/// A day of the proleptic Gregorian calendar, without time and without zone.
///
/// Covers 1900-01-01 to 9999-12-31. Arithmetic that would leave that range ends at its edge, so that every operation
/// gives a date. Regulatory periods are counted in civil dates at the place of the body that decides.
package struct CivilDate: Hashable, Codable, Comparable, Sendable {
    /// 1900-01-01, the first day a date can name.
    package static let earliest = CivilDate(dayNumber: -25_567)
    /// 9999-12-31, the last day a date can name.
    package static let latest = CivilDate(dayNumber: 2_932_896)

    /// Days since 1970-01-01, negative before it.
    package let dayNumber: Int

    /// The day that lies `dayNumber` days after 1970-01-01, or the nearest day a date can name.
    package init(dayNumber: Int) {
        self.dayNumber = min(max(dayNumber, -25_567), 2_932_896)
    }

    /// The day with these parts, or nil when the calendar has no such day between 1900 and 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.daysInMonth(year: year, month: month)
        else { return nil }
        dayNumber = Self.dayNumber(year: year, month: month, day: day)
    }

    package var year: Int { parts.year }
    /// The month, 1 to 12.
    package var month: Int { parts.month }
    /// The day of the month, from 1.
    package var day: Int { parts.day }

    /// The weekday of ISO 8601: 1 is Monday, 7 is Sunday.
    package var weekday: Int { (dayNumber + 3).flooredRemainder(by: 7) + 1 }

    /// The number of days in a month of the Gregorian calendar; a month outside 1...12 has none.
    package static func daysInMonth(year: Int, month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        case 1...12: 31
        default: 0
        }
    }

    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.dayNumber < right.dayNumber
    }
}

extension CivilDate {
    // Both conversions count in eras of 400 years that begin on 1 March, which puts the leap day at the end of the
    // year. Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013.

    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear.flooredQuotient(by: 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    var parts: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = shifted.flooredQuotient(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}
