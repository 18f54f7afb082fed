import Regulation

/// Reads the conditions of a route: each a mapping with one condition, its source and, where it has them, its dates.
struct ConditionReader {
    let isPinned: Bool
    let findings: Findings

    private static let words = RouteCondition.Kind.Word.allCases.map(\.rawValue)
    private static let keys = words + ["atLeast", "within", "is", "of", "fact", "source", "from", "until"]

    func conditions(_ tree: Tree) -> [RouteCondition] {
        guard case .list(let elements) = tree.content else {
            if !tree.isEmpty { findings.error("‘conditions’ is a list, not \(tree.kind)", at: tree.place) }
            return []
        }
        return elements.compactMap(condition)
    }

    private func condition(_ tree: Tree) -> RouteCondition? {
        guard let fields = Fields(tree, "a condition", keys: Self.keys, findings) else { return nil }
        let found = RouteCondition.Kind.Word.allCases.filter { fields[$0.rawValue] != nil }
        guard let word = found.first, found.count == 1 else {
            findings.error("a condition has exactly one of \(Tree.alternatives(Self.words))", at: tree.place)
            return nil
        }
        let window = fields.window()
        guard let source = fields.source(demandsText: !isPinned), let kind = kind(word, fields) else { return nil }
        return RouteCondition(kind: kind, window: window, source: source)
    }

    private func kind(_ word: RouteCondition.Kind.Word, _ fields: Fields) -> RouteCondition.Kind? {
        switch word {
        case .references:
            let needed = fields.integer("atLeast") ?? 1
            if needed < 1 { findings.error("‘atLeast’ is at least 1", at: fields.place(of: "atLeast")) }
            return .references(countries("references", fields), atLeast: max(1, needed))
        case .heldMonths: return months("heldMonths", fields).map { .heldMonths($0) }
        case .notBy: return .notBy(choices("notBy", fields))
        case .notDerivative:
            return holds("notDerivative", fields).map { _ in .notDerivative(within: countries("within", fields)) }
        case .independent: return holds("independent", fields).map { _ in .independent }
        case .stageOne: return fields.requiredChoice("stageOne").map { .stageOne($0) }
        case .same: return .same(choices("same", fields))
        case .confidentiality: return .confidentiality(countries("confidentiality", fields))
        case .noSeriousNotice:
            if case .scalar("ever")? = fields["noSeriousNotice"]?.content { return .noSeriousNotice(months: nil) }
            return months("noSeriousNotice", fields).map { .noSeriousNotice(months: $0) }
        case .consent: return only("consent", "report", fields).map { _ in .consent }
        case .holder: return only("holder", "appointed", fields).map { _ in .holder }
        case .classes: return .classes(fields.deviceClasses("classes"))
        case .trait: return trait("trait", fields).map { .trait($0) }
        case .notTrait: return trait("notTrait", fields).map { .trait($0) }
        }
    }

    private func choices<Choice: Choosable>(_ key: String, _ fields: Fields) -> [Choice] {
        fields.required(key)?.elements.compactMap { $0.choice("‘\(key)’", findings) } ?? []
    }

    /// What a question must have been answered with: `yes` and `no` by the word of the condition, others by `is`.
    func trait(_ key: String, _ fields: Fields) -> TraitTerm? {
        guard let name = fields.requiredWord(key) else { return nil }
        let answers = fields.words("is").map { TraitAnswer($0) }
        let implied: TraitAnswer = key == "trait" ? .yes : .no
        let classes = fields["of"] == nil ? [] : fields.deviceClasses("of")
        let fact = fields["fact"] == nil ? nil : fields.word("fact")
        return TraitTerm(TraitName(name), is: answers.isEmpty ? [implied] : answers, of: classes, orBy: fact)
    }

    private func months(_ key: String, _ fields: Fields) -> Int? {
        guard let months = fields.requiredInteger(key) else { return nil }
        if months < 0 { findings.error("months are not negative", at: fields.place(of: key)) }
        return max(0, months)
    }

    /// A condition that is written with `true`; written with `false` it would say nothing.
    private func holds(_ key: String, _ fields: Fields) -> Bool? {
        if fields.flag(key) { return true }
        findings.error("‘\(key)’ is true, or left out", at: fields.place(of: key))
        return nil
    }

    private func only(_ key: String, _ word: String, _ fields: Fields) -> String? {
        guard let text = fields.requiredWord(key) else { return nil }
        if text == word { return text }
        findings.error("‘\(key)’ is \(word), not ‘\(text)’", at: fields.place(of: key))
        return nil
    }

    /// Codes of countries, or EU for notified bodies of the European Union.
    private func countries(_ key: String, _ fields: Fields) -> [JurisdictionCode] {
        (fields[key]?.elements ?? []).compactMap { element in
            guard let text = element.word("a country code", findings) else { return nil }
            if !text.isCountryCode {
                findings.error("‘\(text)’ is no country code such as SG (ISO 3166-1)", at: element.place)
            }
            return JurisdictionCode(text)
        }
    }
}
