import Engine
import Regulation
import Submissions
import Views

extension Report {
    /// What was corrected: old and new value side by side, and why.
    var corrections: HTML {
        let rows = evidence.history.flatMap { entry -> [[HTML]] in
            switch entry.record.event {
            case .corrected(let corrected): self.rows(of: corrected, entry)
            case .rulesRebound(let rebound):
                [
                    row(
                        entry,
                        HTML(text: labels["report.rules"]),
                        "<code>\(rebound.old.rawValue)</code>",
                        "<code>\(rebound.new.rawValue)</code>",
                        rebound.reason
                    )
                ]
            default: []
            }
        }
        let columns = [
            labels["report.number"], labels["report.what"], labels["report.from"], labels["report.to"],
            labels["report.why"], labels["report.who"],
        ]
        return .section(
            "corrections",
            labels["report.corrections"],
            .table(columns, rows, ifEmpty: labels["page.none"])
        )
    }

    private func rows(of corrected: Corrected, _ entry: HistoryEntry) -> [[HTML]] {
        let target: HTML = "<br>\(reference(corrected.event))"
        var rows = corrected.fields.map { change in
            row(
                entry,
                HTML(text: labels["fields.\(change.field)"]) + target,
                change.old.map { value($0) } ?? HTML(text: labels["page.none"]),
                value(change.new),
                corrected.reason
            )
        }
        if let new = corrected.newDate {
            rows.append(
                row(
                    entry,
                    HTML(text: labels["report.occurred"]) + target,
                    HTML(text: corrected.oldDate?.description ?? "–"),
                    HTML(text: new.description),
                    corrected.reason
                )
            )
        }
        return rows
    }

    private func row(
        _ entry: HistoryEntry,
        _ what: HTML,
        _ old: HTML,
        _ new: HTML,
        _ reason: TextCommitment
    ) -> [HTML] {
        [reference(entry.record.number), what, old, new, text(reason), .lines([who(entry.record), when(entry)])]
    }
}
