import Engine
import Regulation
import Submissions
import Views

extension Report {
    /// Every decision: who, when, what, why, on which terms.
    var decisions: HTML {
        let made = evidence.history.flatMap { entry in
            entry.record.event.changes.compactMap { change -> HTML? in
                guard case .decided(let decision) = change else { return nil }
                return self.decision(decision, entry)
            }
        }
        return .section(
            "decisions",
            labels["page.decisions"],
            made.isEmpty ? "<p>\(labels["page.none"])</p>\n" : made.joined()
        )
    }

    private func decision(_ decision: Decision, _ entry: HistoryEntry) -> HTML {
        let record = entry.record
        let subject = entry.name.flatMap { evidence.submission[$0] }
        let place = subject.map { country($0.jurisdiction) } ?? ""
        let title = "\(name)/\(entry.name?.rawValue ?? "") – \(labels["outcomes.\(decision.outcome.rawValue)"])"
        let conditions = decision.conditions.map { term -> HTML in "<li>\(condition(term))</li>" }
        return """
            <article class="decision">
            <h3>\(title)\(entry.name.map { proposalMark($0) } ?? .empty)</h3>
            \(HTML.list([
                (labels["columns.event"], reference(record.number)),
                (labels["columns.jurisdiction"], HTML(text: place)),
                (labels["columns.authority"], entry.name.map { authority(of: $0) } ?? .empty),
                (labels["report.who"], who(record)),
                (labels["report.when"], when(entry)),
                (labels["report.what"], HTML(text: labels.words(for: record.event, of: entry.procedure))),
                (labels["fields.number"], HTML(text: decision.number ?? "")),
                (labels["columns.claims"], claims(decision.claims)),
                (labels["report.why"], decision.reason.map { text($0) } ?? .empty),
                (labels["page.conditions"], conditions.isEmpty ? .empty : "<ul>\(conditions)</ul>"),
                (labels["report.signatures"], signature(entry)),
                (labels["report.corrections"], .lines(entry.correctedBy.map { reference($0) })),
            ]))</article>

            """
    }

    private func authority(of name: CaseName) -> HTML {
        let rules = evidence.rules[name]
        let bodies = name == .hub ? rules?.hub.map { [$0] } : rules?.authority
        return HTML(text: (bodies ?? []).map { body($0) }.joined(separator: " → "))
    }

    /// Signatures do not exist yet; where a procedure will want one, its absence is said.
    private func signature(_ entry: HistoryEntry) -> HTML {
        guard let action = entry.record.event.action, let name = entry.name,
            evidence.procedures[name]?.action(action)?.signature != nil
        else { return .empty }
        return HTML(text: labels["report.notSigned"])
    }
}
