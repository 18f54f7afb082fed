package import CanonicalJSON
package import Regulation

// Dates as people read them. What is known only in part is named by its latest day and never looks like a firm one.
extension Labels {
    /// What moment a view shows, by the workspace's own clock: `As of 2026-04-01 09:00 (Asia/Tokyo) · simulated clock`.
    package func asOf(_ instant: Instant, _ zone: Zone, isSimulated: Bool) -> String {
        let moment = text("page.asOf", zone.clockText(instant))
        return isSimulated ? "\(moment) · \(self["today.simulated"])" : moment
    }

    /// `2026-05-12`, `2027-01, at the latest 31 January`, `from 13 February 2026 to 25 March 2026`, `unknown`.
    package func words(for date: PartialDate) -> String {
        switch date.form {
        case .day: date.description
        case .month, .year: text("dates.atLatest", date.description, day(date.latest))
        case .span: text("dates.between", dayOfYear(date.earliest), dayOfYear(date.latest))
        case .notAfter: text("dates.notAfter", dayOfYear(date.latest))
        case .notBefore: text("dates.notBefore", dayOfYear(date.earliest))
        case .unknown: self["dates.unknown"]
        }
    }

    package func words(for date: DateBounds) -> String { words(for: PartialDate(date)) }

    /// `31 January`.
    private func day(_ date: CivilDate) -> String {
        text("dates.day", "\(date.day)", self["dates.months.\(date.month)"])
    }

    /// `31 January 2027`.
    private func dayOfYear(_ date: CivilDate) -> String {
        text("dates.dayOfYear", "\(date.day)", self["dates.months.\(date.month)"], "\(date.year)")
    }
}

extension DateBounds {
    /// Whether no first or no last day of it is known.
    package var isOpen: Bool { earliest == .earliest || latest == .latest }
}

extension DateBounds? {
    /// The first day that it can be, for programs; `null` where nothing is known of it.
    package var firstDay: JSONValue { json(\.earliest, open: .earliest) }

    /// The last day that it can be.
    package var lastDay: JSONValue { json(\.latest, open: .latest) }

    /// Both as cells of a table.
    package var cells: [String] { [firstDay.stringValue ?? "", lastDay.stringValue ?? ""] }

    private func json(_ end: KeyPath<DateBounds, CivilDate>, open: CivilDate) -> JSONValue {
        guard let day = self?[keyPath: end], day != open else { return .null }
        return .string(day.description)
    }
}

extension PartialDate? {
    package var bounds: DateBounds? { map { DateBounds($0) } }
}
