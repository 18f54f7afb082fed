import Engine
import Regulation
import Submissions
import Views

extension Report {
    /// Every event in the order of the log, with every text.
    var history: HTML {
        let rows = evidence.history.map { entry -> [HTML] in
            let record = entry.record
            return [
                .lines([
                    "<span id=\"event-\(record.number)\"><strong>\(record.number)</strong></span>",
                    "<small>\(labels.text("report.leaf", "\(entry.position)"))</small>",
                ]),
                when(entry),
                name(entry.name.map { "\(name)/\($0)" } ?? name),
                who(record),
                .lines([
                    HTML(text: labels.words(for: record.event, of: entry.procedure)), details(of: entry),
                    states(of: entry), correctedBy(entry),
                ]),
            ]
        }
        let columns = [
            labels["report.number"], labels["report.when"], labels["columns.case"], labels["report.who"],
            labels["report.what"],
        ]
        return .section(
            "history",
            labels["report.audit"],
            .table(columns, rows, ifEmpty: labels["page.none"], className: "history")
        )
    }

    /// The payload in clear, and reasons.
    private func details(of entry: HistoryEntry) -> HTML {
        var parts: [HTML] = []
        if let payload = entry.record.event.payload {
            parts += payload.fields.sorted { $0.key < $1.key }.map { field, content in
                "<small>\(labels["fields.\(field)"]):</small> \(value(content))"
            }
            parts += payload.documents.map { document in
                let title = texts[document.name].map { HTML(text: $0) } ?? "<em>\(labels["report.erased"])</em>"
                return "<small>\(labels["columns.document"]):</small> \(title) <code>\(document.digest.rawValue)</code>"
            }
        }
        switch entry.record.event {
        case .corrected(let corrected): parts.append(reason(corrected.reason))
        case .actionReversed(let reversed): parts.append(reason(reversed.reason))
        case .rulesRebound(let rebound): parts.append(reason(rebound.reason))
        default: break
        }
        return .lines(parts)
    }

    private func reason(_ commitment: TextCommitment) -> HTML {
        "<small>\(labels["columns.reason"]):</small> \(text(commitment))"
    }

    private func states(of entry: HistoryEntry) -> HTML {
        guard let procedure = entry.procedure, !entry.states.isEmpty else { return .empty }
        let states = entry.states.map { labels["states.\(procedure).\($0)"] }.joined(separator: " + ")
        return "<small>→ \(states)</small>\(entry.name.map { proposalMark($0) } ?? .empty)"
    }

    private func correctedBy(_ entry: HistoryEntry) -> HTML {
        guard !entry.correctedBy.isEmpty else { return .empty }
        let by = entry.correctedBy.map { reference($0) }.joined(separator: ", ")
        return "<strong class=\"mark\">\(labels["page.flags.corrected"]):</strong> \(by)"
    }

    /// Attempts that a rule refused: they changed nothing, and are kept.
    var refusals: HTML {
        let rows = evidence.refusals.map { refused -> [HTML] in
            [
                "<small>\(labels.text("report.leaf", "\(refused.position)"))</small>",
                recorded(refused.refusal.recordedAt, refused.recordedLocally),
                .lines(actor(refused.refusal.actor)),
                "<code>\(refused.refusal.attempt)</code>",
                "<code>\(refused.refusal.code)</code>",
            ]
        }
        let columns = [
            labels["report.number"], labels["report.when"], labels["report.who"], labels["report.attempt"],
            labels["report.rule"],
        ]
        return .section("refusals", labels["report.refused"], .table(columns, rows, ifEmpty: labels["page.none"]))
    }
}
