import Engine
import Regulation
import Submissions
import Views

extension Report {
    var countries: HTML {
        // What narrow tables mark with an asterisk is spelled out here.
        let rows = evidence.status.rows.map { row -> [HTML] in
            [
                .lines(["<strong class=\"name\">\(row.fullName)</strong>", HTML(text: country(row.jurisdiction))]),
                .lines([
                    HTML(text: labels.authority(of: row)),
                    HTML(text: labels.routeName(of: row)) + proposalMark(row.name),
                    HTML(text: row.participation.map { labels["participation.\($0.rawValue)"] } ?? ""),
                ]),
                .lines([
                    HTML(text: labels.state(of: row)),
                    "<small>\(labels["columns.since"]) \(row.since.description)</small>",
                    row.replacedBy.map { "<small>\(labels.text("report.replacedBy", $0.rawValue))</small>" } ?? .empty,
                ]),
                HTML(text: labels.clock(of: row).replacing("*", with: "")) + unconfirmedMark(row.isLimitUnconfirmed),
                due(row),
                HTML(text: labels.turn(of: row)),
                HTML(text: row.outcome.map { labels["outcomes.\($0.rawValue)"] } ?? labels["page.notYet"]),
            ]
        }
        let columns = ["case", "route", "state", "clock", "due", "turn", "outcome"].map { labels["columns.\($0)"] }
        return .section(
            "countries",
            labels["page.perCountry"],
            .table(columns, rows, ifEmpty: labels["page.none"])
        )
    }

    private func due(_ row: StatusRow) -> HTML {
        let late: HTML = row.isOverdue ? " <strong class=\"mark\">\(labels["verdict.missed"])</strong>" : .empty
        guard let due = row.due else { return HTML(text: labels.due(of: row)) }
        return name(due.description) + unconfirmedMark(row.isDueUnconfirmed) + late
    }
}
