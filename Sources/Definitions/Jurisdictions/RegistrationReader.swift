import Regulation

/// Reads what holds after approval and what surrounds it: classes, laws, holder, validity, changes, safety reports.
struct RegistrationReader {
    /// How the country counts.
    let laws: CountingLaws
    let isPinned: Bool
    let findings: Findings

    func classification(_ tree: Tree) -> Classification? {
        let keys = ["classes", "software", "source"] + Fields.windowKeys
        guard let fields = Fields(tree, "a classification", keys: keys, findings) else { return nil }
        let classes = fields.deviceClasses("classes")
        let software = fields["software"].flatMap { self.software($0, among: classes) }
        guard let source = fields.source(demandsText: !isPinned) else { return nil }
        return Classification(classes: classes, software: software, window: fields.window(), source: source)
    }

    private func software(_ tree: Tree, among classes: [DeviceClass]) -> Classification.Software? {
        guard let fields = Fields(tree, "‘software’", keys: ["grid", "names", "source"], findings),
            let source = fields.source(demandsText: !isPinned)
        else { return nil }
        var grid: [SoftwareSituation: [SoftwareSignificance: DeviceClass]] = [:]
        for row in fields.entries("grid") {
            guard let situation: SoftwareSituation = word(row) else { continue }
            if row.value.entries == nil {
                findings.error("‘\(row.key)’ is a mapping, not \(row.value.kind)", at: row.value.place)
            }
            for cell in row.value.entries ?? [] {
                guard let significance: SoftwareSignificance = word(cell),
                    let name = cell.value.word("a class", findings)
                else { continue }
                if !classes.contains(DeviceClass(name)) {
                    findings.error("‘\(name)’ is none of the classes", at: cell.value.place)
                }
                grid[situation, default: [:]][significance] = DeviceClass(name)
            }
        }
        return .init(grid: grid, names: fields["names"]?.texts("‘names’", findings) ?? [:], source: source)
    }

    private func word<Choice: Choosable>(_ entry: Tree.Entry) -> Choice? {
        Tree(place: entry.place, content: .scalar(entry.key)).choice("a key of the grid", findings)
    }

    func law(_ tree: Tree) -> Law? {
        guard let fields = Fields(tree, "a law", keys: ["names", "source"], findings) else { return nil }
        let names = fields.required("names")?.texts("‘names’", findings)
        guard let names, let source = fields.source(demandsText: !isPinned) else { return nil }
        return Law(names: names, source: source)
    }

    func holder(_ tree: Tree) -> HolderRule? {
        guard let fields = Fields(tree, "‘holder’", keys: ["names", "source"], findings),
            let source = fields.source(demandsText: !isPinned)
        else { return nil }
        return HolderRule(names: fields["names"]?.texts("‘names’", findings) ?? [:], source: source)
    }

    /// A fee owed in each year.
    private func yearly(_ tree: Tree) -> ValidityRule.Yearly? {
        guard let fields = Fields(tree, "‘yearly’", keys: ["by", "source"] + Fields.windowKeys, findings) else {
            return nil
        }
        let day = fields.word("by").flatMap { text in
            let day = YearDay(text)
            let place = fields["by"]?.place ?? tree.place
            if day == nil { findings.error("‘\(text)’ is no day of every year such as ‘12-31’", at: place) }
            return day
        }
        return fields.source(demandsText: !isPinned).map { .init(by: day, window: fields.window(), source: $0) }
    }

    func validity(_ tree: Tree) -> ValidityRule? {
        let keys = ["model", "years", "classes", "routes", "ends", "renewal", "yearly", "source"] + Fields.windowKeys
        guard let fields = Fields(tree, "a validity rule", keys: keys, findings) else { return nil }
        let model: ValidityRule.Model? = fields.requiredChoice("model")
        let years = fields.integer("years")
        if let years, !(1...100).contains(years) {
            findings.error("‘years’ is at least 1", at: fields.place(of: "years"))
        }
        if model == .fixed, fields["years"] == nil, fields["routes"] == nil {
            let message = "a fixed validity needs ‘years’, or the ‘routes’ on which each decision names its end"
            findings.error(message, at: fields.place(of: "model"))
        }
        let renewal = fields["renewal"].flatMap { self.renewal($0) }
        let yearly = fields["yearly"].flatMap { self.yearly($0) }
        guard let source = fields.source(demandsText: !isPinned), let model else { return nil }
        return ValidityRule(
            model: model,
            years: model == .fixed ? years : nil,
            classes: fields.deviceClasses("classes"),
            routes: fields.words("routes").map { RouteName($0) },
            ending: fields["ends"].flatMap { self.ending($0) },
            renewal: renewal,
            yearly: yearly,
            law: laws.terms,
            window: fields.window(),
            source: source
        )
    }

