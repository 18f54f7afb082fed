import Engine
import Regulation
import Submissions
import Views

/// A plan for people: a line for each country, why under it, and what all of it rests on at the foot.
struct PlanText {
    let labels: Labels
    /// Where the manifest stands that is planned; `nil` where what is recorded is.
    var folder: String?

    /// What every plan begins with: whose it is, from which day, and what was read for it.
    static func heading(_ title: String, of plan: Plan, _ folder: String?, _ labels: Labels, _ width: Int) -> [String] {
        let subject = "\(plan.submission) · \(plan.product) \(plan.productVersion) · \(plan.on)"
        let source = folder.map { labels.text("plan.ofFolder", $0) } ?? labels["plan.ofSubmission"]
        return TextWidth.wrap("\(title): \(subject)", to: width) + TextWidth.wrap(source, to: width) + [""]
    }

    func text(_ report: PlanReport, subject: String, width: Int) -> String {
        let plan = report.plan
        var lines = Self.heading(labels["plan.heading"], of: plan, folder, labels, width)
        var table = Table(
            [""] + ["route", "file", "target", "expected", "late"].map { labels["plan.columns.\($0)"] }
        )
        for country in plan.countries {
            let isOver = country.actual?.isOver ?? false
            table.add([
                country.jurisdiction.rawValue, name(country) + (country.isClosed ? " x" : ""),
                day(country.filing.on, marked: country.isFilingExpected),
                isOver ? "–" : day(country.time?.target, marked: country.isTargetUnsure),
                isOver ? decided(country) : day(country.time?.expected, marked: true),
                isOver ? "–" : day(country.time?.late, marked: true),
            ])
        }
        lines += [table.text(width: width), ""]
        for country in plan.countries {
            lines += TextWidth.hanging(country.jurisdiction.rawValue, reasons(country, plan), to: width)
        }
        let grounds = grounds(plan)
        if !grounds.isEmpty { lines.append("") }
        lines += grounds.flatMap { TextWidth.hanging($0.codes, $0.text, to: width) }
        lines += [""] + notes(report).flatMap { TextWidth.hanging($0.mark, $0.text, to: width) }
        let next = labels.text("plan.next", "tasuki plan \(subject) --strategies, --savings, --svg FILE")
        return (lines + TextWidth.wrap(next, to: width)).joined(separator: "\n")
    }

    private func name(_ country: PlannedCountry) -> String {
        guard let advice = country.advice else { return country.routeName.rawValue }
        return labels.words(for: advice.route) + (country.standing == .proposal ? " (案)" : "")
    }

    private func day(_ day: CivilDate?, marked isMarked: Bool) -> String {
        day.map { "\($0)\(isMarked ? "*" : "")" } ?? "?"
    }

    private func decided(_ country: PlannedCountry) -> String {
        if let approved = country.actual?.approved { return "\(approved) ✓" }
        return country.actual?.outcome.map { labels["outcomes.\($0.rawValue)"] } ?? "?"
    }

    // MARK: - Why

    /// Why the days are as they are, as one paragraph.
    private func reasons(_ country: PlannedCountry, _ plan: Plan) -> String {
        var parts = [labels.words(for: country.filing, preparation: plan.preparation.days)]
        if country.advice == nil { parts.append(labels["plan.notInForce"]) }
        if let actual = actual(country, plan.on) { parts.append(actual) }
        if country.actual?.isOver != true, let time = country.time {
            if !time.review.onTheWay.isEmpty {
                parts.append(labels.text("plan.clocks", figures(of: time.review)))
            }
            parts += time.beside.map { labels.text("plan.beside", labels.words(for: $0)) }
        }
        if country.isFirstStage { parts.append(labels["plan.firstStage"]) }
        if let advice = country.advice, !country.isFiled, advice.answer != .open, advice.standing != .proposal {
            let reasons = advice.reasons.filter { $0.answer == .unmet || advice.answer == .unknown }
                .map { labels.words(for: $0, of: advice) }
            if !reasons.isEmpty {
                parts.append(
                    labels.text(
                        "plan.answers.\(advice.answer.rawValue)",
                        reasons.joined(separator: labels["advice.and"])
                    )
                )
            }
        }
        return parts.map { part in part.prefix(1).uppercased() + part.dropFirst() }.joined(
            separator: labels["plan.stop"]
        )
            + labels["plan.end"]
    }

    /// `30 + 30 wd†*`: the targets of the clocks that follow one another, each unit named once.
    private func figures(of review: ReviewTime) -> String {
        var parts: [(limits: [String], unit: ClockUnit)] = []
        for step in review.onTheWay {
            let limit = step.clock.rule.limit.map { "\($0)" } ?? "?"
            if parts.last?.unit == step.clock.rule.unit {
                parts[parts.count - 1].limits.append(limit)
            } else {
                parts.append(([limit], step.clock.rule.unit))
            }
        }
        let texts = parts.map { part in
            let limits = part.limits.joined(separator: labels["plan.plus"])
            return labels.text("plan.amount", limits, labels["units.short.\(part.unit.rawValue)"])
        }
        return texts.joined(separator: labels["plan.plus"]) + (review.countsAgencyOnly ? "†" : "")
            + (review.isDoubtful ? "*" : "")
    }

