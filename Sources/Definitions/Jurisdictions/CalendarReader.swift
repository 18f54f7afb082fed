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

    /// What is read of one entry under `holidays` or `workdays`.
    private struct Day {
        let name: String
        let isDoubtful: Bool
        let knownFrom: CivilDate?
    }

    static func read(_ tree: Tree, _ findings: Findings) -> WorkingCalendar? {
        let comments = ["source", "official", "$schema"]
        guard let fields = Fields(tree, "a calendar", keys: keys, ignoring: comments, findings) else { return nil }
        let id = fields.requiredWord("calendar")
        let (years, published) = years(fields, findings)
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
        let all = holidays.merging(workdays) { first, _ in first }
        return id.map {
            WorkingCalendar(
                id: $0,
                weekend: Set(weekend),
                holidays: holidays.mapValues(\.name),
                workdays: Set(workdays.keys),
                years: years,
                doubtful: Set(all.filter(\.value.isDoubtful).keys),
                knownFrom: .init(days: all.compactMapValues(\.knownFrom), years: published),
                source: source(of: tree)
            )
        }
    }

    /// The official list, or else what the days were made from; read when they were made.
    private static func source(of tree: Tree) -> Source? {
        func text(_ tree: Tree?, _ key: String) -> String? {
            if case .scalar(let text)? = tree?[key]?.content { text } else { nil }
        }
        guard let name = text(tree["official"], "text") ?? text(tree["source"], "text") else { return nil }
        return Source(
            text: name,
            url: text(tree["official"] ?? tree["source"], "url"),
            asOf: text(tree["source"], "asOf").flatMap { PartialDate($0) },
            confidence: .confirmed
        )
    }

    /// How sure each year is, and when it was published.
    private static func years(
        _ fields: Fields,
        _ findings: Findings
    ) -> (years: [Int: Confidence], published: [Int: CivilDate]) {
        var years: [Int: Confidence] = [:]
        var published: [Int: CivilDate] = [:]
        for entry in fields.requiredEntries("years") {
            guard let year = Int(entry.key), (1900...9999).contains(year) else {
                findings.error("‘\(entry.key)’ is no year", at: entry.place)
                continue
            }
            let fields = Fields(entry.value, "a year", keys: ["confidence", "knownFrom", "note"], findings)
            years[year] = fields?.requiredChoice("confidence")
            published[year] = fields?["knownFrom"]?.day("‘knownFrom’", findings)
        }
        return (years, published)
    }

    private static func days(
        _ fields: Fields,
        _ key: String,
        _ years: [Int: Confidence],
        _ findings: Findings
    ) -> [CivilDate: Day] {
        var days: [CivilDate: Day] = [:]
        for entry in fields.entries(key) {
            guard let date = CivilDate(entry.key) else {
                findings.error("‘\(entry.key)’ is no date such as 2026-05-12", at: entry.place)
                continue
            }
            if years[date.year] == nil, fields["years"]?.entries != nil {
                findings.error("\(date.year) is not among ‘years’, so \(date) has no confidence", at: entry.place)
            }
            days[date] = day(entry.value, findings)
        }
        return days
    }

    /// A name; or a name with how sure the day is, where that is not its year's, and from when it was known.
    private static func day(_ tree: Tree, _ findings: Findings) -> Day {
        guard tree.entries != nil,
            let fields = Fields(tree, "a day", keys: ["name", "confidence", "knownFrom"], findings)
        else { return Day(name: tree.word("the name of a day", findings) ?? "", isDoubtful: false, knownFrom: nil) }
        let confidence: Confidence? = fields.choice("confidence")
        return Day(
            name: fields.requiredWord("name") ?? "",
            isDoubtful: confidence == .unconfirmed,
            knownFrom: fields["knownFrom"]?.day("‘knownFrom’", findings)
        )
    }
}
