/// One run of a clock as turns of its holders, each beginning on a day known within bounds.
///
/// Days are day numbers. The bounds are in order: neither their lower nor their upper ends ever decrease, and holders
/// alternate.
struct ClockCourse {
    struct Turn {
        let holder: Holder
        var from: ClosedRange<Int>
    }

    let turns: [Turn]
    /// The day through which time counts: the stop, or the day of reading.
    let end: ClosedRange<Int>

    /// Brings the bounds into order, and joins neighbouring turns of one holder.
    init(turns: [Turn], end: ClosedRange<Int>) {
        var ranges = Self.inOrder(turns.map(\.from) + [end])
        self.end = ranges.removeLast()
        var joined: [Turn] = []
        for (turn, range) in zip(turns, ranges) where turn.holder != joined.last?.holder {
            joined.append(Turn(holder: turn.holder, from: range))
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

extension ClockCourse {
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
            case .started(let holder):
                let anchor = ledger.rule.anchor
                let first = anchor.day(for: mark.on.earliest).dayNumber
                turns.append(Turn(holder: holder, from: first...anchor.day(for: mark.on.latest).dayNumber))
            case .held(let holder): turns.append(Turn(holder: holder, from: range))
            case .stopped: stop = range
            }
        }
        guard let latestStart = turns.map(\.from.lowerBound).max() else { return nil }
        let reading = max(today.dayNumber, latestStart)
        self.init(turns: turns, end: stop ?? reading...reading)
    }

    /// The days on which it can have started.
    var start: ClosedRange<Int> { turns.first?.from ?? end }

    /// The courses it can mean, one for each day on which it can have started.
    ///
    /// Needed where a date depends on the start by itself, as the length of twelve months does.
    var byStart: [ClockCourse] {
        start.map { day in
            var turns = turns
            if !turns.isEmpty { turns[0].from = day...day }
            return ClockCourse(turns: turns, end: end)
        }
    }

    func ending(on day: Int) -> ClockCourse {
        ClockCourse(turns: turns, end: day...day)
    }

    /// The course up to the day from which the applicant holds the case for good; itself when the agency has it last.
    var withoutLastWait: ClockCourse {
        guard let last = turns.last, last.holder == .applicant else { return self }
        return ClockCourse(turns: turns.dropLast(), end: last.from)
    }

    /// The days that make the time of `holder` as short, and the other's as long, as the bounds allow.
    ///
    /// Each turn of `holder` ends as early as it can and begins as late as that end allows; the last one begins as late
    /// as it can, for nobody's turn follows it. Because the bounds are in order, all turns can do so at once; and cut
    /// off at any day, the same days are still the extreme. So one pair of placements gives the bounds of both holders'
    /// time and of the due date.
    func placement(shortening holder: Holder) -> ClockPlacement {
        let bounds = turns.map(\.from) + [end]
        var days = bounds.indices.map { index in
            if index < turns.count, turns[index].holder == holder {
                let next = bounds[index + 1].lowerBound
                return index + 1 == turns.count ? bounds[index].upperBound : min(bounds[index].upperBound, next)
            }
            if index > 0, turns[index - 1].holder == holder { return bounds[index].lowerBound }
            return index == 0 ? bounds[index].lowerBound : bounds[index].upperBound
        }
        if let last = turns.indices.last { days[last + 1] = max(days[last + 1], days[last]) }
        return ClockPlacement(holders: turns.map(\.holder), days: days)
    }
}
