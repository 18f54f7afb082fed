import Engine
import Regulation
import Statecharts
import Submissions
import Views

/// Cases of many submissions as tables.
struct CasesText {
    let labels: Labels

    func table(_ page: CasePage, width: Int) -> String {
        var table = Table(["case", "product", "state", "turn", "due"].map { labels["columns.\($0)"] })
        for row in page.rows {
            table.add([
                row.fullName, row.product.rawValue, labels.state(of: row), labels.turn(of: row),
                due(row, page),
            ])
        }
        return page.rows.isEmpty ? labels["page.none"] : table.text(width: width)
    }

    func csv(_ page: CasePage) -> [[String]] {
        [
            [
                "case", "product", "route", "state", "turn", "due", "version", "overdue", "confidence", "earliest",
                "latest",
            ]
        ]
            + page.rows.map { row in
                [
                    row.fullName, row.product.rawValue, row.route.rawValue, row.outlook.state?.rawValue ?? "",
                    row.outlook.turn.description, row.outlook.dueBounds?.description ?? "", "\(row.version)",
                    "\(page.overdue.contains(row.fullName))",
                    row.outlook.due.map { _ in row.outlook.isDueDoubtful ? "unconfirmed" : "confirmed" } ?? "",
                ] + row.outlook.dueBounds.cells
            }
    }

    /// The date, `*` where it is not confirmed, `!` where it has passed.
    private func due(_ row: CaseRow, _ page: CasePage) -> String {
        guard let due = row.outlook.dueBounds else { return "–" }
        let mark = row.outlook.isDueDoubtful ? "*" : ""
        return "\(labels.words(for: due))\(mark)\(page.overdue.contains(row.fullName) ? " !" : "")"
    }
}
