import Chance
import Testing

@testable import Regulation

@Suite("Bounds of a clock whose dates are known only in part")
struct ClockCourseTests {
    /// Every way to choose a day of each range so that no day lies before the one ahead of it.
    private func placements(of ranges: [ClosedRange<Int>]) -> [[Int]] {
        ranges.reduce([[]]) { chosen, range in
            chosen.flatMap { days in
                range.filter { day in days.last.map { $0 <= day } ?? true }.map { days + [$0] }
            }
        }
    }

    private func randomRanges(_ count: Int, from base: Int, dice: inout Dice) -> [ClosedRange<Int>] {
        var lower = base
        return (0..<count).map { _ in
            lower += dice.roll(0...6)
            return lower...(lower + dice.roll(0...3))
        }
    }

    @Test("held time, due date and verdict are exactly the extremes of all placements, counted day by day")
    func extremes() throws {
        let calendar = try WorkingCalendar.sample()
        // Late January 2027 and 2028: months of every length, and no holidays; 2026 has holidays.
        let bases = [try day("2026-02-05").dayNumber, try day("2027-01-24").dayNumber, try day("2028-01-25").dayNumber]
        for seed in 0..<240 {
            var dice = Dice(seed: seed)
            let unit = ClockUnit.allCases[seed % 3]
            let counts: ClockRule.Counted = seed % 2 == 0 ? .agency : .total
            let limit = unit == .months ? dice.roll(0...1) : dice.roll(0...14)
            let rule = ClockRule.limit(limit, unit, counting: counts)
            let sides = (0..<dice.roll(1...4)).map { _ in dice.roll(0...2) == 0 ? ClockSide.applicant : .agency }
            let ranges = randomRanges(sides.count + 1, from: bases[dice.roll(0...2)], dice: &dice)

            let turns = zip(sides, ranges).map { ClockRun.Turn(side: $0, from: $1) }
            let course = ClockRun(turns: turns, end: ranges[sides.count])
            let measure = ClockMeasure(unit: unit, calendar: calendar)
            let clocks = placements(of: ranges).map {
                NaiveClock(rule: rule, calendar: calendar, sides: sides, days: $0)
            }

            for (side, other) in [(ClockSide.agency, ClockSide.applicant), (.applicant, .agency)] {
                let held = clocks.map { $0.held(by: side) }
                #expect(course.placement(shortening: side).held(by: side, in: measure) == held.min(), "\(seed)")
                #expect(course.placement(shortening: other).held(by: side, in: measure) == held.max(), "\(seed)")
            }
            let elapsed = clocks.map { $0.held(by: nil) }
            #expect(course.elapsed(in: measure).lower == elapsed.min(), "\(seed)")
            #expect(course.elapsed(in: measure).upper == elapsed.max(), "\(seed)")

            let dues = clocks.map { $0.due(limit: limit) }
            let due = course.due(by: rule, in: measure)
            #expect((due == nil) == dues.contains(nil), "\(seed)")
            if let due {
                #expect(due.earliest.dayNumber == dues.compactMap(\.self).min(), "\(seed)")
                #expect(due.latest.dayNumber == dues.compactMap(\.self).max(), "\(seed)")
            }

            let met = Set(clocks.map { $0.isMet(limit: limit) })
            let verdict: Verdict = met.count == 2 ? .undetermined : met.contains(true) ? .met : .missed
            #expect(course.stoppedVerdict(by: rule, in: measure) == verdict, "\(seed)")
        }
    }

    @Test("what remains lies within its bounds for every placement")
    func remaining() throws {
        for seed in 0..<120 {
            var dice = Dice(seed: seed)
            let counts: ClockRule.Counted = seed % 2 == 0 ? .agency : .total
            let rule = ClockRule.limit(dice.roll(0...2), .months, counting: counts)
            let sides = (0..<dice.roll(1...4)).map { $0 % 2 == seed % 3 % 2 ? ClockSide.agency : .applicant }
            let ranges = randomRanges(sides.count + 1, from: try day("2027-01-20").dayNumber, dice: &dice)
            let measure = ClockMeasure(unit: .months, calendar: try .sample())
            let course = ClockRun(
                turns: zip(sides, ranges).map { ClockRun.Turn(side: $0, from: $1) },
                end: ranges[sides.count]
            )
            let bounds = try #require(course.remaining(by: rule, counted: .zero, in: measure))
            for days in placements(of: ranges) {
                let exact = ClockRun(
                    turns: zip(sides, days).map { ClockRun.Turn(side: $0, from: $1...$1) },
                    end: days[sides.count]...days[sides.count]
                )
                let remaining = try #require(exact.remaining(by: rule, counted: .zero, in: measure))
                #expect(remaining.isExact)
                #expect(bounds.contains(remaining.lower), "\(seed)")
            }
        }
    }
}
