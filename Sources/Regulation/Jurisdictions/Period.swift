/// A span of time in the unit in which the rule states it.
package struct Period: Hashable, Sendable {
    package let name: String
    package let count: Int
    package let unit: ClockUnit
    package let anchor: Anchor
    /// How it counts: what the rule says itself, and for the rest the general law of the country.
    package let law: CountingLaw
    package let window: Window
    package let source: Source

    package var confidence: Confidence { source.confidence }

    package init(
        name: String,
        count: Int,
        unit: ClockUnit,
        anchor: Anchor = .start,
        law: CountingLaw = .plain,
        window: Window = .always,
        source: Source
    ) {
        self.name = name
        self.count = count
        self.unit = unit
        self.anchor = anchor
        self.law = law
        self.window = window
        self.source = source
    }
}

/// The day on which a period ends, and how sure that is.
package struct PeriodEnd: Hashable, Sendable {
    /// The last day on which what is due is in time.
    ///
    /// Where nobody confirms that a day off moves it, the day off itself: the earlier day is the safe one.
    package let day: CivilDate
    /// The days that it can be, where it is not sure.
    package let bounds: DateBounds
    /// Whether the law behind the count and the days off around its end are confirmed; the figure itself is not judged.
    package let isSure: Bool
    /// The days counted to it.
    package let count: DayCount
}

extension Period {
    /// The end of the period that begins on `date`, or on the day to which its anchor moves it.
    package func end(after date: CivilDate, in calendar: WorkingCalendar) -> PeriodEnd {
        let (counting, start) = (law.counting, anchor.day(for: date))
        let last = counting.lastDay(count, unit, from: start, in: calendar)
        let working = counting.workingDay(from: last, in: calendar)
        let isLawSure = law.source.confidence == .confirmed
        let day = isLawSure && counting.onDayOff == .nextWorkingDay ? working : last
        let bounds = isLawSure ? DateBounds(exactly: day) : possibleEnds(last, working, from: start)
        let asksCalendar = unit == .workingDays || counting.onDayOff == .nextWorkingDay || !isLawSure
        let known = calendar.unconfirmedYears(from: unit == .workingDays ? start : last, through: working).isEmpty
        let stretch = DayCount.Stretch(after: counting.dayZero(of: start), through: last)
        return PeriodEnd(
            day: day,
            bounds: bounds,
            isSure: bounds.isExact && (known || !asksCalendar),
            count: DayCount(unit: unit, counting: counting, stretches: [stretch], day: day)
        )
    }

    /// Where one law or another lets the period end: on the last day or the working day after it, and a period of months
    /// by either of the two ways in which laws let months correspond.
    private func possibleEnds(_ last: CivilDate, _ working: CivilDate, from start: CivilDate) -> DateBounds {
        guard unit == .months else { return DateBounds(earliest: last, latest: working) }
        let others = [Counting.MonthEnd.eve, .sameDay].map { months in
            let other = Counting(firstDay: law.counting.firstDay, months: months)
            return other.lastDay(months: count, after: other.dayZero(of: start))
        }
        return DateBounds(earliest: others.reduce(last, min), latest: others.reduce(working, max))
    }

    /// The day that lies this period before `date`, as a renewal window opens before an expiry; no file states such a
    /// period in working days.
    package func start(before date: CivilDate) -> CivilDate {
        switch unit {
        case .months: date.adding(months: -count)
        case .calendarDays, .workingDays: date.adding(days: -count)
        }
    }
}
