import Engine
package import Regulation
import Submissions

/// Reckons when filings in one country come to their decisions.
package struct TimeReckoner {
    let jurisdiction: Jurisdiction
    let calendar: WorkingCalendar?
    let forecast: Forecast

    package init(_ jurisdiction: Jurisdiction, in calendar: WorkingCalendar?, by forecast: Forecast) {
        self.jurisdiction = jurisdiction
        self.calendar = calendar
        self.forecast = forecast
    }

    /// The time of a filing by `route` on `date`, with every clock on the straight way, one after the other as the route has them.
    ///
    /// Reckoned by what was observed of the authority where that is the whole time with its sample; else by multiples of its
    /// targets, or by what is told from experience where that is the wider range. Clocks `aside` are left out. Of a case that
    /// runs, its `clocks` count from their own days, and their targets move with the time for which they stand still on `today`.
    package func time(
        of route: RouteRule,
        aside: [ClockName],
        for deviceClass: DeviceClass?,
        from date: CivilDate,
        clocks: [ClockName: ClockLedger] = [:],
        today: CivilDate? = nil
    ) -> PlannedTime {
        let review = ReviewTime(of: route, aside: aside, for: deviceClass, on: date, in: calendar)
        let seen = jurisdiction.observed.about(route.name, deviceClass)
        let (span, ground) = reckoned(review, route, seen, from: date, clocks)
        return PlannedTime(
            filed: date,
            review: review,
            span: span,
            ground: ground,
            beside: seen.filter { ground != .observed($0) && ground != .mean($0) },
            target: clocks.isEmpty ? nil : scaled(review, by: 1, from: date, clocks, readOn: today)?.day
        )
    }

    private func reckoned(
        _ review: ReviewTime,
        _ route: RouteRule,
        _ seen: [Observation],
        from date: CivilDate,
        _ clocks: [ClockName: ClockLedger]
    ) -> (PlannedSpan, PlannedTime.Ground) {
        let whole = seen.filter { $0.counts == .total && $0.times.middle != nil }
        if let observed = whole.last(where: { $0.basis != .experience }) {
            return (span(observed.times, observed.unit, from: date), .observed(observed))
        }
        if let mean = seen.last(where: { $0.counts == .agency && $0.times[.mean] != nil }) {
            return (span(around: mean, from: date), .mean(mean))
        }
        let range = range(for: review, route)
        let usual = range.map { span(review, by: $0.factors, from: date, clocks) } ?? .unknown
        if let told = whole.last {
            let span = span(told.times, told.unit, from: date)
            if usual.expected == nil || (span.width ?? 0) > (usual.width ?? 0) { return (span, .observed(told)) }
        }
        guard let range, usual.expected != nil else { return (.unknown, .nothing) }
        return (usual, .range(range))
    }

    private func range(for review: ReviewTime, _ route: RouteRule) -> Forecast.Range? {
        guard !review.onTheWay.isEmpty else { return nil }
        return forecast.range(counting: review.countsAgencyOnly ? .agency : .total, relies: route.relies)
    }

    // MARK: - Spans

    private func span(_ times: Quantiles, _ unit: ClockUnit, from date: CivilDate) -> PlannedSpan {
        let rule = rule(unit)
        let expected = times.middle.flatMap { end($0, rule, from: date) }
        return PlannedSpan(
            early: times.early.flatMap { end($0, rule, from: date) }?.day,
            expected: expected?.day,
            late: times.late.flatMap { end($0, rule, from: date) }?.day,
            years: expected?.years ?? []
        )
    }

    /// The authority's mean time with its spread, and after it the days that applicants take.
    private func span(around observation: Observation, from date: CivilDate) -> PlannedSpan {
        let mean = observation.times[.mean] ?? 0
        func day(_ point: Quantiles.Point) -> (day: CivilDate, years: [Int])? {
            guard let factor = forecast.aroundMean[point], let answer = forecast.answers.times[point],
                let review = end(mean * factor, rule(observation.unit), from: date),
                let answered = end(answer, rule(forecast.answers.unit), from: review.day)
            else { return nil }
            return (answered.day, review.years)
        }
        let expected = day(.p50)
        return PlannedSpan(
            early: day(.p20)?.day,
            expected: expected?.day,
            late: day(.p80)?.day,
            years: expected?.years ?? []
        )
    }

    private func span(
        _ review: ReviewTime,
        by factors: Quantiles,
        from date: CivilDate,
        _ clocks: [ClockName: ClockLedger]
    ) -> PlannedSpan {
        let expected = factors.middle.flatMap { scaled(review, by: $0, from: date, clocks) }
        return PlannedSpan(
            early: factors.early.flatMap { scaled(review, by: $0, from: date, clocks) }?.day,
            expected: expected?.day,
            late: factors.late.flatMap { scaled(review, by: $0, from: date, clocks) }?.day,
            years: expected?.years ?? []
        )
    }

    /// The end of the last clock on the straight way, where each takes `factor` times its target.
    private func scaled(
        _ review: ReviewTime,
        by factor: Double,
        from date: CivilDate,
        _ clocks: [ClockName: ClockLedger],
        readOn today: CivilDate? = nil
    ) -> (day: CivilDate, years: [Int])? {
        let steps = review.onTheWay
        guard !steps.isEmpty, steps.allSatisfy({ $0.clock.rule.limit != nil }) else { return nil }
        var reached = date
        var years: [Int] = []
        for isSecond in [false, true] {
            let ends = steps.filter { ($0.clock.starts == .reviewBegun) == isSecond }.map {
                step -> (day: CivilDate, years: [Int])? in
                let ledger = clocks[step.clock.name]
                if let ledger, let today, let due = due(ledger, on: today) { return (due, []) }
                let start = ledger?.marks.first?.on.latest ?? reached
                return end(Double(step.clock.rule.limit ?? 0) * factor, step.clock.rule, from: start)
            }
            if ends.contains(where: { $0 == nil }) { return nil }
            years += ends.compactMap(\.self).flatMap(\.years)
            reached = ends.compactMap { $0?.day }.max() ?? reached
        }
        return (reached, years)
    }

    private func due(_ ledger: ClockLedger, on today: CivilDate) -> CivilDate? {
        calendar.flatMap { ledger.due(on: today, calendar: $0)?.day.latest }
    }

    // MARK: - One clock

    private func rule(_ unit: ClockUnit) -> ClockRule {
        ClockRule(
            unit: unit,
            limit: nil,
            counts: .total,
            confidence: .unconfirmed,
            counting: jurisdiction.counting.clocks.counting
        )
    }

    /// The day on which so much of the unit has passed, counted as the clock counts: days are rounded up, and of a month that
    /// is not whole each thirtieth is a day.
    private func end(_ amount: Double, _ rule: ClockRule, from start: CivilDate) -> (day: CivilDate, years: [Int])? {
        guard let calendar else { return nil }
        let whole = rule.unit == .months ? (amount + 1e-6).rounded(.down) : (amount - 1e-6).rounded(.up)
        let rest = rule.unit == .months ? ((amount - whole) * 30 + 1e-6).rounded() : 0
        let limited = ClockRule(
            unit: rule.unit,
            limit: Int(whole),
            counts: rule.counts,
            confidence: rule.confidence,
            anchor: rule.anchor,
            counting: rule.counting
        )
        let reading = ClockLedger(rule: limited, marks: [.init(kind: .started(by: .agency), on: .day(start))])
            .reading(on: start, calendar: calendar)
        guard let due = reading.due?.latest else { return nil }
        return (due.adding(days: max(0, Int(rest))), reading.unconfirmedYears)
    }
}
