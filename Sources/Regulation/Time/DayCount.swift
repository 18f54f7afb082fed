/// How the days to a last day were counted: what whoever reckons that day has gone through, day by day.
package struct DayCount: Hashable, Sendable {
    /// Days that one side held, or of a period nobody.
    package struct Stretch: Hashable, Sendable {
        /// The day before its first.
        package let after: CivilDate
        package let through: CivilDate
        package let side: ClockSide?
        /// Whether its days count; those of the applicant do not where only the agency's time does.
        package let counts: Bool

        package init(after: CivilDate, through: CivilDate, side: ClockSide? = nil, counts: Bool = true) {
            self.after = after
            self.through = through
            self.side = side
            self.counts = counts
        }
    }

    package let unit: ClockUnit
    package let counting: Counting
    /// One behind the other, without a gap.
    package let stretches: [Stretch]
    /// The day on which it ends: the last one counted, or where that is a day off the one to which it moves.
    package let day: CivilDate

    package init(unit: ClockUnit, counting: Counting, stretches: [Stretch], day: CivilDate) {
        self.unit = unit
        self.counting = counting
        self.stretches = stretches
        self.day = day
    }

    /// The day before the first that counts.
    package var zero: CivilDate { stretches.first?.after ?? day }
    /// The last day counted, whether it is a day off or not.
    package var last: CivilDate { stretches.last?.through ?? day }
    /// Whether a day off moved the end.
    package var isMoved: Bool { day > last }
}

/// One day of a count.
package struct CountedDay: Hashable, Sendable {
    package enum Nature: String, Hashable, Sendable, CaseIterable {
        case workingDay = "working-day"
        case weekend, holiday
        /// A day of a weekend on which work is done to make up for another.
        case makeUpDay = "make-up-day"
    }

    package let date: CivilDate
    package let nature: Nature
    /// What the holiday is called, also where it falls on a weekend.
    package let holiday: String?
    /// Its number among the days that count, from 1; nil where it does not count.
    package let number: Int?
    /// Whose time it was, where it does not count because of that.
    package let stoppedBy: ClockSide?
    /// Whether it lies behind the last day counted: a day off that moves the end, or the day to which it moves.
    package let isBehind: Bool
}

extension DayCount {
    /// Every day from the first to the one on which it ends, in order.
    package func days(in calendar: WorkingCalendar) -> [CountedDay] {
        var days: [CountedDay] = []
        var number = 0
        for stretch in stretches {
            for date in stretch.after.days(through: stretch.through) {
                let counts = stretch.counts && (unit != .workingDays || calendar.isWorkingDay(date))
                if counts { number += 1 }
                days.append(
                    CountedDay(
                        date: date,
                        nature: calendar.nature(of: date),
                        holiday: calendar.holidays[date],
                        number: counts ? number : nil,
                        stoppedBy: stretch.counts ? nil : stretch.side,
                        isBehind: false
                    )
                )
            }
        }
        return days
            + last.days(through: day).map { date in
                CountedDay(
                    date: date,
                    nature: calendar.nature(of: date),
                    holiday: calendar.holidays[date],
                    number: nil,
                    stoppedBy: nil,
                    isBehind: true
                )
            }
    }
}

extension WorkingCalendar {
    /// What sort of day it is by this calendar.
    package func nature(of date: CivilDate) -> CountedDay.Nature {
        if workdays.contains(date) { return .makeUpDay }
        if weekend.contains(date.weekday) { return .weekend }
        return holidays[date] == nil ? .workingDay : .holiday
    }

    /// The last year whose holidays it has; nil where it has none.
    package var lastYear: Int? { years.keys.max() }

    /// Days from `start` through `end` of which nobody is sure although their year is confirmed, in order.
    package func doubtfulDays(from start: CivilDate, through end: CivilDate) -> [CivilDate] {
        doubtful.filter { start <= $0 && $0 <= end && years[$0.year] == .confirmed }.sorted()
    }
}

extension CivilDate {
    /// The days after this one, through `end`.
    fileprivate func days(through end: CivilDate) -> [CivilDate] {
        guard end > self else { return [] }
        return (dayNumber + 1...end.dayNumber).map { CivilDate(dayNumber: $0) }
    }
}
