@testable import Regulation

/// The end of a period told day by day, as the laws tell it: slow, and independent of the code.
struct NaivePeriod {
    let counting: Counting
    let calendar: WorkingCalendar

    /// The last day, before a day off is looked at, of a period that begins on `date`.
    func last(_ count: Int, _ unit: ClockUnit, from date: CivilDate) -> CivilDate {
        switch unit {
        case .calendarDays: counted(count, from: date) { _ in true }
        case .workingDays: counted(count, from: date) { calendar.isWorkingDay($0) }
        case .months: months(count, from: date)
        }
    }

    /// The day on which the `count`-th day that counts is told off.
    private func counted(_ count: Int, from date: CivilDate, _ counts: (CivilDate) -> Bool) -> CivilDate {
        var (day, told) = (date, 0)
        if counting.firstDay == .included, counts(date) { told = 1 }
        while told < count {
            day = day.adding(days: 1)
            if counts(day) { told += 1 }
        }
        return day
    }

    private func months(_ count: Int, from date: CivilDate) -> CivilDate {
        if counting.months == .thirtyDays { return counted(30 * count, from: date) { _ in true } }
        if counting.months == .sameDay, counting.firstDay == .excluded {
            return boundary(count, after: date) { $0 }
        }
        let first = counting.firstDay == .included ? date : date.adding(days: 1)
        return boundary(count, after: first) { $0.adding(days: -1) }
    }

    /// Walks from `first` to the `count`-th month that has passed: `ended` of the day that corresponds to it; where a month
    /// has none, its last day or the first of the next.
    private func boundary(_ count: Int, after first: CivilDate, _ ended: (CivilDate) -> CivilDate) -> CivilDate {
        var (day, passed) = (first, 0)
        while true {
            day = day.adding(days: 1)
            let isLast = day.adding(days: 1).day == 1
            if day.day == first.day {
                passed += 1
                if passed == count { return ended(day) }
            } else if isLast, day.day < first.day {
                passed += 1
                if passed == count { return counting.noSuchDay == .endOfMonth ? day : day.adding(days: 1) }
            }
        }
    }

    /// The last day, moved from days off one by one.
    func end(_ count: Int, _ unit: ClockUnit, from date: CivilDate) -> CivilDate {
        var day = last(count, unit, from: date)
        guard counting.onDayOff == .nextWorkingDay else { return day }
        while isOff(day) { day = day.adding(days: 1) }
        return day
    }

    private func isOff(_ day: CivilDate) -> Bool {
        if calendar.workdays.contains(day) { return false }
        if calendar.holidays[day] != nil { return true }
        return (counting.daysOff ?? calendar.weekend).contains(day.weekday)
    }
}
