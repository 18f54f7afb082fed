import Engine
import Regulation
import Views

/// Who accepts whose approval, for people: a matrix, the routes with their days, and the sources.
struct RelianceText {
    let labels: Labels
    let overview: RelianceOverview

    func text(width: Int) -> String {
        var sources = SourceList()
        var lines = TextWidth.wrap(label("heading", overview.date.description), to: width)
        if !overview.rules.isEmpty {
            lines +=
                [""] + matrices(width) + TextWidth.wrap(label("marks"), to: width) + [
                    "", rules(&sources).text(width: width),
                ]
        }
        if !overview.independent.isEmpty {
            lines += [""] + TextWidth.wrap(label("independent", overview.independent.map(\.code).listed), to: width)
        }
        if !sources.sources.isEmpty {
            lines += ["", labels["jurisdiction.sources"]] + sources.lines(labels, width: width)
        }
        if overview.rules.contains(where: { $0.confidence == .unconfirmed }) {
            lines += [""] + TextWidth.hanging("*", labels["page.unconfirmedNote"], to: width)
        }
        if overview.rules.contains(where: { $0.window.from == nil }) {
            lines += TextWidth.hanging("?", label("noFirstDay"), to: width)
        }
        return lines.joined(separator: "\n")
    }

    var csv: [[String]] { [RelianceRule.columns] + overview.rules.flatMap { $0.rows(on: overview.date) } }

    /// No more columns at a time than the terminal has room for, in parts that are alike.
    private func matrices(_ width: Int) -> [String] {
        let room = max(1, (width - TextWidth.columns(of: label("count"))) / 4)
        let all = overview.references
        let parts = max(1, (all.count + room - 1) / room)
        let share = max(1, (all.count + parts - 1) / parts)
        return stride(from: 0, to: all.count, by: share).flatMap { first in
            [matrix(of: Array(all[first..<min(first + share, all.count)])).text(width: width), ""]
        }
    }

    /// Rows accept, columns are accepted; the last row counts.
    private func matrix(of references: [JurisdictionCode]) -> Table {
        var table = Table([""] + references.map(\.rawValue))
        for jurisdiction in overview.relying {
            let cells = references.map { mark(overview.standing(of: $0, in: jurisdiction.code)) }
            table.add([jurisdiction.code.rawValue] + cells)
        }
        table.add([label("count")] + references.map { "\(overview.count(accepting: $0))" })
        return table
    }

    private func mark(_ standing: RelianceOverview.Standing) -> String {
        switch standing {
        case .no: "·"
        case .later: "▷"
        case .accepted(let rule):
            (rule.isConfirmed(on: overview.date) ? "●" : "○") + (rule.needed > 1 ? "\(rule.needed)" : "")
        }
    }

    private func rules(_ sources: inout SourceList) -> Table {
        var table = Table(
            [
                "columns.jurisdiction", "columns.route", "jurisdiction.reliance.approvals",
                "jurisdiction.reliance.from",
                "columns.source",
            ].map { labels[$0] }
        )
        for rule in overview.rules {
            let star = rule.confidence == .unconfirmed ? "*" : ""
            let question = rule.isFirstDayUnknown(on: overview.date) ? "?" : ""
            let needed = label("needed", "\(rule.needed)", rule.references.listed)
            table.add([
                rule.jurisdiction.rawValue, labels.words(for: rule.route) + star + question, needed, days(rule.window),
                sources.number(rule.source),
            ])
        }
        return table
    }

    private func days(_ window: Window) -> String {
        let from = window.from?.description ?? "?"
        return window.until.map { "\(from) – \($0)" } ?? from
    }

    private func label(_ key: String, _ arguments: String...) -> String {
        labels.text("jurisdiction.reliance.\(key)", arguments: arguments)
    }
}
