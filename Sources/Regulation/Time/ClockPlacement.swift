/// One run of a clock with every day decided.
struct ClockPlacement {
    /// Who held each turn.
    let sides: [ClockSide]
    /// The day numbers on which the turns begin, then the one on which the last ends.
    let days: [Int]

    /// The time of `side`, in parts of the measure's unit.
    func held(by side: ClockSide, in measure: ClockMeasure) -> Amount {
        var parts = 0
        for (index, turn) in sides.enumerated() where turn == side {
            parts += measure.parts(after: days[index], through: days[index + 1])
        }
        return Amount(parts: parts)
    }

    /// The calendar days of `side`.
    func calendarDays(of side: ClockSide) -> Int {
        var sum = 0
        for (index, turn) in sides.enumerated() where turn == side { sum += days[index + 1] - days[index] }
        return sum
    }

    /// The day on which the days that count reach the limit, if the last turn goes on for ever.
    ///
    /// Nil when they never do, because the applicant has the case and only the agency's time counts.
    func due(limit: Int, counts: ClockRule.Counted, in measure: ClockMeasure) -> Int? {
        reached(limit: limit, counts: counts, in: measure).map(measure.settled)
    }

    private func reached(limit: Int, counts: ClockRule.Counted, in measure: ClockMeasure) -> Int? {
        guard let start = days.first else { return nil }
        var left = measure.days(inLimit: limit, from: start)
        guard counts == .agency, left > 0 else { return measure.day(after: start, countable: left) }
        for (index, turn) in sides.enumerated() where turn == .agency {
            let isLast = index == sides.count - 1
            let available = isLast ? Int.max : measure.countableDays(after: days[index], through: days[index + 1])
            if available >= left { return measure.day(after: days[index], countable: left) }
            left -= available
        }
        return nil
    }
}
