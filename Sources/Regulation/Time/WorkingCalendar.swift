/// The days on which a body works: all but its weekend and its public holidays.
public struct WorkingCalendar: Hashable, Sendable {
    /// A public holiday.
    public struct Holiday: Hashable, Sendable {
        public let date: CivilDate
        public let name: String
    }

    public let id: String
    /// The weekdays without work, in ISO 8601 numbers: 6 and 7 for Saturday and Sunday.
    public let weekend: Set<Int>
    public let holidays: [CivilDate: String]
    /// The years whose holidays are known, and how well; a year that is absent has no holidays here.
    public let years: [Int: Confidence]
    /// The day numbers of the holidays outside the weekend, ascending.
    private let closedDays: [Int]

    public init(id: String, weekend: Set<Int>, holidays: [CivilDate: String], years: [Int: Confidence]) {
        self.id = id
        self.weekend = weekend.filter { (1...7).contains($0) }
        self.holidays = holidays
        self.years = years
        closedDays = holidays.keys.filter { !weekend.contains($0.weekday) }.map(\.dayNumber).sorted()
    }

    public func isWorkingDay(_ date: CivilDate) -> Bool {
        !weekend.contains(date.weekday) && holidays[date] == nil
    }

    /// The number of working days in (`start`, `end`]; zero when `end` is not after `start`.
    public func workingDays(after start: CivilDate, through end: CivilDate) -> Int {
        guard end > start else { return 0 }
        let (weeks, rest) = (end.dayNumber - start.dayNumber).quotientAndRemainder(dividingBy: 7)
        let others = (0..<rest).count { !weekend.contains(end.adding(days: -$0).weekday) }
        let closed = closedDaysThrough(end) - closedDaysThrough(start)
        return weeks * (7 - weekend.count) + others - closed
    }

    /// The working day on which the count, beginning after `start`, reaches `count`; `start` itself for zero.
    ///
    /// The last day a date can name when the calendar has no such day.
    public func date(after start: CivilDate, workingDays count: Int) -> CivilDate {
        guard count > 0 else { return start }
        var low = start.dayNumber + 1
        var high = CivilDate.latest.dayNumber
        while low < high {
            let middle = low + (high - low) / 2
            if workingDays(after: start, through: CivilDate(dayNumber: middle)) >= count {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return CivilDate(dayNumber: high)
    }

    private func closedDaysThrough(_ date: CivilDate) -> Int {
        var (low, high) = (0, closedDays.count)
        while low < high {
            let middle = (low + high) / 2
            if closedDays[middle] <= date.dayNumber { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension WorkingCalendar {
    /// The years touched from `start` through `end` whose holidays are unconfirmed or absent, ascending.
    public func unconfirmedYears(from start: CivilDate, through end: CivilDate) -> [Int] {
        guard start <= end else { return [] }
        return (start.year...end.year).filter { years[$0] != .confirmed }
    }

    /// The public holidays from `start` through `end`, weekends included, in order.
    public func holidays(from start: CivilDate, through end: CivilDate) -> [Holiday] {
        holidays.filter { start <= $0.key && $0.key <= end }
            .map { Holiday(date: $0.key, name: $0.value) }
            .sorted { $0.date < $1.date }
    }
}
