import Engine
import Regulation
import Submissions

// What is not sure of a date, what would move it, and why a case has none.
extension Labels {
    func lines(on doubts: [DateMemo.Doubt], _ memo: DateMemo) -> [MemoText.Line] {
        doubts.isEmpty
            ? [.init(nil, self["memo.doubts.none"])]
            : doubts.map { .init(nil, words(for: $0, isCounted: memo.count != nil)) }
    }

    func words(for doubt: DateMemo.Doubt, isCounted: Bool) -> String {
        let comma = self["advice.comma"]
        return switch doubt {
        case .figure: self["memo.doubts.figure"]
        case .law: self["memo.doubts.law"]
        case .years(let years): text("memo.doubts.years", years.map(String.init).joined(separator: comma))
        case .absentYears(let years): text("memo.doubts.absentYears", years.map(String.init).joined(separator: comma))
        case .days(let days): text("memo.doubts.days", days.map(\.description).joined(separator: comma))
        case .partial(let date):
            date.latest == .latest
                ? words(for: date)
                : text(isCounted ? "memo.doubts.partial" : "memo.doubts.partialNamed", date.description)
        case .countedBack: self["memo.doubts.countedBack"]
        case .dayOff(let date): text("memo.doubts.dayOff", dayWords(date))
        case .bounds(let bounds) where bounds.isOpen: words(for: bounds)
        case .bounds(let bounds):
            text("memo.doubts.bounds", bounds.earliest.description, bounds.latest.description)
        case .computed: self["memo.doubts.computed"]
        case .replaced: self["memo.doubts.replaced"]
        case .recounted(let day): text("memo.doubts.recounted", day.description)
        case .firstDay(let asOf?, let date): text("memo.doubts.firstDay", asOf.description, date.description)
        case .firstDay(nil, let date): text("memo.doubts.firstDayUndated", date.description)
        case .untold: self["memo.doubts.untold"]
        }
    }

    func words(for mover: DateMemo.Mover) -> String {
        switch mover {
        case .correction(let event): text("memo.movers.correction", "\(event)")
        case .holiday(let calendar, let day): text("memo.movers.holiday", calendar, day.description)
        case .coverage(let calendar, let year): text("memo.movers.coverage", calendar, "\(year)")
        case .answer, .act, .decision, .renewal, .payment, .closing, .stop, .renaming, .rules:
            self["memo.movers.\(mover.code)"]
        }
    }

    package func words(for silence: MemoReport.Silence) -> String {
        let name = silence.name.rawValue
        return switch silence.reason {
        case .over: text("memo.silences.over", name)
        case .suspended(let clock, let left, let unit):
            text(
                "memo.silences.suspended",
                name,
                self["clocks.\(clock)"],
                text("jurisdiction.span", left?.description ?? "?", self["units.\(unit.rawValue)"])
            )
        case .noLimit(let clock): text("memo.silences.noLimit", name, self["clocks.\(clock)"])
        case .noDay: text("memo.silences.noDay", name)
        }
    }
}

extension DateMemo.Mover {
    /// By what programs know it.
    var code: String {
        switch self {
        case .answer: "answer"
        case .act: "act"
        case .decision: "decision"
        case .renewal: "renewal"
        case .payment: "payment"
        case .closing: "closing"
        case .stop: "stop"
        case .renaming: "renaming"
        case .correction: "correction"
        case .holiday: "holiday"
        case .coverage: "coverage"
        case .rules: "rules"
        }
    }
}

extension DateMemo.Doubt {
    /// By what programs know it.
    var code: String {
        switch self {
        case .figure: "figure"
        case .law: "law"
        case .years: "years"
        case .absentYears: "absent-years"
        case .days: "days"
        case .partial: "partial-date"
        case .bounds: "bounds"
        case .computed: "computed"
        case .countedBack: "counted-back"
        case .dayOff: "day-off"
        case .replaced: "replaced-rule"
        case .recounted: "recounted"
        case .firstDay: "first-day"
        case .untold: "untold"
        }
    }
}
