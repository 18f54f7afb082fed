import Regulation
import Statecharts
import Submissions
import Views

/// A procedure in full, for people.
struct ProcedureText {
    let labels: Labels

    func text(_ procedure: Procedure, width: Int) -> String {
        let name = labels["procedures.\(procedure.id)"]
        let heading = "\(procedure.id) – \(name) · \(labels["standing.\(procedure.standing.rawValue)"])"
        let sources = procedure.sources.flatMap { source in
            TextWidth.wrap(line(source), to: width - 2).map { "  " + $0 }
        }
        let shown = procedure.shown.sorted().joined(separator: ", ")
        let aside =
            shown.isEmpty
            ? [] : TextWidth.wrap(labels.text("columns.shownOnly", shown), to: width - 2).map { "  " + $0 }
        let tables = [actions(of: procedure), states(of: procedure)].flatMap { ["", $0.text(width: width)] }
        return ([heading] + sources + aside + tables).joined(separator: "\n")
    }

    private func line(_ source: Source) -> String {
        let details = [source.url, source.asOf?.description, labels["confidence.\(source.confidence.rawValue)"]]
        return "\(labels.said(source.text)) (\(details.compactMap { $0 }.joined(separator: ", ")))"
    }

    private func actions(of procedure: Procedure) -> Table {
        var table = Table(["action", "by", "fields"].map { labels["columns.\($0)"] })
        for rule in procedure.actions {
            let fields = rule.fields.map { $0.isRequired ? "\($0.name)" : "[\($0.name)]" }
            table.add([
                "\(rule.name) – \(labels["actions.\(procedure.id).\(rule.name)"])",
                rule.performers.map { labels.words(for: $0) }.joined(separator: ", "),
                (fields + (rule.documents == .required ? ["--document"] : [])).joined(separator: " "),
            ])
        }
        return table
    }

    /// A line each state, indented by its depth, and below it one for each way out of it.
    private func states(of procedure: Procedure) -> Table {
        let chart = procedure.chart
        var table = Table(["state", "event", "target"].map { labels["columns.\($0)"] })
        for state in chart.states {
            let depth = String(repeating: "  ", count: chart.ancestors(of: state.id).count)
            table.add(["\(depth)\(state.id) – \(labels["states.\(procedure.id).\(state.id)"])", "", ""])
            if let reason = procedure.deliberate[state.id] {
                table.add(note: labels.text("columns.deliberate", labels.said(reason)))
            }
            for transition in state.transitions {
                let condition = procedure.guards[transition.tag].map { " [\(GuardNotation.text($0))]" } ?? ""
                table.add([
                    "", (transition.event?.rawValue ?? "–") + condition,
                    transition.targets.isEmpty ? "–" : transition.targets.map(\.rawValue).joined(separator: ", "),
                ])
            }
        }
        return table
    }
}
