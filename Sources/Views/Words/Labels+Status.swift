import Engine
package import Regulation
import Submissions

extension Labels {
    /// The name of a route: its country's own, or the common one.
    package func name(of route: RouteName, own names: [String: String]) -> String {
        names[language] ?? names["en"] ?? self["routes.\(route)"]
    }

    /// The name of the row's route.
    package func routeName(of row: StatusRow) -> String { name(of: row.route, own: row.routeNames) }

    /// The labels of the row's states; what is only proposed says so.
    package func state(of row: StatusRow) -> String {
        row.states.map { self["states.\(row.procedure).\($0)"] }.joined(separator: " + ")
    }

    package func route(of row: StatusRow) -> String {
        let route = routeName(of: row)
        if row.isTrack, let bundle = row.bundle { return text("page.inBundle", route, bundle.rawValue) }
        return row.standing == .proposal ? "\(route) (案)" : route
    }

    /// `PMDA → MHLW`; a dash for what belongs to the product.
    package func authority(of row: StatusRow) -> String { row.authority.isEmpty ? "–" : row.authorities }

    /// Whose turn it is: the body, or in words; where parts run side by side, of each.
    package func turn(of row: StatusRow) -> String {
        let first =
            switch row.turn {
            case .body, .hub: row.turnBody?.rawValue ?? self["turns.hub"]
            case .applicant: self["turns.applicant"]
            case .others: self["turns.others"]
            case .nobody: "–"
            }
        let others = row.otherMovers.map { mover in
            switch mover {
            case .applicant: self["turns.applicant"]
            case .body(let body): body.rawValue
            case .nobody: "–"
            }
        }
        return ([first] + others).uniqued().joined(separator: ", ")
    }

    /// `42 / 160 wd`; what the applicant held is added where it is apart, and whether the limit was kept once that is known.
    package func clock(of row: StatusRow) -> String {
        guard let clock = row.clock else { return row.report.map { self["verdict.\($0.verdict.rawValue)"] } ?? "–" }
        let unit = self["units.short.\(clock.unit.rawValue)"]
        let limit = clock.limit.map { "\($0)" } ?? "?"
        let held =
            clock.rule.counts == .agency && clock.applicantHeld.upper.parts > 0
            ? " (+\(clock.applicantHeld))" : ""
        let sure = row.isLimitUnconfirmed ? "*" : ""
        let verdict = clock.verdict.map { " · " + self["verdict.\($0.rawValue)"] } ?? ""
        return "\(clock.counted)\(held) / \(limit)\(sure) \(unit)\(verdict)"
    }

    /// The due date, `–` where there is none, with a mark where holidays not yet gazetted led to it.
    package func due(of row: StatusRow) -> String {
        if let clock = row.clock, clock.isSuspended, row.due == nil { return self["clock.suspended"] }
        guard let due = row.due else { return "–" }
        return words(for: due) + (row.isDueDoubtful ? "*" : "")
    }
}
