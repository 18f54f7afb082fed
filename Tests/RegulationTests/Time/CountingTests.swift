import Chance
import Testing

@testable import Regulation

@Suite("How a period counts")
struct CountingTests {
    private static let source = Source(text: "made up", url: nil, asOf: nil, confidence: .confirmed)
    private static let guess = Source(text: "made up", url: nil, asOf: nil, confidence: .unconfirmed)

    /// Every way of counting, by the sample's weekend or by Sundays only.
    private var all: [Counting] {
        Counting.FirstDay.allCases.flatMap { first in
            Counting.MonthEnd.allCases.flatMap { months in
                Counting.NoSuchDay.allCases.flatMap { none in
                    Counting.OnDayOff.allCases.flatMap { off in
                        [nil, [7]].map { days in
                            Counting(firstDay: first, months: months, noSuchDay: none, onDayOff: off, daysOff: days)
                        }
                    }
                }
            }
        }
    }

    /// A calendar with a weekend day worked and a row of holidays that runs over a weekend.
    private func calendar() throws -> WorkingCalendar {
        let sample = try WorkingCalendar.sample()
        var holidays = sample.holidays
        for text in ["2026-10-09", "2026-10-12", "2026-10-13"] { holidays[try day(text)] = "Made up" }
        return WorkingCalendar(
            id: "made-up",
            weekend: sample.weekend,
            holidays: holidays,
            workdays: [try day("2026-10-17"), try day("2027-02-28")],
            years: [2026: .confirmed, 2027: .confirmed, 2028: .unconfirmed]
        )
    }

    private func period(_ count: Int, _ unit: ClockUnit, _ counting: Counting, _ source: Source = source) -> Period {
        Period(
            name: "answer",
            count: count,
            unit: unit,
            law: CountingLaw(counting, source: source),
            source: Self.source
        )
    }

