import Chance
import Testing

@testable import Regulation

@Suite("The days that were counted")
struct DayCountTests {
    private static let source = Source(text: "made up", url: nil, asOf: nil, confidence: .confirmed)

    /// The sample's days, with a Saturday on which work is done.
    private func calendar() throws -> WorkingCalendar {
        let sample = try WorkingCalendar.sample()
        return WorkingCalendar(
            id: "made-up",
            weekend: sample.weekend,
            holidays: sample.holidays,
            workdays: [try day("2026-08-08"), try day("2026-10-10")],
            years: sample.years
        )
    }

    /// Whether every day of the count is there once, in order, and those that count are numbered from 1.
    private func expectWhole(_ days: [CountedDay], _ count: DayCount, _ comment: Comment) {
        #expect(days.first.map { $0.date == count.zero.adding(days: 1) } ?? true, comment)
        #expect(days.last.map { $0.date == count.day } ?? true, comment)
        #expect(zip(days, days.dropFirst()).allSatisfy { $1.date == $0.date.adding(days: 1) }, comment)
        let numbers = days.compactMap(\.number)
        #expect(numbers == Array(1..<numbers.count + 1), comment)
    }

    @Test("of a period: each day by itself, from the first to the one that ends it, as a clerk would tell them off")
    func periods() throws {
        let calendar = try calendar()
        for seed in 0..<600 {
            var dice = Dice(seed: seed)
            let counting = Counting(
                firstDay: dice.roll(0...2) == 0 ? .included : .excluded,
                months: Counting.MonthEnd.allCases[dice.roll(0...2)],
                onDayOff: dice.roll(0...1) == 0 ? .stays : .nextWorkingDay,
                daysOff: dice.roll(0...3) == 0 ? [7] : nil
            )
            let unit = ClockUnit.allCases[seed % 3]
            let count = dice.roll(1...14)
            let period = Period(
                name: "answer",
                count: count,
                unit: unit,
                law: CountingLaw(counting, source: Self.source),
                source: Self.source
            )
            let start = try day("2026-01-01").adding(days: dice.roll(0...300))
            let end = period.end(after: start, in: calendar)
            let days = end.count.days(in: calendar)
            let naive = NaivePeriod(counting: counting, calendar: calendar)
            let last = naive.last(count, unit, from: start)
            expectWhole(days, end.count, "\(seed)")
            #expect(end.count.day == end.day, "\(seed)")
            // An empty span has no last day that could be numbered: months may end on their first day's eve.
            let numbered = days.last { $0.number != nil }
            if last >= start.adding(days: 1) { #expect(numbered?.date == last, "\(seed)") }
            if unit != .months { #expect(numbered?.number == count, "\(seed)") }
            for counted in days {
                #expect(counted.isBehind == (counted.date > last), "\(seed)")
                let counts = unit != .workingDays || calendar.isWorkingDay(counted.date)
                #expect((counted.number != nil) == (counts && counted.date <= last), "\(seed) \(counted.date)")
                #expect(counted.stoppedBy == nil, "\(seed)")
            }
        }
    }

    @Test("of a clock: it ends on the day that the clock shows, and no day of the applicant's counts")
    func clocks() throws {
        let calendar = try calendar()
        var stopped = 0
        for seed in 0..<600 {
            var dice = Dice(seed: seed)
            let unit = ClockUnit.allCases[seed % 3]
            let rule = ClockRule(
                unit: unit,
                limit: unit == .months ? dice.roll(1...6) : dice.roll(1...80),
                counts: dice.roll(0...3) == 0 ? .total : .agency,
                confidence: .confirmed,
                counting: Counting(onDayOff: dice.roll(0...1) == 0 ? .stays : .nextWorkingDay)
            )
            var ledger = ClockLedger(rule: rule)
            var date = try day("2026-01-05").adding(days: dice.roll(0...40))
            var dates = [date.dayNumber]
            var sides: [ClockSide] = [.agency]
            try ledger.start(date.description)
            for _ in 0..<2 * dice.roll(0...2) {
                date = date.adding(days: dice.roll(1...30))
                let side: ClockSide = sides.last == .agency ? .applicant : .agency
                try ledger.hold(date.description, by: side)
                dates.append(date.dayNumber)
                sides.append(side)
            }
            let today = date.adding(days: 1)
            let due = ledger.reading(on: today, calendar: calendar).due
            let count = ledger.count(on: today, calendar: calendar)
            #expect(count?.day == due?.latest, "\(seed)")
            guard let count else { continue }
            let days = count.days(in: calendar)
            expectWhole(days, count, "\(seed)")
            if unit != .months { #expect(days.compactMap(\.number).last == rule.limit, "\(seed)") }
            for counted in days where !counted.isBehind {
                let holder = sides.indices.last { dates[$0] < counted.date.dayNumber }.map { sides[$0] }
                let isStopped = rule.counts == .agency && holder == .applicant
                if isStopped { stopped += 1 }
                #expect(counted.stoppedBy == (isStopped ? .applicant : nil), "\(seed) \(counted.date)")
                let counts = !isStopped && (unit != .workingDays || calendar.isWorkingDay(counted.date))
                #expect((counted.number != nil) == counts, "\(seed) \(counted.date)")
            }
        }
        #expect(stopped > 1_000)
    }

    @Test("a clock whose start is known to the month is told by the latest day that it can be due")
    func partialStart() throws {
        var ledger = ClockLedger(rule: .limit(10, .workingDays, counting: .agency))
        try ledger.start("2026-05")
        let due = ledger.reading(on: try day("2026-06-02"), calendar: try .sample()).due
        let count = try #require(ledger.count(on: try day("2026-06-02"), calendar: try .sample()))
        #expect(due?.isExact == false)
        #expect(count.day == due?.latest && count.zero.description == "2026-05-31")
    }

    @Test("each day says what sort of day it is, and what the holiday is called")
    func natures() throws {
        let calendar = try calendar()
        for (text, nature, name) in [
            ("2026-08-07", .workingDay, nil), ("2026-08-08", .makeUpDay, nil), ("2026-08-09", .weekend, "National Day"),
            ("2026-08-10", .holiday, "National Day (observed)"), ("2026-08-15", .weekend, nil),
        ] as [(String, CountedDay.Nature, String?)] {
            #expect(calendar.nature(of: try day(text)) == nature)
            #expect(calendar.holidays[try day(text)] == name)
        }
    }

    @Test("an approval's years are counted day by day, from the day on which it was granted")
    func terms() throws {
        let rule = ValidityRule(model: .fixed, years: 5, source: Self.source)
        let count = try #require(rule.count(of: try day("2026-04-06")))
        let days = count.days(in: try calendar())
        #expect(days.first?.date == CivilDate("2026-04-06") && days.first?.number == 1)
        #expect(days.last?.date == rule.end(of: try day("2026-04-06")) && days.last?.number == 1_826)
        #expect(
            ValidityRule(model: .unlimited, years: nil, source: Self.source).count(of: try day("2026-04-06")) == nil
        )
    }
}
