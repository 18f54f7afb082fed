/// How the unit of a clock counts days, given as day numbers.
struct ClockMeasure {
    let unit: ClockUnit
    let calendar: WorkingCalendar
    var counting: Counting = .plain

    /// The days in (`start`, `end`] that count towards a due date; a clock of months counts calendar days.
    func countableDays(after start: Int, through end: Int) -> Int {
        switch unit {
        case .workingDays:
            calendar.workingDays(after: CivilDate(dayNumber: start), through: CivilDate(dayNumber: end))
        case .calendarDays, .months: max(0, end - start)
        }
    }

    /// The day on which `count` countable days after `start` are reached; `start` itself for zero.
    func day(after start: Int, countable count: Int) -> Int {
        let date = CivilDate(dayNumber: start)
        return switch unit {
        case .workingDays: calendar.date(after: date, workingDays: count).dayNumber
        case .calendarDays, .months: date.adding(days: count).dayNumber
        }
    }

    /// The countable days that make up a limit of `limit` units for a clock whose day 0 is `start`.
    func days(inLimit limit: Int, from start: Int) -> Int {
        unit == .months ? day(after: start, months: limit) - start : limit
    }

    /// The day on which so many months after day 0 end.
    func day(after start: Int, months: Int) -> Int {
        counting.lastDay(months: months, after: CivilDate(dayNumber: start)).dayNumber
    }

    /// The day to which a limit that ends on `day` moves, where it is a day off.
    func settled(_ day: Int) -> Int {
        guard counting.onDayOff == .nextWorkingDay else { return day }
        return counting.workingDay(from: CivilDate(dayNumber: day), in: calendar).dayNumber
    }

    /// The quantity of (`start`, `end`] in parts of the unit; of a month, each day is one part in its length.
    func parts(after start: Int, through end: Int) -> Int {
        guard unit == .months else {
            return countableDays(after: start, through: end) * Amount.partsPerUnit
        }
        return max(0, Self.monthParts(through: end) - Self.monthParts(through: start))
    }

    /// The parts of months from the year 0 through `day`.
    private static func monthParts(through day: Int) -> Int {
        let (year, month, dayOfMonth) = CivilDate(dayNumber: day).parts
        let perDay = Amount.partsPerUnit / CivilDate.daysInMonth(year: year, month: month)
        return (year * 12 + month - 1) * Amount.partsPerUnit + dayOfMonth * perDay
    }

    /// The months from `start` to `end` as the law counts them, the rest as a fraction of the month it lies in; negative
    /// backwards.
    func months(from start: Int, to end: Int) -> Amount {
        guard start <= end else { return .zero - months(from: end, to: start) }
        let (first, last) = (CivilDate(dayNumber: start), CivilDate(dayNumber: end))
        var whole =
            counting.months == .thirtyDays
            ? (end - start) / 30 : (last.year - first.year) * 12 + last.month - first.month + 1
        while whole > 0, day(after: start, months: whole) > end { whole -= 1 }
        let reached = day(after: start, months: whole)
        let length = max(1, day(after: start, months: whole + 1) - reached)
        return Amount(whole: whole) + Amount(parts: (end - reached) * Amount.partsPerUnit / length)
    }
}