    @Test("every way of counting ends where a count day by day does, from each of 1,200 days")
    func independentCount() throws {
        let calendar = try calendar()
        let base = try day("2025-12-20")
        for (number, counting) in all.enumerated() {
            let naive = NaivePeriod(counting: counting, calendar: calendar)
            for step in stride(from: number % 4, to: 1_200, by: 4) {
                let start = base.adding(days: step)
                for (unit, counts) in [
                    (ClockUnit.calendarDays, [1, 30]), (.workingDays, [1, 23]), (.months, [1, 2, 12]),
                ] {
                    let count = counts[step / 4 % counts.count]
                    let end = period(count, unit, counting).end(after: start, in: calendar)
                    #expect(
                        end.day == naive.end(count, unit, from: start),
                        "\(count) \(unit) from \(start): \(counting)"
                    )
                    #expect(end.bounds == DateBounds(exactly: end.day))
                }
            }
        }
    }

    @Test("a period that begins after 29 February, or with a month, ends with a month")
    func months() throws {
        let eve = Counting(months: .eve)
        let same = Counting(months: .sameDay)
        for (start, count, counting, end) in [
            ("2028-02-29", 12, eve, "2029-02-28"), ("2028-02-29", 12, same, "2029-02-28"),
            ("2027-02-28", 12, eve, "2028-02-29"), ("2027-02-28", 12, same, "2028-02-28"),
            ("2026-04-30", 1, eve, "2026-05-31"), ("2026-04-30", 1, same, "2026-05-30"),
            ("2026-01-30", 1, eve, "2026-02-28"), ("2026-01-31", 1, same, "2026-02-28"),
            ("2026-12-31", 2, eve, "2027-02-28"), ("2026-08-10", 2, eve, "2026-10-10"),
            ("2026-06-01", 4, Counting(firstDay: .included, months: .eve), "2026-09-30"),
            ("2027-02-01", 5, Counting(firstDay: .included), "2027-06-30"),
            ("2026-01-31", 1, Counting(noSuchDay: .firstOfNext), "2026-03-01"),
            ("2026-01-30", 2, Counting(months: .thirtyDays), "2026-03-31"),
        ] {
            let last = counting.lastDay(count, .months, from: try day(start), in: try calendar())
            #expect(last.description == end, "\(count) months from \(start)")
        }
    }

    @Test("years from 29 February end on the last day of February, and elsewhere on the eve of the day")
    func terms() throws {
        func end(_ text: String, _ years: Int, _ law: CountingLaw = .term) throws -> String? {
            let rule = ValidityRule(model: .fixed, years: years, law: law, source: Self.source)
            return rule.end(of: try day(text))?.description
        }
        #expect(try end("2028-02-29", 5) == "2033-02-28")
        #expect(try end("2028-02-29", 4) == "2032-02-28")
        #expect(try end("2024-02-29", 10) == "2034-02-28")
        #expect(try end("2026-04-06", 5) == "2031-04-05")
        #expect(try end("2027-03-01", 5) == "2032-02-29")
        // Years stay years where a month is thirty days.
        let thirty = CountingLaw(Counting(firstDay: .included, months: .thirtyDays), source: Self.source)
        #expect(try end("2026-04-06", 5, thirty) == "2031-04-05")
    }

    @Test("a day off gives way to the next day that is none, and a Saturday only where the law names it")
    func daysOff() throws {
        let calendar = try calendar()
        let moves = Counting(onDayOff: .nextWorkingDay)
        let sundays = Counting(onDayOff: .nextWorkingDay, daysOff: [7])
        for (start, count, counting, end) in [
            // Friday to Tuesday are days off.
            ("2026-10-01", 8, moves, "2026-10-14"), ("2026-10-01", 7, moves, "2026-10-08"),
            // A Saturday; one that is worked.
            ("2026-10-01", 23, moves, "2026-10-26"), ("2026-10-01", 16, moves, "2026-10-17"),
            ("2026-10-01", 23, sundays, "2026-10-24"), ("2026-10-01", 24, sundays, "2026-10-26"),
            ("2026-10-01", 23, .plain, "2026-10-24"),
        ] {
            let found = period(count, .calendarDays, counting).end(after: try day(start), in: calendar)
            #expect(found.day.description == end, "\(count) days from \(start)")
            #expect(found.isSure)
        }
        let closed = WorkingCalendar(id: "closed", weekend: Set(1...7), holidays: [:], years: [2026: .confirmed])
        let stays = period(5, .calendarDays, moves).end(after: try day("2026-01-01"), in: closed)
        #expect(stays.day.description == "2026-01-06")
    }

    @Test("what no source confirms moves nothing, and is sure only where it makes no difference")
    func unconfirmed() throws {
        let calendar = try calendar()
        func end(_ start: String, _ count: Int, _ unit: ClockUnit, _ counting: Counting) throws -> PeriodEnd {
            period(count, unit, counting, Self.guess).end(after: try day(start), in: calendar)
        }
        for counting in [Counting.plain, Counting(onDayOff: .nextWorkingDay)] {
            let sunday = try end("2026-07-10", 30, .calendarDays, counting)
            #expect(sunday.day.description == "2026-08-09")
            #expect(sunday.bounds.description == "2026-08-09/2026-08-11")
            #expect(!sunday.isSure)
            let thursday = try end("2026-07-14", 30, .calendarDays, counting)
            #expect(thursday.day.description == "2026-08-13")
            #expect(thursday.isSure)
        }
        // By one law or another two months from the last day of February end on one of three days.
        let months = try end("2026-02-28", 2, .months, .plain)
        #expect(months.bounds.description == "2026-04-28/2026-04-30")
        #expect(!months.isSure)
        #expect(try end("2026-02-17", 2, .months, .plain).isSure)
    }

    @Test("an end that a day off would move is sure only in a year whose days off are confirmed")
    func calendarYears() throws {
        let calendar = try calendar()
        let moves = Counting(onDayOff: .nextWorkingDay)
        let start = try day("2027-12-01")
        #expect(period(30, .calendarDays, moves).end(after: start, in: calendar).isSure)
        #expect(!period(40, .calendarDays, moves).end(after: start, in: calendar).isSure)
        #expect(period(40, .calendarDays, .plain).end(after: start, in: calendar).isSure)
        #expect(!period(40, .workingDays, .plain).end(after: start, in: calendar).isSure)
    }
}

