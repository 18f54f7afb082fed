import CanonicalJSON
import Engine
import Regulation
import Submissions
import Views

/// What may be done to a case, for people and programs.
struct ActionsText {
    let labels: Labels

    func table(_ offered: CaseActions, width: Int) -> String {
        let row = offered.row
        var lines = [
            "\(row.fullName) · \(labels.state(of: row)) · \(labels.text("page.caseVersion", "\(row.version)"))",
            labels.text("page.waitingFor", labels.turn(of: row)),
        ].flatMap { TextWidth.wrap($0, to: width) }
        lines.append("")
        var table = Table([
            labels["columns.action"], labels["columns.by"], labels["columns.fields"], labels["columns.now"],
        ])
        for action in offered.actions {
            let state =
                action.isOpen
                ? "✓" : labels.unmet(of: action).joined(separator: "; ")
            table.add([
                "\(action.rule.name) – \(labels["actions.\(action.procedure).\(action.rule.name)"])",
                action.performers.map(\.description).joined(separator: ", "), fields(action.rule), state,
            ])
        }
        lines.append(offered.actions.isEmpty ? labels["page.none"] : table.text(width: width))
        return lines.joined(separator: "\n")
    }

    private func fields(_ rule: ActionRule) -> String {
        var parts = rule.fields.map { $0.isRequired ? $0.name.rawValue : "[\($0.name)]" }
        if rule.documents == .required { parts.append("--document") }
        return parts.joined(separator: " ")
    }

    func csv(_ offered: CaseActions) -> [[String]] {
        [["case", "action", "by", "fields", "open", "unmet"]]
            + offered.actions.map { action in
                [
                    offered.row.fullName, action.rule.name.rawValue,
                    action.performers.map(\.description).joined(separator: " "), fields(action.rule),
                    "\(action.isOpen)",
                    labels.unmet(of: action).joined(separator: "; "),
                ]
            }
    }
}
