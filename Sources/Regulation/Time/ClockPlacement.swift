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
        reached(limit: limit, counts: counts, in: measure, telling: nil).map(measure.settled)
    }

    /// The days counted to ``due(limit:counts:in:)``, by whose they were.
    func count(limit: Int, counts: ClockRule.Counted, in measure: ClockMeasure) -> DayCount? {
        var stretches: [DayCount.Stretch] = []
        let last = reached(limit: limit, counts: counts, in: measure, telling: { stretches.append($0) })
        return last.map { last in
            DayCount(
                unit: measure.unit,
                counting: measure.counting,
                stretches: stretches,
                day: CivilDate(dayNumber: measure.settled(last))
            )
        }
    }

    /// The day on which the limit is reached, each stretch on the way being told as it is gone through.
    private func reached(
        limit: Int,
        counts: ClockRule.Counted,
        in measure: ClockMeasure,
        telling tell: ((DayCount.Stretch) -> Void)?
    ) -> Int? {
        guard let start = days.first else { return nil }
        func pass(_ from: Int, _ end: Int, _ side: ClockSide? = nil) {
            tell?(
                DayCount.Stretch(
                    after: CivilDate(dayNumber: from),
                    through: CivilDate(dayNumber: end),
                    side: side,
                    counts: side != .applicant
                )
            )
        }
        var left = measure.days(inLimit: limit, from: start)
        guard counts == .agency, left > 0 else {
            let end = measure.day(after: start, countable: left)
            pass(start, end)
            return end
        }
        for (index, turn) in sides.enumerated() {
            guard turn == .agency else {
                pass(days[index], days[index + 1], turn)
                continue
            }
            let isLast = index == sides.count - 1
            let available = isLast ? Int.max : measure.countableDays(after: days[index], through: days[index + 1])
            if available >= left {
                let end = measure.day(after: days[index], countable: left)
                pass(days[index], end, turn)
                return end
            }
            pass(days[index], days[index + 1], turn)
            left -= available
        }
        return nil
    }
}
