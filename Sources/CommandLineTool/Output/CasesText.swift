import Engine
import Regulation
import Statecharts
import Submissions
import Views

/// Cases of many submissions as tables.
struct CasesText {
    let labels: Labels

    func table(_ rows: [CaseRow], width: Int) -> String {
        var table = Table(["case", "product", "state", "turn", "due"].map { labels["columns.\($0)"] })
        for row in rows {
            table.add([
                row.fullName, row.product.rawValue, labels.state(of: row), labels.turn(of: row),
                row.outlook.due?.description ?? "–",
            ])
        }
        return rows.isEmpty ? labels["page.none"] : table.text(width: width)
    }

    func csv(_ rows: [CaseRow]) -> [[String]] {
        [["case", "product", "route", "state", "turn", "due", "version"]]
            + rows.map { row in
                [
                    row.fullName, row.product.rawValue, row.route.rawValue, row.outlook.state?.rawValue ?? "",
                    row.outlook.turn.description, row.outlook.due?.description ?? "", "\(row.version)",
                ]
            }
    }
}
