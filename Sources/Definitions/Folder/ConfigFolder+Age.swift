package import Regulation

extension ConfigFolder {
    /// What was sound once and should be looked at again on `date`: old sources, calendars that run out.
    ///
    /// Files with defects are passed over; ``check()`` reports them.
    package func agings(on date: CivilDate) -> [Diagnostic] {
        let jurisdictions = trees(in: "jurisdictions").flatMap { tree, findings -> [Diagnostic] in
            SourceAge(date: date, findings: findings).check(tree)
            return findings.all
        }
        let calendars = trees(in: "calendars").flatMap { tree, findings -> [Diagnostic] in
            CalendarHorizon(date: date, findings: findings).check(tree)
            return findings.all
        }
        return (jurisdictions + calendars).sorted()
    }

    func trees(in name: String) -> [(Tree, Findings)] {
        ((try? files(in: name)) ?? []).compactMap { file in
            YAMLText.tree(of: file, Findings(file: file.path)).map { ($0, Findings(file: file.path)) }
        }
    }
}

/// Finds sources that nobody has looked at for two years.
private struct SourceAge {
    private static let monthsKept = 24

    let date: CivilDate
    let findings: Findings

    func check(_ tree: Tree) {
        let cited = tree.citedSources
        for source in tree["sources"]?.entries ?? [] {
            check(source.value, facts: cited.count { $0 == source.key })
        }
        for entry in tree.entries ?? [] where entry.key != "sources" { checkInside(entry.value) }
    }

    private func checkInside(_ tree: Tree) {
        switch tree.content {
        case .scalar: break
        case .list(let elements): elements.forEach(checkInside)
        case .mapping(let entries):
            for entry in entries {
                if entry.key == "source" { check(entry.value, facts: 1) } else { checkInside(entry.value) }
            }
        }
    }

    private func check(_ source: Tree, facts: Int) {
        guard let tree = source["asOf"], case .scalar(let text) = tree.content, let asOf = PartialDate(simple: text),
            asOf.latest < date.adding(months: -Self.monthsKept)
        else { return }
        let share = facts == 1 ? "one fact rests" : "\(facts) facts rest"
        let message = "\(share) on a source of \(asOf), more than two years before \(date)"
        findings.warning(message, at: tree.place)
    }
}

/// Finds calendars whose confirmed years soon end.
private struct CalendarHorizon {
    private static let monthsAhead = 18

    let date: CivilDate
    let findings: Findings

    func check(_ tree: Tree) {
        let defects = Findings(file: findings.file)
        guard let calendar = CalendarReader.read(tree, defects), !defects.hasErrors else { return }
        let place = tree.entries?.first { $0.key == "years" }?.place ?? tree.place
        // That nobody has looked up the days of a part of a country stands with the calendar, and with what counts by it.
        guard !calendar.id.contains("-") else { return }
        guard let last = calendar.years.filter({ $0.value == .confirmed }).keys.max() else {
            findings.warning("no year of the calendar ‘\(calendar.id)’ is confirmed", at: place)
            return
        }
        guard let end = CivilDate(year: last, month: 12, day: 31), end < date.adding(months: Self.monthsAhead) else {
            return
        }
        let message = "the calendar ‘\(calendar.id)’ is confirmed until \(end) only, less than 18 months from \(date)"
        let entry = tree["years"]?.entries?.first { $0.key == String(last) }
        findings.warning(message, at: entry?.place ?? place)
    }
}
