import Engine
import Regulation
import Submissions
import Views

/// Times and fees of a route in words.
struct RouteFigures {
    let labels: Labels

    /// `30 + 30 wd†*`: the limits of the steps that follow one another, `?` where none is known.
    func time(_ time: ReviewTime) -> String {
        let steps = time.onTheWay
        guard !steps.isEmpty else { return "–" }
        let marks = (time.countsAgencyOnly ? "†" : "") + (time.isDoubtful ? "*" : "")
        let units = Set(steps.map(\.clock.rule.unit))
        guard units.count == 1, let unit = units.first else {
            return steps.map { "\(limit($0)) \(short($0.clock.rule.unit))" }.joined(separator: " + ") + marks
        }
        return "\(steps.map(limit).joined(separator: " + ")) \(short(unit))" + marks
    }

    func until(_ time: ReviewTime) -> String {
        time.until.map { $0.description + (time.isDoubtful ? "*" : "") } ?? "–"
    }

    /// `JPY 13,016,900 or 6,650,800 + ?`: the amounts for the class, each currency named once; fees of other classes, and
    /// those of some cases only, are left out.
    func fees(_ fees: [AdvisedFee]) -> String {
        let own = fees.filter { $0.gap != .otherClasses && $0.rule.due != .other }
        guard !own.isEmpty else { return "–" }
        var last: String?
        func amount(_ fee: AdvisedFee) -> String {
            guard let amount = fee.amount else { return "?" }
            let text = amount.description + (fee.isDoubtful ? "*" : "")
            defer { last = amount.currency }
            return amount.currency == last ? String(text.dropFirst(amount.currency.count + 1)) : text
        }
        return own.filter { $0.rule.insteadOf == nil }.map { fee in
            ([fee] + own.filter { $0.rule.insteadOf == fee.rule.id }).map(amount).joined(separator: labels["advice.or"])
        }.joined(separator: " + ")
    }

    /// `Review: 160 working days, from acceptance, the authority's time only, until 2027-07-23`.
    func sentence(for step: ReviewTime.Step) -> String {
        let rule = step.clock.rule
        var parts = [
            rule.limit.map { "\($0) \(labels["units.\(rule.unit.rawValue)"])" } ?? gap(step.gap),
            labels["starts.\(step.clock.starts.rawValue)"], labels["counts.\(rule.counts.rawValue)"],
        ]
        if let until = step.until { parts.append(labels.text("advice.until", until.description) + years(step)) }
        if !step.isOnTheWay { parts.append(labels["advice.aside"]) }
        return labels["clocks.\(step.clock.name)"] + labels["advice.colon"]
            + parts.joined(separator: labels["advice.comma"])
    }

    /// `Evaluation fee: SGD 1,910.00, due on acceptance`, and in whose place it is asked for.
    func sentence(for fee: AdvisedFee, among fees: [AdvisedFee]) -> String {
        let other = fee.rule.insteadOf.map { id in
            fees.first { $0.rule.id == id }.map { labels.words(for: $0.rule) } ?? id.rawValue
        }
        let parts = [
            fee.amount?.description ?? gap(fee.gap), fee.rule.due.map { labels["feeDue.\($0.rawValue)"] },
            other.map { labels.text("budget.insteadOf", $0) },
        ]
        return labels.words(for: fee.rule) + labels["advice.colon"]
            + parts.compactMap(\.self).joined(separator: labels["advice.comma"])
    }

    private func years(_ step: ReviewTime.Step) -> String {
        guard !step.unconfirmedYears.isEmpty else { return "" }
        let years = step.unconfirmedYears.map { "\($0)" }.joined(separator: ", ")
        return " (" + labels.text("clock.unconfirmedYears", years) + ")"
    }

    private func gap(_ gap: FigureGap?) -> String { labels["advice.gap.\((gap ?? .unstated).rawValue)"] }
    private func limit(_ step: ReviewTime.Step) -> String { step.clock.rule.limit.map { "\($0)" } ?? "?" }
    private func short(_ unit: ClockUnit) -> String { labels["units.short.\(unit.rawValue)"] }
}