    /// One day that ends every approval.
    private func ending(_ tree: Tree) -> ValidityRule.Ending? {
        guard let fields = Fields(tree, "‘ends’", keys: ["on", "source"], findings),
            let text = fields.requiredWord("on"), let source = fields.source(demandsText: !isPinned)
        else { return nil }
        guard let day = CivilDate(text) else {
            findings.error("‘\(text)’ is no day such as ‘2030-06-30’", at: fields.place(of: "on"))
            return nil
        }
        return .init(on: day, source: source)
    }

    private func renewal(_ tree: Tree) -> ValidityRule.Renewal? {
        guard let fields = Fields(tree, "‘renewal’", keys: ["opens", "closes", "source"], findings),
            let source = fields.source(demandsText: !isPinned)
        else { return nil }
        let opens = span("opens", fields, source)
        let closes = span("closes", fields, source)
        for (key, period) in [("opens", opens), ("closes", closes)] where period?.unit == .workingDays {
            findings.error("a renewal is counted back in days or months", at: fields.place(of: key))
        }
        return .init(opens: opens, closes: closes, source: source)
    }

    func change(_ tree: Tree) -> ChangeCategory? {
        let keys = ["id", "names", "step", "classes", "under", "period", "source"] + Fields.windowKeys
        guard let fields = Fields(tree, "a category of change", keys: keys, findings) else { return nil }
        let id = fields.requiredWord("id")
        let step: ChangeCategory.Step? = fields.requiredChoice("step")
        guard let source = fields.source(demandsText: !isPinned), let id, let step else { return nil }
        return ChangeCategory(
            id: id,
            names: fields["names"]?.texts("‘names’", findings) ?? [:],
            step: step,
            classes: fields.deviceClasses("classes"),
            footing: fields["under"].flatMap(footing),
            period: span("period", fields, source),
            window: fields.window(),
            source: source
        )
    }

    private func footing(_ tree: Tree) -> ChangeCategory.Footing? {
        guard let fields = Fields(tree, "‘under’", keys: ["track", "fact"], findings),
            let track = fields.requiredWord("track"), let fact = fields.requiredWord("fact")
        else { return nil }
        return ChangeCategory.Footing(track: RouteName(track), fact: fact)
    }

    func safety(_ tree: Tree) -> SafetyRule? {
        let keys = ["id", "names", "kinds", "where", "period", "source"] + Fields.windowKeys
        guard let fields = Fields(tree, "a safety report", keys: keys, findings) else { return nil }
        let id = fields.requiredWord("id")
        guard let source = fields.source(demandsText: !isPinned), let id else { return nil }
        return SafetyRule(
            id: id,
            names: fields["names"]?.texts("‘names’", findings) ?? [:],
            kinds: fields["kinds"]?.elements.compactMap { $0.choice("a kind of event", findings) } ?? [],
            place: fields.choice("where"),
            period: span("period", fields, source, countedAs: .reports),
            window: fields.window(),
            source: source
        )
    }

    func advertising(_ tree: Tree) -> AdvertisingRule? {
        let keys = ["id", "names", "audience", "at", "may", "trait", "notTrait", "is", "source"]
        guard let fields = Fields(tree, "an advertising rule", keys: keys + Fields.windowKeys, findings) else {
            return nil
        }
        let id = fields.requiredWord("id")
        let audience: Audience? = fields.requiredChoice("audience")
        let extent: AdvertisingRule.Extent? = fields.requiredChoice("may")
        let stages: [AdvertisingRule.Stage]? = fields["at"]?.elements.compactMap { $0.choice("a stage", findings) }
        let key = ["trait", "notTrait"].first { fields[$0] != nil }
        let term = key.flatMap { ConditionReader(isPinned: isPinned, findings: findings).trait($0, fields) }
        guard let source = fields.source(demandsText: !isPinned), let id, let audience, let extent else { return nil }
        return AdvertisingRule(
            id: id,
            names: fields["names"]?.texts("‘names’", findings) ?? [:],
            audience: audience,
            stages: stages ?? [.firstStage, .approved],
            extent: extent,
            term: term,
            window: fields.window(),
            source: source
        )
    }

    private func span(
        _ key: String,
        _ fields: Fields,
        _ source: Source,
        countedAs part: CountingLaws.Part = .periods
    ) -> Period? {
        guard let tree = fields[key], !tree.isEmpty else { return nil }
        let reader = PeriodReader(laws: laws, part: part, isPinned: isPinned, findings: findings)
        return reader.period(key, tree, source: source)
    }
}
