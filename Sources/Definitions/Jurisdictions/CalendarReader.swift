package import Regulation

/// Reads working calendars: weekends and public holidays, year by year.
package enum CalendarReader {
    private static let keys = ["calendar", "weekend", "years", "workdays", "holidays"]

    /// The calendar in `file`.
    ///
    /// - Throws: Every defect of the file, each with its place.
    package static func calendar(from file: SourceFile) throws(Diagnostics) -> WorkingCalendar {
        let findings = Findings(file: file.path)
        guard let tree = YAMLText.tree(of: file, findings), let calendar = read(tree, findings), !findings.hasErrors
        else { throw Diagnostics(all: findings.all) }
        return calendar
    }

    static func read(_ tree: Tree, _ findings: Findings) -> WorkingCalendar? {
        let comments = ["source", "official", "$schema"]
        guard let fields = Fields(tree, "a calendar", keys: keys, ignoring: comments, findings) else { return nil }
        let id = fields.requiredWord("calendar")
        let years = years(fields, findings)
        let reader = CountingReader(isPinned: false, findings: findings)
        let weekend = fields.required("weekend")?.elements.compactMap(reader.weekday) ?? []
        let holidays = days(fields, "holidays", years, findings)
        let workdays = days(fields, "workdays", years, findings)
        for day in workdays.keys where !weekend.contains(day.weekday) {
            findings.error("\(day) is no day of the weekend", at: fields.place(of: "workdays"))
        }
        for day in workdays.keys where holidays[day] != nil {
            findings.error("\(day) is both a holiday and a working day", at: fields.place(of: "workdays"))
        }
        return id.map {
            WorkingCalendar(
                id: $0,
                weekend: Set(weekend),
                holidays: holidays,
                workdays: Set(workdays.keys),
                years: years
            )
        }
    }

    private static func years(_ fields: Fields, _ findings: Findings) -> [Int: Confidence] {
        var years: [Int: Confidence] = [:]
        for entry in fields.requiredEntries("years") {
            guard let year = Int(entry.key), (1900...9999).contains(year) else {
                findings.error("‘\(entry.key)’ is no year", at: entry.place)
                continue
            }
            let fields = Fields(entry.value, "a year", keys: ["confidence", "note"], findings)
            years[year] = fields?.requiredChoice("confidence")
        }
        return years
    }

    private static func days(
        _ fields: Fields,
        _ key: String,
        _ years: [Int: Confidence],
        _ findings: Findings
    ) -> [CivilDate: String] {
        var days: [CivilDate: String] = [:]
        for entry in fields.entries(key) {
            guard let date = CivilDate(entry.key) else {
                findings.error("‘\(entry.key)’ is no date such as 2026-05-12", at: entry.place)
                continue
            }
            if years[date.year] == nil, fields["years"]?.entries != nil {
                findings.error("\(date.year) is not among ‘years’, so \(date) has no confidence", at: entry.place)
            }
            days[date] = entry.value.word("the name of a day", findings) ?? ""
        }
        return days
    }
}
