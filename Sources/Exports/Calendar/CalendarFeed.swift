import Engine
package import Regulation
import Submissions
import TransparencyLog
package import Views

/// What is due, for the calendar program of an office: iCalendar (RFC 5545), an event for each item, of as many days as
/// its date is known to.
package struct CalendarFeed {
    private let labels: Labels
    /// The names of countries and regions.
    private let names: [JurisdictionCode: String]

    package init(labels: Labels, jurisdictions: [Jurisdiction] = []) {
        self.labels = labels
        names = Dictionary(jurisdictions.map { ($0.code, labels.name(of: $0)) }) { first, _ in first }
    }

    /// The whole file.
    package func text(of report: DueReport) -> String {
        let head = [
            ContentLine("BEGIN", "VCALENDAR"),
            ContentLine("VERSION", "2.0"),
            ContentLine("PRODID", "-//Tasuki//Due dates//\(labels.language.uppercased())"),
            ContentLine("CALSCALE", "GREGORIAN"),
            ContentLine("X-WR-CALNAME", ContentLine.escaped(labels["due.calendar"])),
        ]
        let lines = head + report.items.flatMap { event($0, report) } + [ContentLine("END", "VCALENDAR")]
        return lines.map(\.folded).joined()
    }

    /// Nothing where no day is set: a calendar has no place for it.
    private func event(_ item: Duty, _ report: DueReport) -> [ContentLine] {
        guard let date = item.date else { return [] }
        // A target, a date that nobody confirmed or one known only in part must not look like an appointment.
        let isFirm = item.kind != .target && item.confidence == .confirmed && !item.isComputed && date.isExact
        let mark = item.confidence == .unconfirmed ? "*" : ""
        let inPart = date.isExact && mark.isEmpty ? "" : " (\(labels.words(for: date))\(mark))"
        let summary = "\(item.fullName): \(labels.words(for: item))\(inPart)"
        let days = days(of: date, report)
        return [
            ContentLine("BEGIN", "VEVENT"),
            ContentLine("UID", Self.uid(of: item)),
            ContentLine("DTSTAMP", Self.basic(report.asOf.description)),
            ContentLine("SEQUENCE", "\(report.versions[item.submission] ?? 0)"),
            ContentLine("DTSTART", Self.basic(days.earliest.description), [("VALUE", "DATE")]),
            ContentLine("DTEND", Self.basic(days.latest.adding(days: 1).description), [("VALUE", "DATE")]),
            ContentLine(text: summary, as: "SUMMARY", language: labels.language),
            ContentLine(text: description(item, date, report), as: "DESCRIPTION", language: labels.language),
            ContentLine(text: labels["due.kinds.\(item.kind.rawValue)"], as: "CATEGORIES", language: labels.language),
            ContentLine("STATUS", isFirm ? "CONFIRMED" : "TENTATIVE"),
            ContentLine("TRANSP", "TRANSPARENT"),
        ] + alarms(for: item, summary) + [ContentLine("END", "VEVENT")]
    }

    /// The days on which the item stands: where nothing is known of one end the other, and where of neither, today.
    private func days(of bounds: DateBounds, _ report: DueReport) -> DateBounds {
        let date = PartialDate(bounds)
        return switch date.form {
        case .unknown: DateBounds(exactly: report.zone.civilDate(at: report.asOf))
        case .notAfter: DateBounds(exactly: date.latest)
        case .notBefore: DateBounds(exactly: date.earliest)
        case .day, .month, .year, .span: bounds
        }
    }

    /// A week and a day before the last day of what the applicant must do; nobody is woken for what others aim at.
    private func alarms(for item: Duty, _ summary: String) -> [ContentLine] {
        guard item.turn == .applicant, item.kind != .target, item.date?.latest != .latest else { return [] }
        return ["-P7D", "-P1D"].flatMap { before in
            [
                ContentLine("BEGIN", "VALARM"),
                ContentLine("ACTION", "DISPLAY"),
                ContentLine("TRIGGER", before, [("RELATED", "END")]),
                ContentLine(text: summary, as: "DESCRIPTION", language: labels.language),
                ContentLine("END", "VALARM"),
            ]
        }
    }

    private func description(_ item: Duty, _ date: DateBounds, _ report: DueReport) -> String {
        let day = labels.words(for: date) + (item.confidence == .unconfirmed ? "*" : "")
        let entries: [(String, String?)] = [
            ("columns.dueBy", day),
            ("columns.case", item.fullName),
            ("columns.jurisdiction", names[item.jurisdiction] ?? item.jurisdiction.rawValue),
            ("columns.product", item.product.rawValue),
            ("columns.turn", labels.turn(of: item)),
            ("columns.remarks", labels.remarks(on: item).nonEmpty?.joined(separator: ", ")),
        ]
        var lines = [labels.words(for: item)]
        lines += entries.compactMap { key, value in value.map { "\(labels[key]): \($0)" } }
        if report.isSimulated { lines.append(labels.text("page.simulatedClock", report.zone.clockText(report.asOf))) }
        return lines.joined(separator: "\n")
    }

    /// The same for the same thing in every file that is written, so that a calendar moves what it has.
    static func uid(of item: Duty) -> String {
        "\(Digest.sha256(of: Array(item.identity.utf8)).description.prefix(32))@tasuki"
    }

    /// The basic form of ISO 8601 without fractions: `20260512`, `20260401T090000Z`.
    static func basic(_ text: String) -> String {
        let whole = text.split(separator: ".").first.map(String.init) ?? text
        let digits = whole.filter { $0 != "-" && $0 != ":" }
        return text.hasSuffix("Z") && !digits.hasSuffix("Z") ? digits + "Z" : digits
    }
}

extension Array {
    fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
