import Engine
import Regulation
import Submissions

// What is not sure, and what would move a day.
extension MemoBuilder {
    /// A date of which the log does not tell how it came about.
    func untold(_ item: DatedDuty) -> DateMemo {
        DateMemo(
            item: item.duty,
            date: item.date,
            rule: .init(figure: .named, source: nil, isReplaced: false),
            anchor: nil,
            count: nil,
            holdings: [],
            doubts: [.untold],
            movers: [.act]
        )
    }

    /// A date that somebody named: nothing is counted.
    func named(_ item: DatedDuty, _ anchor: DateMemo.Anchor, ending: DateMemo.Mover = .act) -> DateMemo {
        let calendar = bound(subject(of: item))?.calendar
        let isOff = item.date.isExact && calendar.map { !$0.isWorkingDay(item.date.latest) } ?? false
        return DateMemo(
            item: item.duty,
            date: item.date,
            rule: .init(figure: .named, source: nil, isReplaced: false),
            anchor: anchor,
            count: nil,
            holdings: [],
            doubts: doubts(of: anchor) + (isOff ? [.dayOff(item.date.latest)] : []),
            movers: [ending, .renaming] + movers(of: anchor)
        )
    }

    func doubts(of anchor: DateMemo.Anchor) -> [DateMemo.Doubt] {
        anchor.date.isExact ? [] : [.partial(anchor.date)]
    }

    /// What the calendar leaves open of a count that ends within `bounds`.
    func doubts(
        of count: DayCount,
        _ bounds: DateBounds,
        _ calendar: WorkingCalendar,
        isLawSure: Bool
    ) -> [DateMemo.Doubt] {
        guard asksCalendar(count) || !isLawSure else { return [] }
        let first = count.unit == .workingDays ? count.zero : count.last
        let last = max(count.day, bounds.latest)
        let years = calendar.unconfirmedYears(from: first, through: last)
        let days = calendar.doubtfulDays(from: first, through: last)
        // A year that is unsure for single days only is told by them.
        let whole = years.filter { calendar.years[$0] == .unconfirmed }
        let absent = years.filter { calendar.years[$0] == nil }
        return (whole.isEmpty ? [] : [.years(whole)]) + (absent.isEmpty ? [] : [.absentYears(absent)])
            + (days.isEmpty ? [] : [.days(days)])
    }

    func movers(of anchor: DateMemo.Anchor) -> [DateMemo.Mover] {
        anchor.record.map { [.correction($0.number)] } ?? []
    }

    func movers(of count: DayCount, _ law: CountingLaw, _ calendar: WorkingCalendar) -> [DateMemo.Mover] {
        guard asksCalendar(count) || law.source.confidence == .unconfirmed else { return [] }
        let coverage = calendar.lastYear.flatMap { $0 < count.day.year ? $0 : nil }
        return [.holiday(calendar.id, through: count.day)]
            + (coverage.map { [.coverage(calendar.id, lastYear: $0)] } ?? [])
    }

    private func asksCalendar(_ count: DayCount) -> Bool {
        count.unit == .workingDays || count.counting.onDayOff == .nextWorkingDay
    }
}

extension CountingLaw {
    /// Whether a confirmed source says that spans count so.
    var isFound: Bool { source != .unstated && source.confidence == .confirmed }
}
