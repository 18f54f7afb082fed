/// The days on which a body works: all but its weekend and its public holidays.
///
/// A class, because it is large, never changes, and is handed on with every case: copies cost more than counting.
package final class WorkingCalendar: Sendable {
    /// A public holiday.
    package struct Holiday: Hashable, Sendable {
        package let date: CivilDate
        package let name: String
    }

    /// From which day on something was known that was not known before.
    package struct KnownFrom: Hashable, Sendable {
        package static let always = KnownFrom(days: [:], years: [:])

        package let days: [CivilDate: CivilDate]
        /// Before that day a year was as unsure as one that nobody has published.
        package let years: [Int: CivilDate]

        package init(days: [CivilDate: CivilDate], years: [Int: CivilDate]) {
            self.days = days
            self.years = years
        }
    }

    package let id: String
    /// The weekdays without work, in ISO 8601 numbers: 6 and 7 for Saturday and Sunday.
    package let weekend: Set<Int>
    package let holidays: [CivilDate: String]
    /// Days of a weekend on which the body works all the same, to make up for a bridge between holidays.
    package let workdays: Set<CivilDate>
    /// The years whose holidays are known, and how well; a year that is absent has no holidays here.
    package let years: [Int: Confidence]
    /// Days, off or worked, of which nobody is sure although their year is confirmed.
    package let doubtful: Set<CivilDate>
    /// From when single days, off or worked, and whole years were known; open where absent.
    package let knownFrom: KnownFrom
    /// The list against which its holidays are held.
    package let source: Source?
    /// The day numbers of the holidays outside the weekend, ascending.
    private let closedDays: [Int]
    /// The day numbers of the weekend days worked, ascending.
    private let openDays: [Int]

    package init(
        id: String,
        weekend: Set<Int>,
        holidays: [CivilDate: String],
        workdays: Set<CivilDate> = [],
        years: [Int: Confidence],
        doubtful: Set<CivilDate> = [],
        knownFrom: KnownFrom = .always,
        source: Source? = nil
    ) {
        self.id = id
        self.weekend = weekend.filter { (1...7).contains($0) }
        self.holidays = holidays
        self.years = years
        self.doubtful = doubtful
        self.knownFrom = knownFrom
        self.source = source
        self.workdays = workdays.filter { weekend.contains($0.weekday) }
        closedDays = holidays.keys.filter { !weekend.contains($0.weekday) }.map(\.dayNumber).sorted()
        openDays = self.workdays.map(\.dayNumber).sorted()
    }

    package func isWorkingDay(_ date: CivilDate) -> Bool {
        workdays.contains(date) || !weekend.contains(date.weekday) && holidays[date] == nil
    }

    /// The number of working days in (`start`, `end`]; zero when `end` is not after `start`.
    package func workingDays(after start: CivilDate, through end: CivilDate) -> Int {
        guard end > start else { return 0 }
        let (weeks, rest) = (end.dayNumber - start.dayNumber).quotientAndRemainder(dividingBy: 7)
        let others = (0..<rest).count { !weekend.contains(end.adding(days: -$0).weekday) }
        let closed = Self.count(closedDays, through: end) - Self.count(closedDays, through: start)
        let opened = Self.count(openDays, through: end) - Self.count(openDays, through: start)
        return weeks * (7 - weekend.count) + others - closed + opened
    }

    /// The working day on which the count, beginning after `start`, reaches `count`; `start` itself for zero.
    ///
    /// The last day a date can name when the calendar has no such day.
    package func date(after start: CivilDate, workingDays count: Int) -> CivilDate {
        guard count > 0 else { return start }
        // A week of days off has only those days that are worked all the same.
        guard weekend.count < 7 || openDays.count - Self.count(openDays, through: start) >= count else {
            return .latest
        }
        // Goes on by as many days as are still missing, and so never past the day on which none is.
        var date = start
        var missing = count
        while missing > 0, date < .latest {
            date = date.adding(days: missing)
            missing = count - workingDays(after: start, through: date)
        }
        return date
    }

    private static func count(_ days: [Int], through date: CivilDate) -> Int {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if days[middle] <= date.dayNumber { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension WorkingCalendar: Hashable {
    package static func == (left: WorkingCalendar, right: WorkingCalendar) -> Bool {
        left === right
            || left.id == right.id
                && left.weekend == right.weekend
                && left.holidays == right.holidays
                && left.workdays == right.workdays
                && left.years == right.years
                && left.doubtful == right.doubtful
                && left.knownFrom == right.knownFrom
                && left.source == right.source
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(holidays)
    }
}

extension WorkingCalendar {
    /// The years touched from `start` through `end` whose holidays are unconfirmed or absent, or of which a day between them
    /// is doubtful; ascending.
    package func unconfirmedYears(from start: CivilDate, through end: CivilDate) -> [Int] {
        guard start <= end else { return [] }
        let doubted = Set(doubtful.filter { start <= $0 && $0 <= end }.map(\.year))
        return (start.year...end.year).filter { years[$0] != .confirmed || doubted.contains($0) }
    }

    /// The calendar as it was known on `date`: without the days that were announced later, and unsure of the years that were.
    package func known(on date: CivilDate) -> WorkingCalendar {
        let later = Set(knownFrom.days.filter { $0.value > date }.keys)
        let unpublished = Set(knownFrom.years.filter { $0.value > date }.keys)
        guard !later.isEmpty || !unpublished.isEmpty else { return self }
        return WorkingCalendar(
            id: id,
            weekend: weekend,
            holidays: holidays.filter { !later.contains($0.key) },
            workdays: workdays.subtracting(later),
            years: Dictionary(
                uniqueKeysWithValues: years.map { ($0, unpublished.contains($0) ? .unconfirmed : $1) }
            ),
            doubtful: doubtful.subtracting(later),
            knownFrom: knownFrom,
            source: source
        )
    }

    /// The public holidays from `start` through `end`, weekends included, in order.
    package func holidays(from start: CivilDate, through end: CivilDate) -> [Holiday] {
        holidays.filter { start <= $0.key && $0.key <= end }
            .map { Holiday(date: $0.key, name: $0.value) }
            .sorted { $0.date < $1.date }
    }
}
