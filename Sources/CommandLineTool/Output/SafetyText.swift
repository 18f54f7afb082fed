import CanonicalJSON
import Engine
import Regulation
import Submissions
import Views

/// Safety events, and what each country is to be told.
struct SafetyText {
    let labels: Labels

    /// - Parameters:
    ///   - events: The events.
    ///   - opening: What people read before them.
    ///   - isDryRun: Whether nothing of it was recorded.
    /// - Returns: The answer of a command about them.
    func answer(_ events: [SafetyOverview], opening: String? = nil, isDryRun: Bool = false) -> Answer {
        Answer(
            display: { width in
                let blocks = (opening.map { [wrapped($0, width)] } ?? []) + events.map { block($0, width) }
                return blocks.isEmpty ? labels["safety.none"] : blocks.joined(separator: "\n\n")
            },
            payload: { SafetyOverview.json(events, labels: labels, isDryRun: isDryRun) },
            sheet: { csv(events) }
        )
    }

    private func wrapped(_ text: String, _ width: Int) -> String {
        TextWidth.wrap(text, to: width).joined(separator: "\n")
    }

    private func block(_ event: SafetyOverview, _ width: Int) -> String {
        var sources = SourceList()
        var lines = [wrapped(heading(event), width)]
        guard !event.markets.isEmpty else {
            return (lines + [wrapped(labels["safety.noMarket"], width)]).joined(separator: "\n")
        }
        var table = Table(["columns.jurisdiction", "safety.by", "columns.rule", "columns.source"].map { labels[$0] })
        for market in event.markets {
            table.add([
                market.jurisdiction.rawValue, day(market), words(market),
                (market.rule ?? market.ruleElsewhere).map { sources.number($0.source) } ?? "–",
            ])
            table.add(note: note(market, of: event))
        }
        lines += [table.text(width: width)]
        if !event.unruled.isEmpty {
            let codes = event.unruled.map(\.rawValue).joined(separator: ", ")
            lines += ["", wrapped(labels.text("safety.unruled", codes), width)]
        }
        if event.markets.contains(where: {
            $0.duty?.confidence == .unconfirmed || $0.report?.confidence == .unconfirmed
        }) {
            lines += ["", "* " + labels["page.unconfirmedNote"]]
        }
        let cited = sources.lines(labels, width: width)
        if !cited.isEmpty { lines += [""] + cited }
        return lines.joined(separator: "\n")
    }

    private func heading(_ event: SafetyOverview) -> String {
        var parts = [
            labels["choices.\(event.event.kind.rawValue)"],
            labels.text("safety.awareOn", labels.words(for: event.awareOn)),
        ]
        if let date = event.occurredOn { parts.append(labels.text("safety.occurredOn", labels.words(for: date))) }
        if let country = event.event.country { parts.append(labels.text("safety.occurredIn", country.rawValue)) }
        return "\(event.product): " + parts.joined(separator: " · ") + " [\(event.fullName)]"
    }

    private func day(_ market: SafetyOverview.Market) -> String {
        guard let duty = market.duty, let date = duty.date else { return "–" }
        return date.description + (duty.confidence == .unconfirmed ? "*" : "") + (duty.isOverdue ? " !" : "")
    }

    private func words(_ market: SafetyOverview.Market) -> String {
        if let rule = market.rule { return labels.words(for: rule) }
        if let rule = market.ruleElsewhere {
            let place = rule.place.map { labels["safety.place.\($0.rawValue)"] } ?? ""
            return labels.text("safety.otherPlace", labels.words(for: rule), place)
        }
        return labels[market.name == nil ? "safety.noCountry" : "safety.noRule"]
    }

    /// Where the report stands, and the case or obligation in which it is told.
    private func note(_ market: SafetyOverview.Market, of event: SafetyOverview) -> String {
        let place =
            market.name.map { "\(event.submission)/\($0)" }
            ?? [event.fullName, market.obligation?.rawValue].compactMap(\.self).joined(separator: " ")
        let overdue = market.duty?.isOverdue == true ? " · " + labels["page.overdue"] : ""
        let standing =
            market.report.map { labels.words(for: $0) } ?? labels["safety.standing.\(market.standing.rawValue)"]
        return standing + overdue + " · " + place
    }

    private func csv(_ events: [SafetyOverview]) -> [[String]] {
        let header = [
            "product", "event", "kind", "awareOn", "occurredOn", "occurredIn", "jurisdiction", "standing", "due",
            "confidence", "overdue", "rule", "source", "url", "case", "obligation",
            "reportDue", "reportedOn", "verdict",
        ]
        return [header] + events.flatMap { event in event.markets.map { row($0, of: event) } }
    }

    private func row(_ market: SafetyOverview.Market, of event: SafetyOverview) -> [String] {
        let date = market.duty?.date
        let about: [String?] = [
            event.product.rawValue, event.fullName, event.event.kind.rawValue, event.awareOn.description,
            event.occurredOn?.description, event.event.country?.rawValue,
        ]
        let due: [String?] = [
            market.jurisdiction.rawValue, market.standing.rawValue, date?.description,
            date == nil ? nil : market.duty?.confidence.rawValue, "\(market.duty?.isOverdue ?? false)",
        ]
        let rule: [String?] = [
            market.rule.map { _ in words(market) } ?? market.ruleElsewhere.map { _ in words(market) },
            (market.rule ?? market.ruleElsewhere)?.source.text, (market.rule ?? market.ruleElsewhere)?.source.url,
        ]
        let place: [String?] = [market.name.map { "\(event.submission)/\($0)" }, market.obligation?.rawValue]
        let report: [String?] = [
            market.report?.due.description, market.report?.doneOn.description, market.report?.verdict.rawValue,
        ]
        return (about + due + rule + place + report).map { $0 ?? "" }
    }
}
