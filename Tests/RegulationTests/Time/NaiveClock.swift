@testable import Regulation

/// The rules of a clock told day by day, as a clerk with a wall calendar would: slow, and independent of the code.
struct NaiveClock {
    let rule: ClockRule
    let calendar: WorkingCalendar
    let sides: [ClockSide]
    /// The days on which the turns begin, then the day through which time counts.
    let days: [Int]

    /// Who has the case on `day`: whoever had it at the end of the day before.
    private func side(on day: Int) -> ClockSide? {
        for index in sides.indices.reversed() where days[index] < day { return sides[index] }
        return nil
    }

    private func counts(_ day: Int) -> Bool {
        rule.unit == .workingDays ? calendar.isWorkingDay(CivilDate(dayNumber: day)) : true
    }

    private var end: Int { days[days.count - 1] }

    func held(by side: ClockSide?) -> Amount {
        var parts = 0
        var day = days[0] + 1
        while day <= end {
            if counts(day), side == nil || self.side(on: day) == side {
                let date = CivilDate(dayNumber: day)
                let length = CivilDate.daysInMonth(year: date.year, month: date.month)
                parts += rule.unit == .months ? Amount.partsPerUnit / length : Amount.partsPerUnit
            }
            day += 1
        }
        return Amount(parts: parts)
    }

    /// The limit-th day that counts; nil when it does not come within 400 days.
    func due(limit: Int) -> Int? {
        let start = CivilDate(dayNumber: days[0])
        var left = rule.unit == .months ? start.adding(months: limit).dayNumber - days[0] : limit
        var day = days[0]
        while left > 0 {
            day += 1
            if day > days[0] + 400 { return nil }
            if counts(day), rule.counts == .total || side(on: day) == .agency { left -= 1 }
        }
        return day
    }

    func isMet(limit: Int) -> Bool {
        due(limit: limit).map { end <= $0 } ?? true
    }
}
