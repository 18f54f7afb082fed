extension ClockLedger {
    /// What the clock shows on `today`, counting working days by `calendar`.
    ///
    /// The day of the start is day 0, or day 1 where the rule counts it; each day after day 0 belongs to who held the
    /// case at its beginning. While the clock runs, time counts through `today`, or through the last mark when that is later.
    package func reading(on today: CivilDate, calendar: WorkingCalendar) -> ClockReading {
        guard let course = ClockRun(self, on: today) else { return .notStarted(rule) }
        let measure = ClockMeasure(unit: rule.unit, calendar: calendar, counting: rule.counting)
        let shortAgency = course.placement(shortening: .agency)
        let shortApplicant = course.placement(shortening: .applicant)
        let agencyHeld = AmountBounds(
            lower: shortAgency.held(by: .agency, in: measure),
            upper: shortApplicant.held(by: .agency, in: measure)
        )
        let elapsed = course.elapsed(in: measure)
        let counted = rule.counts == .agency ? agencyHeld : elapsed
        let due = course.due(by: rule, in: measure)
        return ClockReading(
            rule: rule,
            startedOn: DateBounds(course.start, laterBy: rule.counting.firstDay == .included ? 1 : 0),
            stoppedOn: isRunning ? nil : DateBounds(course.end),
            side: side,
            agencyHeld: agencyHeld,
            applicantHeld: AmountBounds(
                lower: shortApplicant.held(by: .applicant, in: measure),
                upper: shortAgency.held(by: .applicant, in: measure)
            ),
            elapsed: elapsed,
            due: due,
            remaining: course.remaining(by: rule, counted: counted, in: measure),
            verdict: isRunning ? course.runningVerdict(due: due) : course.stoppedVerdict(by: rule, in: measure),
            unconfirmedYears: rule.unit == .workingDays ? course.unconfirmedYears(due: due, in: calendar) : []
        )
    }

    /// The day by which the limit asks for the end, as the reading has it, and whether it rests on nothing unconfirmed: what
    /// comes after that day does not make it less sure.
    package func due(on today: CivilDate, calendar: WorkingCalendar) -> (day: DateBounds, isSure: Bool)? {
        guard let course = ClockRun(self, on: today) else { return nil }
        let measure = ClockMeasure(unit: rule.unit, calendar: calendar, counting: rule.counting)
        return course.due(by: rule, in: measure).map { ($0, course.isSure($0, by: rule, in: calendar)) }
    }

    /// The days counted to the day on which the clock is due, the latest where dates are known only in part.
    package func count(on today: CivilDate, calendar: WorkingCalendar) -> DayCount? {
        ClockRun(self, on: today)?
            .latestCount(by: rule, in: ClockMeasure(unit: rule.unit, calendar: calendar, counting: rule.counting))
    }
}

extension ClockReading {
    fileprivate static func notStarted(_ rule: ClockRule) -> ClockReading {
        ClockReading(
            rule: rule,
            startedOn: nil,
            stoppedOn: nil,
            side: nil,
            agencyHeld: .zero,
            applicantHeld: .zero,
            elapsed: .zero,
            due: nil,
            remaining: rule.limit.map { AmountBounds(exactly: Amount(whole: $0)) },
            verdict: nil,
            unconfirmedYears: []
        )
    }
}

extension DateBounds {
    fileprivate init(_ days: ClosedRange<Int>, laterBy later: Int = 0) {
        self.init(
            earliest: CivilDate(dayNumber: days.lowerBound + later),
            latest: CivilDate(dayNumber: days.upperBound + later)
        )
    }
}
