import Engine
import Regulation
import Submissions
import Views

// What stands under a route, and under a country.
extension RoutesText {
    /// What stands in the way of a route and what is to do on it; nothing for one that is simply open.
    func under(_ advice: RouteAdvice, _ sources: inout SourceList, _ width: Int) -> [String] {
        // That a scheme is only proposed is said once, at the foot.
        let isProposal = advice.standing == .proposal
        let shown = isProposal && !showsDetails ? [] : advice.reasons.filter { showsDetails || isDecisive($0, advice) }
        let toDo = showsDetails || advice.answer != .closed && !isProposal ? advice.toDo : []
        var lines: [String] = []
        for reason in shown {
            lines += hanging(
                reason.answer == .unmet ? "  –" : "  ?",
                labels.words(for: reason, of: advice) + cited(reason.source, &sources),
                width
            )
        }
        for comparison in advice.answer == .closed && !showsDetails ? [] : advice.comparisons {
            lines += hanging("  ≠", labels.words(for: comparison), width)
        }
        for condition in toDo {
            let sentence = labels.text("advice.toDo", labels.words(for: condition))
            lines += hanging("  ○", sentence + cited(condition.source, &sources), width)
        }
        if showsDetails { lines += detail(advice, &sources).flatMap { hanging("  ·", $0, width) } }
        return lines
    }

    /// A closed route is told by what closes it, not by what would be unsure besides.
    private func isDecisive(_ reason: RouteAdvice.Reason, _ advice: RouteAdvice) -> Bool {
        guard !reason.isExplainedElsewhere else { return false }
        return advice.answer != .closed || reason.answer == .unmet
    }

    func approval(_ approval: Approval) -> String {
        let standing = labels["approvalStanding.\(approval.standing.rawValue)"]
        let stage = approval.stage.map { labels["approvalStage.\($0)"] }
        let parts = [approval.id.rawValue, approval.number, approval.grantedOn.description, stage, standing]
        return labels.text("advice.approved", parts.compactMap { $0 }.joined(separator: " · "))
    }

    private func cited(_ source: Source, _ sources: inout SourceList) -> String {
        showsDetails ? sources.mark(source) : ""
    }

    private func detail(_ advice: RouteAdvice, _ sources: inout SourceList) -> [String] {
        var lines = advice.time.steps.map { figures.sentence(for: $0) + sources.mark($0.clock.source) }
        lines += advice.fees.map { figures.sentence(for: $0, among: advice.fees) + sources.mark($0.rule.source) }
        lines.append(labels["advice.routeSource"] + sources.mark(advice.route.source))
        return lines
    }

    // MARK: - Documents

    func documents(_ country: CountryAdvice, _ sources: inout SourceList, _ width: Int) -> [String] {
        guard let documents = country.documents else { return hanging("→", labels["advice.documents.none"], width) }
        guard !documents.missing.isEmpty else { return hanging("→", labels["advice.documents.complete"], width) }
        let surely = documents.missing.filter { $0.presence == .missing }
        let perhaps = documents.missing.filter { $0.presence == .missingUnconfirmed }
        return missing("advice.documents.missing", surely, &sources, width)
            + missing("advice.documents.missingUnconfirmed", perhaps, &sources, width)
    }

    private func missing(
        _ key: String,
        _ cells: [Completeness.Cell],
        _ sources: inout SourceList,
        _ width: Int
    ) -> [String] {
        guard !cells.isEmpty else { return [] }
        let sorted = cells.sorted { $0.requirement.heading < $1.requirement.heading }
        guard showsDetails else {
            let codes = sorted.map(\.requirement.heading.description).joined(separator: ", ")
            return hanging("→", labels.text(key, "\(cells.count)") + labels["advice.colon"] + codes, width)
        }
        return hanging("→", labels.text(key, "\(cells.count)"), width)
            + sorted.flatMap { cell in
                let heading = cell.requirement.heading
                let line = "\(heading) \(titles[heading] ?? "")" + sources.mark(cell.requirement.source)
                return hanging("  ·", line, width)
            }
    }
}
