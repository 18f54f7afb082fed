import Regulation

/// Where a day lies from left to right, and which days the axis names.
struct TimeScale {
    struct Tick: Equatable {
        let date: CivilDate
        /// The month to name, 1 to 12; nil for a line without a name.
        let month: Int?
        let isYear: Bool
    }

    let left: Int
    let right: Int
    private let first: CivilDate
    private let last: CivilDate

    /// A scale of `span` and some room on both sides, so that nothing at its ends is cut off.
    init(span: DateBounds, left: Int, right: Int) {
        self.left = left
        self.right = right
        let days = max(28, span.latest.dayNumber - span.earliest.dayNumber)
        first = span.earliest.adding(days: -max(2, days / 50))
        last = span.earliest.adding(days: days + max(6, days / 14))
    }

    /// Days outside the span lie at its edge.
    func x(_ date: CivilDate) -> Int {
        let day = min(max(date, first), last).dayNumber - first.dayNumber
        return left + (right - left) * day / max(1, last.dayNumber - first.dayNumber)
    }

    /// The first days of months, further apart the longer the span is.
    var ticks: [Tick] {
        let months = (last.year - first.year) * 12 + last.month - first.month
        let (line, name) =
            switch months {
            case ...16: (1, 1)
            case ...36: (1, 3)
            case ...84: (3, 6)
            default: (12, 0)
            }
        return (1...max(1, months)).compactMap { offset in
            guard let start = CivilDate(year: first.year, month: first.month, day: 1) else { return nil }
            let date = start.adding(months: offset)
            guard (date.month - 1) % line == 0, date <= last else { return nil }
            let isNamed = name > 0 && (date.month - 1) % name == 0
            return Tick(date: date, month: isNamed ? date.month : nil, isYear: date.month == 1)
        }
    }

    /// Where each year's name stands: at the left edge for the first, at 1 January for the others.
    ///
    /// A first year too short for its name goes without: the name of the next would have no room beside it.
    func years(width: Int) -> [(year: Int, x: Int)] {
        let all = (first.year...last.year).compactMap { year in
            CivilDate(year: year, month: 1, day: 1).map { (year: year, x: max(left, x($0))) }
        }
        guard all.count > 1, all[1].x - all[0].x < width else { return all }
        return Array(all.dropFirst())
    }
}
