import Engine
import Regulation
import Submissions

// How a day was counted, in words.
extension Labels {
    func lawSection(_ memo: DateMemo) -> MemoText.Section? {
        guard let count = memo.count else { return nil }
        var lines: [MemoText.Line] = [.init(self["memo.rows.law"], counting(count.law.counting, of: count.count.unit))]
        lines +=
            count.law.source.text.isEmpty
            ? [.init(self["columns.source"], self["memo.calendars.unstated"])] : self.lines(on: count.law.source)
        if let calendar = count.calendar, let last = calendar.lastYear {
            let words =
                calendar.source.map { text("memo.calendars.covered", calendar.id, said($0.text), "\(last)") }
                ?? text("memo.calendars.bare", calendar.id, "\(last)")
            let read = calendar.source?.asOf.map { " · " + text("memo.rows.read", $0.description) } ?? ""
            lines.append(.init(self["memo.rows.calendar"], words + read, address: calendar.source?.url))
        }
        return section("law", lines)
    }

    func daysSection(_ memo: DateMemo) -> MemoText.Section? {
        guard let count = memo.count else { return nil }
        let last = dayWords(count.count.last)
        let total = "\(count.total)"
        var lines: [MemoText.Line] = []
        if let first = count.days.first(where: { $0.number == 1 }) {
            lines.append(.init(self["memo.rows.first"], text("memo.count.first", dayWords(first.date))))
            let end =
                count.count.isMoved
                ? text("memo.count.moved", last, total, dayWords(count.count.day))
                : text("memo.count.last", last, total)
            lines.append(.init(self["memo.rows.last"], end))
        } else {
            lines.append(.init(self["memo.rows.last"], self["memo.count.none"]))
        }
        return section(
            "days",
            lines,
            header: ["dates", "numbers", "skips"].map { self["memo.columns.\($0)"] },
            rows: count.rows.map { row in
                let notes = row.notes.map { words(for: $0) }
                return [
                    dates(row.days), row.numbers.map(numbers) ?? "–",
                    notes.isEmpty ? self["memo.skips.all"] : notes.joined(separator: " · "),
                ]
            }
        )
    }

    func holdingsSection(_ memo: DateMemo) -> MemoText.Section? {
        guard memo.holdings.contains(where: { !$0.stretch.counts }) else { return nil }
        return section(
            "holdings",
            [],
            header: ["memo.columns.dates", "page.held", "memo.columns.counted", "memo.columns.event"].map { self[$0] },
            rows: memo.holdings.map { holding in
                let (first, last) = (holding.stretch.after.adding(days: 1), holding.stretch.through)
                return [
                    first <= last ? dates(first...last) : "–",
                    holding.stretch.side.map { self["sides.\($0.rawValue)"] } ?? "–",
                    holding.stretch.counts ? "\(holding.counted)" : self["memo.notCounted"],
                    holding.record.map {
                        "\(words(for: $0, holding.procedure, in: memo.item.name)), \(recorder(of: $0))"
                    } ?? "–",
                ]
            }
        )
    }

    /// `2026-05-13–31`, `2026-05-13 – 2026-06-30`, or one day.
    private func dates(_ days: ClosedRange<CivilDate>) -> String {
        let (first, last) = (days.lowerBound, days.upperBound)
        if first == last { return first.description }
        return first.year == last.year && first.month == last.month
            ? "\(first)–\(last.description.suffix(2))" : "\(first) – \(last)"
    }

    private func numbers(_ numbers: ClosedRange<Int>) -> String {
        numbers.count == 1 ? "\(numbers.lowerBound)" : "\(numbers.lowerBound)–\(numbers.upperBound)"
    }

    private func words(for note: CountRow.Note) -> String {
        switch note {
        case .weekend(let runs): text("memo.skips.weekend", runs.map(run).joined(separator: self["advice.comma"]))
        case .holiday(let date, let name, let isWeekend):
            text(isWeekend ? "memo.skips.weekendHoliday" : "memo.skips.holiday", "\(date.day)", name)
        case .makeUpDay(let date): text("memo.skips.makeUp", "\(date.day)")
        case .stopped(let days, let side): text("memo.skips.stopped", run(days), self["sides.\(side.rawValue)"])
        case .dayOff(let runs): text("memo.skips.dayOff", runs.map(run).joined(separator: self["advice.comma"]))
        case .end(let date): text("memo.skips.ends", date.description)
        }
    }

    /// The days of the month.
    private func run(_ days: ClosedRange<CivilDate>) -> String { numbers(days.lowerBound.day...days.upperBound.day) }
}
