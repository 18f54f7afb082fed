import Engine
import Regulation
import Submissions
import Views

/// Strategies side by side, and what an approval saves, for people.
struct StrategiesText {
    let labels: Labels
    /// Where the manifest stands that is planned; `nil` where what is recorded is.
    var folder: String?

    /// The strategies by letters: first when and what, then the days to each market.
    func text(_ report: PlanReport, width: Int) -> String {
        let comparison = report.comparison
        var table = Table([""] + ["strategy", "first", "last", "lag", "fees"].map { labels["plan.columns.\($0)"] })
        for (letter, strategy) in zip(Self.letters, comparison.strategies) {
            table.add([
                letter, labels.words(for: strategy), market(strategy.first), last(strategy),
                strategy.lag.map { "\($0)" } ?? "?", labels.difference(strategy.feeDifference),
            ])
        }
        var days = Table([""] + zip(Self.letters, comparison.strategies).map(\.0))
        for code in comparison.countries {
            days.add([code.rawValue] + comparison.strategies.map { cell(code, of: $0, from: comparison.start) })
        }
        let heading = labels.text("plan.strategiesHeading", comparison.start.description)
        var lines = PlanText.heading(labels["plan.strategiesTitle"], of: report.plan, folder, labels, width)
        lines += TextWidth.wrap(heading, to: width) + ["", table.text(width: width)]
        lines += ["", labels["plan.marketsHeading"], days.text(width: width), ""]
        lines += notes(report).flatMap { TextWidth.hanging($0.mark, $0.text, to: width) }
        return lines.joined(separator: "\n")
    }