    /// By what the expected days are reckoned, each once with its countries.
    private func grounds(_ plan: Plan) -> [(codes: String, text: String)] {
        let open = plan.countries.filter { $0.actual?.isOver != true }
        return PlanGrounds.grouped(
            open.compactMap { country in country.time.map { (country.jurisdiction, $0.ground) } }
        )
        .map { (codes: $0.codes, text: labels.text("plan.grounds", labels.words(for: $0.ground))) }
    }

    /// What has come about, against what the plan would have expected of that filing.
    private func actual(_ country: PlannedCountry, _ today: CivilDate) -> String? {
        guard let actual = country.actual else { return nil }
        if let approved = actual.approved {
            guard let expected = country.time?.expected else { return nil }
            let days = approved.latest.dayNumber - expected.dayNumber
            if days == 0 { return labels.text("plan.actual.onDay", approved.description) }
            let word = labels[days < 0 ? "plan.before" : "plan.later"]
            return labels.text("plan.actual.approved", approved.description, "\(abs(days))", word)
        }
        if let decided = actual.decided, let outcome = actual.outcome {
            return labels.text("plan.actual.decided", decided.description, labels["outcomes.\(outcome.rawValue)"])
        }
        guard actual.filed != nil, let expected = country.time?.expected, expected < today else { return nil }
        return labels["plan.actual.pending"]
    }

    // MARK: - What it rests on

    private func notes(_ report: PlanReport) -> [(mark: String, text: String)] {
        let plan = report.plan
        var notes = [("*", labels["plan.unconfirmed"])]
        if let years = unconfirmedYears(plan) { notes.append(("*", labels.text("clock.unconfirmedYears", years))) }
        if plan.countries.contains(where: { $0.time?.review.isFirstDayUnknown ?? false && $0.actual?.isOver != true }) {
            notes.append(("*", labels["page.firstDayNote"]))
        }
        if plan.countries.contains(where: { $0.time?.review.countsAgencyOnly ?? false && $0.actual?.isOver != true }) {
            notes.append(("†", labels["advice.agencyOnly"]))
        }
        if plan.countries.contains(where: { $0.market == nil && $0.actual?.isOver != true }) {
            notes.append(("?", labels["plan.unknownMark"]))
        }
        let closed = plan.countries.filter(\.isClosed).map(\.jurisdiction.rawValue)
        if !closed.isEmpty {
            notes.append(("x", labels.text("plan.closedMark", closed.joined(separator: labels["advice.comma"]))))
        }
        if plan.countries.contains(where: { $0.standing == .proposal }) {
            notes.append(("(案)", labels["page.proposalNote"]))
        }
        notes.append(("·", labels["plan.market"]))
        notes.append(("·", labels["plan.queue"]))
        notes.append(
            ("·", labels.text("plan.asksAssumption", "\(Int((report.forecast.answers.asked * 100).rounded()))"))
        )
        let isOwn = plan.preparation.source.text.isEmpty
        let key = isOwn ? "plan.preparationOwn" : "plan.preparation"
        notes.append(("·", labels.text(key, "\(plan.preparation.days)")))
        if plan.countries.contains(where: \.isFilingExpected) { notes.append(("·", labels["plan.chain"])) }
        if plan.restsOnFirstStage { notes.append(("·", labels["plan.stage"])) }
        return notes
    }

    private func unconfirmedYears(_ plan: Plan) -> String? {
        var countries: [Int: [String]] = [:]
        for country in plan.countries where country.actual?.isOver != true {
            for year in country.time?.unconfirmedYears ?? [] {
                countries[year, default: []].append(country.jurisdiction.rawValue)
            }
        }
        guard !countries.isEmpty else { return nil }
        return countries.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value.joined(separator: ", ")))" }
            .joined(separator: "; ")
    }
}

extension PlannedCountry {
    var isFiled: Bool { actual?.filed != nil }

    /// Whether nothing was filed by the route yet, and it is closed to the product, or not in force.
    var isClosed: Bool { !isFiled && (advice.map { $0.answer == .closed } ?? true) }

    var isFilingExpected: Bool { if case .after = filing.cause { true } else { false } }

    /// Whether the day by target rests on something unsure: a figure, its first day, holidays, or a filing that is only expected.
    var isTargetUnsure: Bool {
        isFilingExpected || time?.review.isDoubtful ?? false
    }
}

extension Plan {
    /// Whether some country rests on a first-stage approval that is only expected.
    var restsOnFirstStage: Bool {
        let staged = Set(countries.filter(\.isFirstStage).map(\.jurisdiction))
        return countries.contains { country in
            if case .after(let codes, _) = country.filing.cause { !staged.isDisjoint(with: codes) } else { false }
        }
    }
}

/// By what days are reckoned, each ground once with the countries that it holds for.
enum PlanGrounds {
    static func grouped(
        _ grounds: [(JurisdictionCode, PlannedTime.Ground)]
    ) -> [(codes: String, ground: PlannedTime.Ground)] {
        var groups: [(codes: [String], ground: PlannedTime.Ground)] = []
        for (code, ground) in grounds {
            if let index = groups.firstIndex(where: { $0.ground == ground }) {
                if !groups[index].codes.contains(code.rawValue) { groups[index].codes.append(code.rawValue) }
            } else {
                groups.append(([code.rawValue], ground))
            }
        }
        return groups.map { ($0.codes.joined(separator: " "), $0.ground) }
    }
}
