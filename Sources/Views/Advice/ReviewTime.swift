import Engine
package import Regulation

/// How long the authority may take on a route, and until when if it were filed and begun on a certain day.
///
/// A target of the authority; the applicant's time is in it only where the rule says so.
package struct ReviewTime: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        /// The clock with the limit for the class, where there is one.
        package let clock: RouteClock
        package let gap: FigureGap?
        /// `nil` where the step before has no known end, and for what the straight way does not run.
        package let from: CivilDate?
        package let until: CivilDate?
        /// Years whose holidays are not confirmed and count.
        package let unconfirmedYears: [Int]
        /// Whether the clock runs on the straight way, without a step back and before a second stage.
        package let isOnTheWay: Bool
        /// Whether nobody knows that the limit held on the day of the filing.
        package let isFirstDayUnknown: Bool

        package var isUnconfirmed: Bool { clock.source.confidence == .unconfirmed || !unconfirmedYears.isEmpty }
    }

    package let steps: [Step]

    package var onTheWay: [Step] { steps.filter(\.isOnTheWay) }

    /// The last day of the last step; nil where any step has no known limit.
    package var until: CivilDate? {
        let ends = onTheWay.map(\.until)
        return ends.contains(nil) ? nil : ends.compactMap(\.self).max()
    }

    package var isUnconfirmed: Bool { onTheWay.contains(where: \.isUnconfirmed) }
    package var isFirstDayUnknown: Bool { onTheWay.contains(where: \.isFirstDayUnknown) }
    package var isDoubtful: Bool { isUnconfirmed || isFirstDayUnknown }
    package var unconfirmedYears: [Int] { onTheWay.flatMap(\.unconfirmedYears).uniqued().sorted() }
    /// Whether the limit stands still while the applicant answers.
    package var countsAgencyOnly: Bool { onTheWay.contains { $0.clock.rule.counts == .agency } }
}

extension ReviewTime {
    /// The clocks of `route` for `deviceClass`, all begun on `date` but for those `aside` of the straight way; a clock that
    /// waits for the beginning of the review begins when the longest of the others ends.
    init(
        of route: RouteRule,
        aside: [ClockName],
        for deviceClass: DeviceClass?,
        on date: CivilDate,
        in calendar: WorkingCalendar?
    ) {
        let clocks = route.clocks.filter { $0.window.contains(date) }
        let first = clocks.filter { $0.starts != .reviewBegun && !aside.contains($0.name) }
        let open = Set(clocks.filter { $0.isFirstDayUnknown(on: date, within: route.window) })
        let before = first.map { Self.step($0, deviceClass, date, calendar, open) }
        let ends = before.map(\.until)
        let begun = ends.contains(nil) ? nil : ends.compactMap(\.self).max() ?? date
        let after = clocks.filter { $0.starts == .reviewBegun && !aside.contains($0.name) }
            .map { Self.step($0, deviceClass, begun, calendar, open) }
        let others = clocks.filter { aside.contains($0.name) }
            .map { Self.step($0, deviceClass, nil, calendar, open, isOnTheWay: false) }
        steps = before + after + others
    }

    private static func step(
        _ clock: RouteClock,
        _ deviceClass: DeviceClass?,
        _ start: CivilDate?,
        _ calendar: WorkingCalendar?,
        _ open: Set<RouteClock>,
        isOnTheWay: Bool = true
    ) -> Step {
        let limit = clock.limit?.value(for: deviceClass)
        let rule = ClockRule(
            unit: clock.rule.unit,
            limit: limit,
            counts: clock.rule.counts,
            confidence: clock.rule.confidence,
            anchor: clock.rule.anchor,
            counting: clock.rule.counting
        )
        let reading = start.flatMap { start in
            calendar.map { calendar in
                ClockLedger(rule: rule, marks: [.init(kind: .started(by: .agency), on: .day(start))])
                    .reading(on: start, calendar: calendar)
            }
        }
        return Step(
            clock: RouteClock(
                name: clock.name,
                rule: rule,
                limit: limit.map(Figure.all),
                starts: clock.starts,
                countingSource: clock.countingSource,
                window: clock.window,
                source: clock.source
            ),
            gap: FigureGap(of: clock.limit, for: deviceClass),
            from: start,
            until: reading?.due?.latest,
            unconfirmedYears: limit == nil ? [] : reading?.unconfirmedYears ?? [],
            isOnTheWay: isOnTheWay,
            isFirstDayUnknown: open.contains(clock)
        )
    }
}
