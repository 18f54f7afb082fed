import Engine
import Regulation
import Submissions
import Views

/// What a command would change, for people.
struct RehearsalText {
    let labels: Labels

    func table(_ report: RehearsalReport, width: Int) -> String {
        var blocks = [
            TextWidth.wrap(labels.text("rehearsal.heading", "\(report.events)"), to: width).joined(separator: "\n")
        ]
        if !report.rows.isEmpty {
            var table = Table(["case", "state", "due", "turn"].map { labels["columns.\($0)"] })
            for row in report.rows {
                table.add([
                    row.name, change(row) { labels.state(of: $0) },
                    change(row) { labels.due(of: $0) + ($0.isOverdue ? " !" : "") },
                    change(row) { labels.turn(of: $0) },
                ])
                if let clocks = clocks(row) { table.add(note: clocks) }
                for fact in approval(row) { table.add(note: fact) }
            }
            blocks.append(table.text(width: width))
        }
        let due = DueText(labels: labels)
        for (key, items) in [("rehearsal.dueNoMore", report.duesGone), ("rehearsal.dueThen", report.duesCome)]
        where !items.isEmpty {
            blocks.append(labels[key] + "\n" + due.rows(items).text(width: width))
        }
        if !report.told.isEmpty {
            let names = report.told.map(\.rawValue).joined(separator: ", ")
            blocks += [TextWidth.wrap(labels.text("rehearsal.told", names), to: width).joined(separator: "\n")]
        }
        return blocks.joined(separator: "\n\n")
    }

    func csv(_ report: RehearsalReport) -> [[String]] {
        [["case", "stateBefore", "stateAfter", "dueBefore", "dueAfter"]]
            + report.rows.map { row in
                [
                    row.name, row.before.map { labels.state(of: $0) } ?? "",
                    row.after.map { labels.state(of: $0) } ?? "",
                    row.before?.due?.description ?? "", row.after?.due?.description ?? "",
                ]
            }
    }

    private func change(_ row: RehearsalReport.Row, _ words: (StatusRow) -> String) -> String {
        let (before, after) = (row.before.map(words) ?? "–", row.after.map(words) ?? labels["rehearsal.undone"])
        return before == after ? before : "\(before) → \(after)"
    }

    /// What would become of the approval: each of its facts that would not stay.
    private func approval(_ row: RehearsalReport.Row) -> [String] {
        let facts: [(String, (Approval) -> String?)] = [
            ("columns.approval", { $0.number }),
            ("page.granted", { $0.grantedOn.description }),
            ("columns.claims", { $0.claims.map(\.rawValue).joined(separator: ", ") }),
            ("columns.validUntil", { $0.validUntil?.description }),
            ("columns.standing", { [labels] in labels["approvalStanding.\($0.standing.rawValue)"] }),
        ]
        return facts.compactMap { key, fact in
            let (before, after) = (row.before?.approval.flatMap(fact), row.after?.approval.flatMap(fact))
            return before == after ? nil : "\(labels[key]): \(before ?? "–") → \(after ?? "–")"
        }
    }

    private func clocks(_ row: RehearsalReport.Row) -> String? {
        let (before, after) = (row.before.map { labels.clock(of: $0) }, row.after.map { labels.clock(of: $0) })
        guard let after, before != after, after != "–" else { return nil }
        return "\(labels["columns.clock"]): \(before ?? "–") → \(after)"
    }
}
