/// How the unit of a clock counts days, given as day numbers.
struct ClockMeasure {
    let unit: ClockUnit
    let calendar: WorkingCalendar

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

    /// The countable days that make up a limit of `limit` units for a clock started on `start`.
    func days(inLimit limit: Int, from start: Int) -> Int {
        guard unit == .months else { return limit }
        return CivilDate(dayNumber: start).adding(months: limit).dayNumber - start
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

    /// The calendar months from `start` to `end`, the rest as a fraction of the month it lies in; negative backwards.
    static func months(from start: Int, to end: Int) -> Amount {
        guard start <= end else { return .zero - months(from: end, to: start) }
        let first = CivilDate(dayNumber: start)
        let last = CivilDate(dayNumber: end)
        var whole = (last.year - first.year) * 12 + last.month - first.month
        if first.adding(months: whole) > last { whole -= 1 }
        let reached = first.adding(months: whole).dayNumber
        let length = max(1, first.adding(months: whole + 1).dayNumber - reached)
        return Amount(whole: whole) + Amount(parts: (end - reached) * Amount.partsPerUnit / length)
    }
}
