/// One run of a clock as turns of its sides, each beginning on a day known within bounds.
///
/// Days are day numbers. The bounds are in order: neither their lower nor their upper ends ever decrease, and sides
/// alternate.
struct ClockRun {
    struct Turn {
        let side: ClockSide
        var from: ClosedRange<Int>
    }

    let turns: [Turn]
    /// The day through which time counts: the stop, or the day of reading.
    let end: ClosedRange<Int>

    /// Brings the bounds into order, and joins neighbouring turns of one side.
    init(turns: [Turn], end: ClosedRange<Int>) {
        var ranges = Self.inOrder(turns.map(\.from) + [end])
        self.end = ranges.removeLast()
        var joined: [Turn] = []
        for (turn, range) in zip(turns, ranges) where turn.side != joined.last?.side {
            joined.append(Turn(side: turn.side, from: range))
        }
        self.turns = joined
    }

    /// Narrows each range to the days it can hold when no day may lie before the one ahead of it.
    ///
    /// A range that lies wholly before its predecessor moves up to it.
    private static func inOrder(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
        var ordered: [ClosedRange<Int>] = []
        for range in ranges {
            let lower = max(range.lowerBound, ordered.last?.lowerBound ?? range.lowerBound)
            ordered.append(lower...max(lower, range.upperBound))
        }
        var ceiling = Int.max
        for index in ordered.indices.reversed() {
            ceiling = min(ceiling, ordered[index].upperBound)
            ordered[index] = ordered[index].lowerBound...ceiling
        }
        return ordered
    }
}

extension ClockRun {
    /// The course of the ledger's current run, read on `today`; nil before the first start.
    ///
    /// What was recorded has happened: a mark of a running clock that can lie on or before `today` does so. A stopped
    /// clock is read without regard to `today`, so that its reading never changes.
    init?(_ ledger: ClockLedger, on today: CivilDate) {
        var turns: [Turn] = []
        var stop: ClosedRange<Int>?
        for mark in ledger.currentRun {
            let range = mark.on.earliest.dayNumber...mark.on.latest.dayNumber
            switch mark.kind {
            case .started(let side):
                let first = ledger.rule.dayZero(of: mark.on.earliest).dayNumber
                turns.append(Turn(side: side, from: first...ledger.rule.dayZero(of: mark.on.latest).dayNumber))
            case .held(let side): turns.append(Turn(side: side, from: range))
            case .stopped: stop = range
            }
        }
        guard let latestStart = turns.map(\.from.lowerBound).max() else { return nil }
        let reading = max(today.dayNumber, latestStart)
        self.init(turns: turns, end: stop ?? reading...reading)
    }

    /// The days that can be its day 0: that of the start, or the day before it where the day of the start counts.
    var start: ClosedRange<Int> { turns.first?.from ?? end }

    /// Whether every day of it is known, so that it can be placed in one way only.
    var isExact: Bool { end.count == 1 && turns.allSatisfy { $0.from.count == 1 } }

    /// The courses it can mean, one for each day on which it can have started.
    ///
    /// Needed where a date depends on the start by itself, as the length of twelve months does.
    var byStart: [ClockRun] {
        if start.count == 1 { return [self] }
        return start.map { day in
            var turns = turns
            if !turns.isEmpty { turns[0].from = day...day }
            return ClockRun(turns: turns, end: end)
        }
    }

    func ending(on day: Int) -> ClockRun {
        ClockRun(turns: turns, end: day...day)
    }

    /// The course up to the day from which the applicant holds the case for good; itself when the agency has it last.
    var withoutLastWait: ClockRun {
        guard let last = turns.last, last.side == .applicant else { return self }
        return ClockRun(turns: turns.dropLast(), end: last.from)
    }

    /// The days that make the time of `side` as short, and the other's as long, as the bounds allow.
    ///
    /// Each turn of `side` ends as early as it can and begins as late as that end allows; the last one begins as late
    /// as it can, for nobody's turn follows it. Because the bounds are in order, all turns can do so at once; and cut
    /// off at any day, the same days are still the extreme. So one pair of placements gives the bounds of both sides'
    /// time and of the due date.
    func placement(shortening side: ClockSide) -> ClockPlacement {
        let bounds = turns.map(\.from) + [end]
        var days = bounds.indices.map { index in
            if index < turns.count, turns[index].side == side {
                let next = bounds[index + 1].lowerBound
                return index + 1 == turns.count ? bounds[index].upperBound : min(bounds[index].upperBound, next)
            }
            if index > 0, turns[index - 1].side == side { return bounds[index].lowerBound }
            return index == 0 ? bounds[index].lowerBound : bounds[index].upperBound
        }
        if let last = turns.indices.last { days[last + 1] = max(days[last + 1], days[last]) }
        return ClockPlacement(sides: turns.map(\.side), days: days)
    }
}
