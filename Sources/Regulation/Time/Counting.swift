/// How a span of days, months or years counts, where a rule gives only a number and a unit.
///
/// General law says it, country by country: whether the day of the event counts, on which day of the last month a span
/// ends, and what happens where that day is a day off.
package struct Counting: Hashable, Codable, Sendable {
    package enum FirstDay: String, Hashable, Codable, Sendable, CaseIterable {
        /// The day of the event does not count: the day after it is the first.
        case excluded
        case included
    }

    /// On which day a span of months or years ends.
    package enum MonthEnd: String, Hashable, Codable, Sendable, CaseIterable {
        /// On the day before the one that corresponds to the first day that counts, so that a span which begins with a
        /// month ends with one.
        case eve
        /// On the day that corresponds to the day of the event; as `eve` where that day counts.
        case sameDay = "same-day"
        /// After thirty days for each month.
        case thirtyDays = "thirty-days"
    }

    /// Where a span of months ends if its last month has no corresponding day.
    package enum NoSuchDay: String, Hashable, Codable, Sendable, CaseIterable {
        case endOfMonth = "end-of-month"
        case firstOfNext = "first-of-next"
    }

    package enum OnDayOff: String, Hashable, Codable, Sendable, CaseIterable {
        case stays
        case nextWorkingDay = "next-working-day"
    }

    package let firstDay: FirstDay
    package let months: MonthEnd
    package let noSuchDay: NoSuchDay
    package let onDayOff: OnDayOff
    /// The weekdays, in ISO 8601 numbers, that are days off beside public holidays; nil for the calendar's weekend.
    ///
    /// Never empty. A law may know fewer than an office keeps: a Saturday moves nothing where only Sundays and holidays do.
    package let daysOff: Set<Int>?
    /// The calendar whose days count; nil for the one of the jurisdiction.
    package let calendar: String?

    package init(
        firstDay: FirstDay = .excluded,
        months: MonthEnd = .sameDay,
        noSuchDay: NoSuchDay = .endOfMonth,
        onDayOff: OnDayOff = .stays,
        daysOff: Set<Int>? = nil,
        calendar: String? = nil
    ) {
        self.firstDay = firstDay
        self.months = months
        self.noSuchDay = noSuchDay
        self.onDayOff = onDayOff
        self.daysOff = daysOff.flatMap { $0.isEmpty ? nil : $0 }
        self.calendar = calendar
    }

    /// What holds where nothing is stated.
    package static let plain = Counting()
    /// What holds for how long an approval lasts, where nothing is stated: the day on which it is granted is its first.
    package static let term = Counting(firstDay: .included, months: .eve)
}

extension Counting {
    /// The day before the first that counts, of a span that begins on `date`.
    package func dayZero(of date: CivilDate) -> CivilDate {
        firstDay == .included ? date.adding(days: -1) : date
    }

    /// The last day of a span that begins on `date`, whether that day is a day off or not.
    package func lastDay(
        _ count: Int,
        _ unit: ClockUnit,
        from date: CivilDate,
        in calendar: WorkingCalendar
    ) -> CivilDate {
        let zero = dayZero(of: date)
        return switch unit {
        case .workingDays: calendar.date(after: zero, workingDays: count)
        case .calendarDays: zero.adding(days: count)
        case .months: lastDay(months: count, after: zero)
        }
    }

    /// The last day of so many months, `zero` being the day before the first that counts; `zero` itself for none.
    package func lastDay(months count: Int, after zero: CivilDate) -> CivilDate {
        if months == .thirtyDays { return zero.adding(days: count.multipliedReportingOverflow(by: 30).partialValue) }
        // Day and month of what must correspond, and how far before it the span ends.
        let isByEvent = months == .sameDay && firstDay == .excluded
        let first = isByEvent ? zero : zero.adding(days: 1)
        let reached = first.adding(months: count)
        if reached.day == first.day { return isByEvent ? reached : reached.adding(days: -1) }
        return noSuchDay == .endOfMonth ? reached : reached.adding(days: 1)
    }

    /// The last day of so many years: of twelve calendar months each, also where a month is thirty days.
    package func lastDay(years count: Int, after zero: CivilDate) -> CivilDate {
        let byYear = Counting(
            firstDay: firstDay,
            months: months == .thirtyDays ? .sameDay : months,
            noSuchDay: noSuchDay
        )
        return byYear.lastDay(months: 12 * count, after: zero)
    }

    /// Whether the law that counts so takes `date` for a day off.
    ///
    /// A weekday that the place of the calendar works is none, as Sunday where Friday and Saturday are the weekend.
    package func isDayOff(_ date: CivilDate, in calendar: WorkingCalendar) -> Bool {
        guard let daysOff else { return !calendar.isWorkingDay(date) }
        return !calendar.workdays.contains(date)
            && (daysOff.contains(date.weekday) && calendar.weekend.contains(date.weekday)
                || calendar.holidays[date] != nil)
    }

    /// The first day from `date` on that is no day off; `date` itself where a year has none.
    package func workingDay(from date: CivilDate, in calendar: WorkingCalendar) -> CivilDate {
        (0..<366).lazy.map { date.adding(days: $0) }.first { !isDayOff($0, in: calendar) } ?? date
    }
}

/// A way of counting with its source.
package struct CountingLaw: Hashable, Sendable {
    package let counting: Counting
    package let source: Source

    package init(_ counting: Counting, source: Source) {
        self.counting = counting
        self.source = source
    }

    /// Of a rule that states nothing and whose country does not either.
    package static let plain = CountingLaw(.plain, source: .unstated)
    package static let term = CountingLaw(.term, source: .unstated)
}

/// The general law of a jurisdiction on how spans count.
package struct CountingLaws: Hashable, Sendable {
    /// Spans within which somebody must or may act.
    package let periods: CountingLaw
    /// Spans by which an authority's time is measured, or how long something may be used.
    package let clocks: CountingLaw
    /// Spans within which a safety event is reported.
    package let reports: CountingLaw
    /// How long an approval lasts.
    package let terms: CountingLaw

    package init(periods: CountingLaw, clocks: CountingLaw, reports: CountingLaw, terms: CountingLaw) {
        self.periods = periods
        self.clocks = clocks
        self.reports = reports
        self.terms = terms
    }

    package static let plain = CountingLaws(periods: .plain, clocks: .plain, reports: .plain, terms: .term)

    /// The parts by which files name them, and single rules take them over.
    package enum Part: String, Hashable, Sendable, CaseIterable {
        case periods, clocks, reports, terms
    }

    package subscript(part: Part) -> CountingLaw {
        switch part {
        case .periods: periods
        case .clocks: clocks
        case .reports: reports
        case .terms: terms
        }
    }
}

extension Source {
    /// The source of what no file states.
    package static let unstated = Source(text: "", url: nil, asOf: nil, confidence: .confirmed)
}
