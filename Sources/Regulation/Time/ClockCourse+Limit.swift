extension ClockRun {
    /// All the time from the start to the end.
    func elapsed(in measure: ClockMeasure) -> AmountBounds {
        let least = measure.parts(after: min(start.upperBound, end.lowerBound), through: end.lowerBound)
        let most = measure.parts(after: start.lowerBound, through: end.upperBound)
        return AmountBounds(lower: Amount(parts: least), upper: Amount(parts: most))
    }

    /// The bounds of the due date, or nil when the dates can mean that none can be named.
    func due(by rule: ClockRule, in measure: ClockMeasure) -> DateBounds? {
        guard let limit = rule.limit else { return nil }
        var (earliest, latest) = (Int.max, Int.min)
        for course in byStart {
            guard let late = course.latestDue(limit, rule.counts, measure),
                let early = course.isExact ? late : course.earliestDue(limit, rule.counts, measure)
            else { return nil }
            earliest = min(earliest, early)
            latest = max(latest, late)
        }
        return DateBounds(earliest: CivilDate(dayNumber: earliest), latest: CivilDate(dayNumber: latest))
    }

    /// The days counted to the latest day that ``due(by:in:)`` gives; nil where it gives none.
    func latestCount(by rule: ClockRule, in measure: ClockMeasure) -> DayCount? {
        guard let limit = rule.limit else { return nil }
        var latest: DayCount?
        for course in byStart {
            let placement = course.placement(shortening: .agency)
            guard let count = placement.count(limit: limit, counts: rule.counts, in: measure) else { return nil }
            if latest.map({ $0.day <= count.day }) ?? true { latest = count }
        }
        return latest
    }

    /// What is left of the limit, of which `counted` is used.
    func remaining(by rule: ClockRule, counted: AmountBounds, in measure: ClockMeasure) -> AmountBounds? {
        guard let limit = rule.limit else { return nil }
        let whole = Amount(whole: limit)
        guard rule.unit == .months else {
            return AmountBounds(lower: whole - counted.upper, upper: whole - counted.lower)
        }
        let bounds = byStart.map { $0.remainingMonths(of: limit, counts: rule.counts, in: measure) }
        guard let lower = bounds.map(\.lower).min(), let upper = bounds.map(\.upper).max() else { return nil }
        return AmountBounds(lower: lower, upper: upper)
    }

    /// A clock that runs can only be known to be late.
    func runningVerdict(due: DateBounds?) -> Verdict? {
        guard let due, end.lowerBound > due.latest.dayNumber else { return nil }
        return .missed
    }

    /// Compares the stop with the due date in force then.
    ///
    /// A clock stopped while it stood still, with time left, is met.
    ///
    /// Only two stops need a look: if any can be late, the latest can, as it leaves all other days free; if any can
    /// be in time, the earliest can.
    func stoppedVerdict(by rule: ClockRule, in measure: ClockMeasure) -> Verdict? {
        guard let limit = rule.limit else { return nil }
        let canMiss = ending(on: end.upperBound).byStart.contains { course in
            course.earliestDue(limit, rule.counts, measure).map { $0 < end.upperBound } ?? false
        }
        let canMeet = ending(on: end.lowerBound).byStart.contains { course in
            course.latestDue(limit, rule.counts, measure).map { $0 >= end.lowerBound } ?? true
        }
        return canMiss ? (canMeet ? .undetermined : .missed) : .met
    }

    /// The years whose holidays bear on the reading, where they are not confirmed.
    func unconfirmedYears(due: DateBounds?, in calendar: WorkingCalendar) -> [Int] {
        let last = CivilDate(dayNumber: end.upperBound)
        let first = CivilDate(dayNumber: start.lowerBound)
        return calendar.unconfirmedYears(from: first, through: max(last, due?.latest ?? last))
    }

    /// Whether neither the figure of the limit nor a day off that bears on the due day is in doubt.
    func isSure(_ due: DateBounds, by rule: ClockRule, in calendar: WorkingCalendar) -> Bool {
        guard rule.confidence == .confirmed else { return false }
        let isWorking = rule.unit == .workingDays
        guard isWorking || rule.counting.onDayOff == .nextWorkingDay else { return true }
        let first = isWorking ? CivilDate(dayNumber: start.lowerBound) : due.earliest
        return calendar.unconfirmedYears(from: first, through: due.latest).isEmpty
    }

    private func earliestDue(_ limit: Int, _ counts: ClockRule.Counted, _ measure: ClockMeasure) -> Int? {
        placement(shortening: .applicant).due(limit: limit, counts: counts, in: measure)
    }

    private func latestDue(_ limit: Int, _ counts: ClockRule.Counted, _ measure: ClockMeasure) -> Int? {
        placement(shortening: .agency).due(limit: limit, counts: counts, in: measure)
    }

    /// For a course whose start is one day: from the last day that counts to the start moved by the limit and, where
    /// only the agency's time counts, by the days of the applicant before it.
    private func remainingMonths(
        of limit: Int,
        counts: ClockRule.Counted,
        in measure: ClockMeasure
    ) -> AmountBounds {
        let target = measure.day(after: start.lowerBound, months: limit)
        guard counts == .agency else {
            return AmountBounds(
                lower: measure.months(from: end.upperBound, to: target),
                upper: measure.months(from: end.lowerBound, to: target)
            )
        }
        let course = withoutLastWait
        let least = course.placement(shortening: .applicant).calendarDays(of: .applicant)
        let most = course.placement(shortening: .agency).calendarDays(of: .applicant)
        return AmountBounds(
            lower: measure.months(from: course.end.upperBound, to: target + least),
            upper: measure.months(from: course.end.lowerBound, to: target + most)
        )
    }
}
