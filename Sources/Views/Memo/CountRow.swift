package import Regulation

/// Some days of a count that one line tells: those of a month, or of a long time of which every day counts.
package struct CountRow: Hashable, Sendable {
    /// Days that are not simply counted.
    package enum Note: Hashable, Sendable {
        case weekend([ClosedRange<CivilDate>])
        case holiday(CivilDate, String, isWeekend: Bool)
        case makeUpDay(CivilDate)
        case stopped(ClosedRange<CivilDate>, ClockSide)
        /// Days off behind the last day counted.
        case dayOff([ClosedRange<CivilDate>])
        /// The day to which they move the end.
        case end(CivilDate)
    }

    package let days: ClosedRange<CivilDate>
    /// The numbers of the days that count.
    package let numbers: ClosedRange<Int>?
    package let notes: [Note]
}

extension DateMemo.Count {
    /// The days in few lines.
    package var rows: [CountRow] {
        var rows: [CountRow] = []
        var rest = days[...]
        while let first = rest.first {
            let month = rest.prefix {
                $0.date.year == first.date.year && $0.date.month == first.date.month && $0.isBehind == first.isBehind
            }
            rest = rest.dropFirst(month.count)
            guard let row = row(of: month) else { continue }
            if row.notes.isEmpty, let last = rows.last, last.notes.isEmpty {
                rows[rows.count - 1] = last.joined(with: row)
            } else {
                rows.append(row)
            }
        }
        return rows
    }

    private func row(of month: ArraySlice<CountedDay>) -> CountRow? {
        guard let first = month.first, let last = month.last else { return nil }
        let numbers = month.compactMap(\.number)
        return CountRow(
            days: first.date...last.date,
            numbers: numbers.first.flatMap { start in numbers.last.map { start...$0 } },
            notes: first.isBehind ? behind(month) : notes(on: month)
        )
    }

    private func notes(on month: ArraySlice<CountedDay>) -> [CountRow.Note] {
        var notes: [CountRow.Note] = []
        for side in ClockSide.allCases {
            notes += runs(month) { $0.stoppedBy == side }.map { .stopped($0, side) }
        }
        let weekends = runs(month) { $0.number == nil && $0.stoppedBy == nil && $0.nature == .weekend }
        if !weekends.isEmpty { notes.append(.weekend(weekends)) }
        for day in month where count.unit == .workingDays && day.stoppedBy == nil {
            if day.nature == .makeUpDay { notes.append(.makeUpDay(day.date)) }
            if day.number == nil, let name = day.holiday {
                notes.append(.holiday(day.date, name, isWeekend: day.nature == .weekend))
            }
        }
        return notes
    }

    private func behind(_ days: ArraySlice<CountedDay>) -> [CountRow.Note] {
        let off = runs(days) { $0.date != count.day }
        let named = days.compactMap { day in
            day.holiday.map { CountRow.Note.holiday(day.date, $0, isWeekend: day.nature == .weekend) }
        }
        return (off.isEmpty ? [] : [.dayOff(off)]) + named + (days.last?.date == count.day ? [.end(count.day)] : [])
    }

    /// Days one behind the other that fit.
    private func runs(_ days: ArraySlice<CountedDay>, _ fits: (CountedDay) -> Bool) -> [ClosedRange<CivilDate>] {
        var runs: [ClosedRange<CivilDate>] = []
        for day in days where fits(day) {
            if let last = runs.last, last.upperBound.adding(days: 1) == day.date {
                runs[runs.count - 1] = last.lowerBound...day.date
            } else {
                runs.append(day.date...day.date)
            }
        }
        return runs
    }
}

extension CountRow {
    fileprivate func joined(with next: CountRow) -> CountRow {
        let all = [numbers, next.numbers].compactMap(\.self)
        return CountRow(
            days: days.lowerBound...next.days.upperBound,
            numbers: all.first.flatMap { first in all.last.map { first.lowerBound...$0.upperBound } },
            notes: []
        )
    }
}
