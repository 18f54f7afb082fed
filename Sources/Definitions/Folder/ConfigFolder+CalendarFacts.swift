import Engine
package import Regulation

extension ConfigFolder {
    /// The years of the calendar by which `jurisdiction` counts, with the official list to hold them against.
    package func calendarFacts(of jurisdiction: Jurisdiction) throws(Diagnostics) -> [Fact] {
        let file = try file("calendars/\(jurisdiction.calendar).yaml")
        let findings = Findings(file: file.path)
        guard let tree = YAMLText.tree(of: file, findings), let calendar = CalendarReader.read(tree, findings),
            !findings.hasErrors
        else { throw Diagnostics(all: findings.all) }
        func text(_ tree: Tree?, _ key: String) -> String? {
            if case .scalar(let text)? = tree?[key]?.content { text } else { nil }
        }
        let official = tree["official"] ?? tree["source"]
        let asOf = text(tree["source"], "asOf").flatMap { PartialDate(simple: $0) }
        return calendar.years.sorted { $0.key < $1.key }.map { year, confidence in
            let notes = [text(official, "text"), text(tree["years"]?[String(year)], "note")]
            return Fact(
                jurisdiction: jurisdiction.code,
                topic: .calendar,
                path: "calendar[\(year)].holidays",
                value: "\(calendar.holidays.keys.count { $0.year == year })",
                source: Source(
                    text: notes.compactMap { $0 }.joined(separator: ": "),
                    url: text(official, "url"),
                    asOf: asOf,
                    confidence: confidence
                )
            )
        }
    }
}