@Suite("How a clock counts")
struct ClockCountingTests {
    @Test("a clock is due when the period is, has all its time on the first day and none on the last")
    func clocks() throws {
        let calendar = try WorkingCalendar.sample()
        for seed in 0..<400 {
            var dice = Dice(seed: seed)
            let counting = Counting(
                firstDay: dice.roll(0...1) == 0 ? .excluded : .included,
                months: Counting.MonthEnd.allCases[dice.roll(0...2)],
                noSuchDay: dice.roll(0...3) == 0 ? .firstOfNext : .endOfMonth
            )
            let unit = ClockUnit.allCases[seed % 3]
            let anchor: Anchor = dice.roll(0...1) == 0 ? .start : .nextMonth
            let limit = dice.roll(1...14)
            let rule = ClockRule(
                unit: unit,
                limit: limit,
                counts: .total,
                confidence: .confirmed,
                anchor: anchor,
                counting: counting
            )
            let filed = try day("2026-01-01").adding(days: dice.roll(0...700))
            let ledger = ClockLedger(rule: rule, marks: [.init(kind: .started(by: .agency), on: .day(filed))])
            let first = anchor.day(for: filed)
            let due = NaivePeriod(counting: counting, calendar: calendar).last(limit, unit, from: first)
            let onDue = ledger.reading(on: due, calendar: calendar)
            #expect(onDue.due == DateBounds(exactly: due), "\(seed)")
            #expect(onDue.startedOn == DateBounds(exactly: first), "\(seed)")
            #expect(onDue.remaining == .whole(0), "\(seed)")
            #expect(ledger.reading(on: due.adding(days: 1), calendar: calendar).verdict == .missed, "\(seed)")
            let zero = ledger.reading(on: counting.dayZero(of: first), calendar: calendar)
            #expect(zero.remaining == .whole(limit), "\(seed)")
        }
    }

    @Test("a clock whose rule says so ends on the next working day, and one stopped then is in time")
    func movedClock() throws {
        let rule = ClockRule(
            unit: .calendarDays,
            limit: 30,
            counts: .total,
            confidence: .confirmed,
            counting: Counting(onDayOff: .nextWorkingDay)
        )
        var ledger = ClockLedger(rule: rule)
        try ledger.start("2026-07-10")
        #expect(ledger.reading(on: try day("2026-08-01"), calendar: try .sample()).due?.description == "2026-08-11")
        try ledger.stop("2026-08-11")
        #expect(ledger.reading(on: try day("2026-09-01"), calendar: try .sample()).verdict == .met)
    }

    @Test("Japan's time to decide on coverage ends with a month, whichever day of the month before it was asked for")
    func coverage() throws {
        let rule = ClockRule(
            unit: .months,
            limit: 4,
            counts: .total,
            confidence: .confirmed,
            anchor: .nextMonth,
            counting: Counting(firstDay: .included, months: .eve)
        )
        for (filed, due) in [
            ("2026-05-01", "2026-09-30"), ("2026-05-31", "2026-09-30"), ("2026-10-15", "2027-02-28"),
            ("2027-10-01", "2028-02-29"), ("2026-02-28", "2026-06-30"),
        ] {
            var ledger = ClockLedger(rule: rule)
            try ledger.start(filed)
            #expect(ledger.reading(on: try day("2028-03-01"), calendar: try .sample()).due?.description == due)
        }
    }
}
