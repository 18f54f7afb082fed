import Engine
package import Regulation

extension Labels {
    /// `10 calendar days`.
    package func span(_ period: Period) -> String {
        let span = text("jurisdiction.span", "\(period.count)", self["units.\(period.unit.rawValue)"])
        return period.anchor == .start
            ? span : span + self["advice.comma"] + self["anchors.\(period.anchor.rawValue)"]
    }

    /// `the first day does not count, months end on the corresponding day, a day off gives way to the next working day`; of
    /// months only where `unit` is months, or nil for any.
    package func counting(_ counting: Counting, of unit: ClockUnit? = nil) -> String {
        var parts = [self["counting.firstDay.\(counting.firstDay.rawValue)"]]
        if unit == nil || unit == .months {
            parts.append(self["counting.months.\(counting.months.rawValue)"])
            parts.append(self["counting.noSuchDay.\(counting.noSuchDay.rawValue)"])
        }
        parts.append(self["counting.onDayOff.\(counting.onDayOff.rawValue)"])
        if let days = counting.daysOff {
            let names = days.sorted().map { self["counting.weekdays.\($0)"] }
            parts.append(text("counting.daysOff", names.joined(separator: self["advice.comma"])))
        }
        if let calendar = counting.calendar { parts.append(text("counting.calendar", calendar)) }
        return parts.joined(separator: self["advice.comma"])
    }
}
