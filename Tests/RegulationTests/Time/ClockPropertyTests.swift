import Chance
import Regulation
import Testing

@Suite("What holds for every review clock")
struct ClockPropertyTests {
    private func randomLedger(_ rule: ClockRule, precise: Bool, dice: inout Dice) throws -> ClockLedger {
        var ledger = ClockLedger(rule: rule)
        var date = try day("2025-11-15").adding(days: dice.roll(0...60))
        for turn in 0..<dice.roll(1...5) {
            let kind: ClockLedger.MarkKind =
                turn == 0 ? .started(by: .agency) : .held(by: turn % 2 == 0 ? .agency : .applicant)
            ledger.add(.init(kind: kind, on: roughly(date, precise: precise, dice: &dice)))
            date = date.adding(days: dice.roll(0...50))
        }
        if dice.roll(0...1) == 0 { ledger.add(.init(kind: .stopped, on: roughly(date, precise: precise, dice: &dice))) }
        return ledger
    }

    private func roughly(_ date: CivilDate, precise: Bool, dice: inout Dice) -> PartialDate {
        precise || dice.roll(0...1) == 0 ? .day(date) : .month(year: date.year, month: date.month)
    }

    /// The ledger with each date replaced by a day it can mean, none before the one ahead of it.
    private func placed(_ ledger: ClockLedger, on today: CivilDate, dice: inout Dice) throws -> ClockLedger {
        var exact = ClockLedger(rule: ledger.rule)
        var floor = CivilDate.earliest
        for (index, mark) in ledger.marks.enumerated() {
            // No later mark may be left without a day.
            var latest = ledger.marks[index...].map(\.on.latest).min() ?? mark.on.latest
            if ledger.isRunning { latest = min(latest, max(today, mark.on.earliest)) }
            let earliest = max(floor, mark.on.earliest)
            let date = earliest.adding(days: dice.roll(0...(max(earliest, latest).dayNumber - earliest.dayNumber)))
            exact.add(.init(kind: mark.kind, on: .day(date)))
            floor = date
        }
        return exact
    }

    @Test("the agency's and the applicant's time make up all the time since the start")
    func sum() throws {
        let calendar = try WorkingCalendar.sample()
        for seed in 0..<300 {
            var dice = Dice(seed: seed)
            let rule = ClockRule.limit(100, ClockUnit.allCases[seed % 3], counting: .agency)
            let ledger = try randomLedger(rule, precise: true, dice: &dice)
            let today = try day("2026-03-01").adding(days: dice.roll(0...200))
            let reading = ledger.reading(on: today, calendar: calendar)
            #expect(reading.agencyHeld.isExact && reading.applicantHeld.isExact && reading.elapsed.isExact)
            #expect(reading.agencyHeld.lower + reading.applicantHeld.lower == reading.elapsed.lower, "\(seed)")
            guard rule.unit != .months else { continue }
            let start = try #require(reading.startedOn).earliest
            let last = try #require(ledger.lastMarkedOn).latest
            let end = ledger.isRunning ? max(today, last) : last
            let days =
                rule.unit == .calendarDays
                ? end.dayNumber - start.dayNumber : calendar.workingDays(after: start, through: end)
            #expect(reading.elapsed == .whole(days), "\(seed)")
        }
    }

    @Test("a longer limit is never due earlier, and leaves never less")
    func monotone() throws {
        let calendar = try WorkingCalendar.sample()
        for seed in 0..<120 {
            var dice = Dice(seed: seed)
            let unit = ClockUnit.allCases[seed % 3]
            let counts: ClockRule.Counted = dice.roll(0...1) == 0 ? .agency : .total
            let base = try randomLedger(.limit(1, unit, counting: counts), precise: seed % 2 == 0, dice: &dice)
            let today = try day("2026-06-01")
            var before: ClockReading?
            for limit in 0..<8 {
                let ledger = ClockLedger(rule: .limit(limit, unit, counting: counts), marks: base.marks)
                let reading = ledger.reading(on: today, calendar: calendar)
                if let due = reading.due, let earlier = before?.due {
                    #expect(earlier.earliest <= due.earliest && earlier.latest <= due.latest, "\(seed)")
                }
                if let left = reading.remaining, let less = before?.remaining {
                    #expect(less.lower <= left.lower && less.upper <= left.upper, "\(seed)")
                }
                if before?.verdict == .met { #expect(reading.verdict == .met, "\(seed)") }
                before = reading
            }
        }
    }

    @Test("bounds contain what every exact placement of the dates shows, and a certain verdict is its verdict")
    func containment() throws {
        let calendar = try WorkingCalendar.sample()
        for seed in 0..<150 {
            var dice = Dice(seed: seed)
            let unit = ClockUnit.allCases[seed % 3]
            let counts: ClockRule.Counted = dice.roll(0...1) == 0 ? .agency : .total
            let limit = unit == .months ? dice.roll(0...5) : dice.roll(0...120)
            let ledger = try randomLedger(.limit(limit, unit, counting: counts), precise: false, dice: &dice)
            let today = try day("2026-02-01").adding(days: dice.roll(0...150))
            let reading = ledger.reading(on: today, calendar: calendar)
            for _ in 0..<12 {
                let exact = try placed(ledger, on: today, dice: &dice).reading(on: today, calendar: calendar)
                #expect(reading.agencyHeld.contains(exact.agencyHeld.lower), "\(seed)")
                #expect(reading.applicantHeld.contains(exact.applicantHeld.lower), "\(seed)")
                #expect(reading.elapsed.contains(exact.elapsed.lower), "\(seed)")
                if let remaining = exact.remaining?.lower {
                    #expect(reading.remaining?.contains(remaining) == true, "\(seed)")
                }
                if let due = reading.due {
                    #expect(exact.due?.isExact == true, "\(seed)")
                    #expect(exact.due.map { due.contains($0.earliest) } == true, "\(seed)")
                }
                if let verdict = reading.verdict, verdict != .undetermined {
                    #expect(exact.verdict == verdict, "\(seed)")
                }
            }
        }
    }

    @Test("a stopped clock shows the same on every day after")
    func fixed() throws {
        let calendar = try WorkingCalendar.sample()
        for seed in 0..<120 {
            var dice = Dice(seed: seed)
            let rule = ClockRule.limit(3, ClockUnit.allCases[seed % 3], counting: .agency)
            var ledger = try randomLedger(rule, precise: false, dice: &dice)
            try ledger.stop("2026-08")
            let first = ledger.reading(on: try day("2026-08-03"), calendar: calendar)
            #expect(ledger.reading(on: try day("2027-08-03"), calendar: calendar) == first, "\(seed)")
        }
    }
}