    private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)

    private func market(_ market: (jurisdiction: JurisdictionCode, day: CivilDate)?) -> String {
        market.map { "\($0.jurisdiction) \($0.day)*" } ?? "?"
    }

    /// The last market, which is not known while one of them is not.
    private func last(_ strategy: ComparedStrategy) -> String {
        let unknown = strategy.plan.unreckoned.map(\.rawValue)
        guard unknown.isEmpty else {
            return labels.text("plan.lastUnknown", unknown.joined(separator: labels["advice.comma"]))
        }
        return market(strategy.last)
    }

    /// `312`, `312x` where the route is closed to the product as it is, `?` where the day is not known.
    private func cell(_ code: JurisdictionCode, of strategy: ComparedStrategy, from start: CivilDate) -> String {
        guard let country = strategy.plan.countries.first(where: { $0.jurisdiction == code }) else { return "–" }
        let mark = strategy.closed.contains(code) ? "x" : ""
        return (country.market.map { "\($0.dayNumber - start.dayNumber)" } ?? "?") + mark
    }

    private func notes(_ report: PlanReport) -> [(mark: String, text: String)] {
        let strategies = report.comparison.strategies
        var notes = [("*", labels["plan.unconfirmed"]), ("·", labels["plan.lagNote"]), ("·", labels["plan.feesNote"])]
        for (letter, strategy) in zip(Self.letters, strategies) where !strategy.closed.isEmpty {
            let routes = strategy.plan.countries.filter { strategy.closed.contains($0.jurisdiction) }
                .map { "\($0.jurisdiction) (\(reason($0)))" }
            notes.append((letter + "x", labels.text("plan.closedNote", routes.joined(separator: labels["advice.and"]))))
        }
        for (letter, strategy) in zip(Self.letters, strategies) where !strategy.feeDifference.unknown.isEmpty {
            notes.append((letter + " ?", unknownFees(strategy.feeDifference)))
        }
        if strategies.contains(where: { $0.feeDifference.isOpen }) { notes.append(("·", labels["plan.feeRange"])) }
        if report.comparison.countries.contains(where: { code in
            strategies.contains { strategy in !strategy.plan.countries.contains { $0.jurisdiction == code } }
        }) {
            notes.append(("–", labels["plan.absentNote"]))
        }
        let strangers = report.comparison.countries.filter { !report.targets.contains($0) }
        if !strangers.isEmpty {
            let codes = strangers.map(\.rawValue).joined(separator: labels["advice.comma"])
            notes.append(("·", labels.text("plan.leaderNote", codes)))
        }
        if report.plan.countries.contains(where: { $0.actual != nil }) {
            notes.append(("·", labels["plan.chosenNote"]))
        }
        if strategies.contains(where: \.isTwoStage) {
            notes.append(("·", labels["plan.firstStageNote"]))
            let claims = report.comparison.stageClaims.map(\.rawValue).joined(separator: labels["advice.comma"])
            notes.append(
                ("·", claims.isEmpty ? labels["plan.firstStageOpen"] : labels.text("plan.firstStageClaims", claims))
            )
        }
        let staging = report.comparison.withoutStage.map(\.rawValue)
        if !staging.isEmpty {
            notes.append(("·", labels.text("plan.noFirstStage", staging.joined(separator: labels["advice.comma"]))))
        }
        if strategies.contains(where: \.plan.restsOnFirstStage) { notes.append(("·", labels["plan.stage"])) }
        if strategies.contains(where: { $0.kind == .bundled }) { notes.append(("(案)", labels["page.proposalNote"])) }
        if strategies.contains(where: { !$0.plan.unreckoned.isEmpty }) {
            notes.append(("?", labels["plan.unknownMark"]))
        }
        return notes + [("·", labels["plan.translations"])]
    }

    private func unknownFees(_ fees: FeeDifference) -> String {
        let names = fees.unknown.map { labels.words(for: $0) }
        return labels.text("plan.unknownFees", names.joined(separator: labels["today.semicolon"]))
    }

    private func reason(_ country: PlannedCountry) -> String {
        guard let advice = country.advice else { return labels["plan.notInForce"] }
        let reasons = advice.reasons.filter { $0.answer == .unmet }.map { labels.words(for: $0, of: advice) }
        return reasons.joined(separator: labels["advice.and"])
    }

    // MARK: - Savings

    func savings(_ report: PlanReport, width: Int) -> String {
        let leader = report.leader?.rawValue ?? ""
        var table = Table(
            [""] + ["route", "with", "without", "daysSaved", "feesSaved"].map { labels["plan.columns.\($0)"] }
        )
        for saving in report.savings {
            table.add([
                saving.jurisdiction.rawValue, name(saving.with), days(saving.with), days(saving.without),
                saving.days.map { "\($0)*" } ?? "?", labels.difference(saving.feeDifference),
            ])
        }
        let heading = labels.text("plan.savingsHeading", leader)
        var lines = PlanText.heading(labels["plan.savingsTitle"], of: report.plan, folder, labels, width)
        lines += TextWidth.wrap(heading, to: width) + ["", table.text(width: width), ""]
        for saving in report.savings {
            let text = labels.text("plan.instead", name(saving.with), name(saving.without))
            lines += TextWidth.hanging(saving.jurisdiction.rawValue, text, to: width)
        }
        let grounds = report.savings.flatMap { saving in
            [saving.with, saving.without].compactMap { way in way.time.map { (saving.jurisdiction, $0.ground) } }
        }
        lines +=
            [""]
            + PlanGrounds.grouped(grounds).flatMap {
                TextWidth.hanging($0.codes, labels.text("plan.grounds", labels.words(for: $0.ground)), to: width)
            }
        if !report.withoutSaving.isEmpty {
            let codes = report.withoutSaving.map(\.rawValue).joined(separator: " ")
            lines += TextWidth.wrap(labels.text("plan.noneFor", leader, codes), to: width)
        }
        var notes = [
            ("*", labels["plan.unconfirmed"]), ("·", labels["plan.daysNote"]), ("?", labels["plan.unknownMark"]),
        ]
        for saving in report.savings where !saving.feeDifference.unknown.isEmpty {
            notes.append((saving.jurisdiction.rawValue + " ?", unknownFees(saving.feeDifference)))
        }
        if report.savings.contains(where: { $0.feeDifference.isOpen }) { notes.append(("·", labels["plan.feeRange"])) }
        lines += [""] + notes.flatMap { TextWidth.hanging($0.0, $0.1, to: width) }
        return lines.joined(separator: "\n")
    }

    private func name(_ country: PlannedCountry) -> String {
        country.advice.map { labels.words(for: $0.route) } ?? country.routeName.rawValue
    }

    private func days(_ country: PlannedCountry) -> String { country.time?.days.map { "\($0)" } ?? "?" }
}
