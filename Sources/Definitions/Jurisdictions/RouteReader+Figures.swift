import Regulation

// The figures of a route: what a clock counts, how long a period is, what is paid, who is relied on.
extension RouteReader {
    func clock(_ entry: Tree.Entry) -> RouteClock? {
        let keys = ["unit", "limit", "counts", "starts", "source"]
        guard let fields = Fields(entry.value, "the clock ‘\(entry.key)’", keys: keys, findings) else { return nil }
        let unit: ClockUnit? = fields.requiredChoice("unit")
        let counts: ClockRule.Counted? = fields.requiredChoice("counts")
        let starts: RouteClock.Start? = fields.requiredChoice("starts")
        let limit = fields["limit"].flatMap { $0.isEmpty ? nil : fields.integer("limit") }
        if let limit, limit < 1 {
            findings.error("a limit is at least 1", at: fields["limit"]?.place ?? entry.place)
        }
        guard let source = fields.source(demandsText: !isPinned), let unit, let counts, let starts else { return nil }
        let rule = ClockRule(unit: unit, limit: limit, counts: counts, confidence: source.confidence)
        return RouteClock(rule: rule, starts: starts, source: source)
    }

    func period(_ entry: Tree.Entry) -> Period? {
        let keys = ["count", "unit", "confidence"]
        let noun = "the period ‘\(entry.key)’"
        guard let fields = Fields(entry.value, noun, keys: keys, ignoring: ["source"], findings) else { return nil }
        let count = fields.requiredInteger("count")
        if let count, count < 1 {
            findings.error("a period is at least 1", at: fields["count"]?.place ?? entry.place)
        }
        let unit: ClockUnit? = fields.requiredChoice("unit")
        let confidence: Confidence? = fields.requiredChoice("confidence")
        guard let count, let unit, let confidence else { return nil }
        return Period(count: count, unit: unit, confidence: confidence)
    }

    func value(_ tree: Tree) -> RouteValue? {
        guard let fields = Fields(tree, "a value", keys: ["is", "confidence"], ignoring: ["source"], findings) else {
            return nil
        }
        let text = fields.requiredWord("is")
        let confidence: Confidence? = fields.requiredChoice("confidence")
        guard let text, let confidence else { return nil }
        return RouteValue(text: text, confidence: confidence)
    }

    func fee(_ entry: Tree.Entry) -> FeeRule? {
        let keys = ["amount", "source"]
        guard let fields = Fields(entry.value, "the fee ‘\(entry.key)’", keys: keys, findings),
            let source = fields.source(demandsText: !isPinned)
        else { return nil }
        let amount = fields["amount"].flatMap { $0.isEmpty ? nil : $0.money(findings) }
        return FeeRule(id: FeeID(entry.key), amount: amount, source: source)
    }

    func relianceRule(_ tree: Tree) -> RelianceRule? {
        let keys = ["references", "minimumMonthsHeld", "acceptsExemption", "acceptsStageOne"]
        guard let fields = Fields(tree, "‘reliance’", keys: keys, ignoring: ["source"], findings) else { return nil }
        let references = fields.required("references")?.words("a country code", findings) ?? []
        let months = fields.integer("minimumMonthsHeld") ?? 0
        if months < 0 { findings.error("months are not negative", at: fields.place(of: "minimumMonthsHeld")) }
        let acceptsStageOne = fields.required("acceptsStageOne").flatMap { value($0) }
        guard let acceptsStageOne else { return nil }
        return RelianceRule(
            references: references.map { .init($0) },
            minimumMonthsHeld: months,
            acceptsExemption: fields.flag("acceptsExemption"),
            acceptsStageOne: acceptsStageOne
        )
    }
}

extension Tree {
    /// A sum such as `SGD 3710.00` or `JPY 13,016,900`.
    func money(_ findings: Findings) -> Money? {
        if case .scalar(let text) = content, let money = Money(reading: text) { return money }
        findings.error("an amount is a currency and a sum such as ‘SGD 3710.00’, not \(kind)", at: place)
        return nil
    }
}

extension Money {
    /// The sum as files write it, commas between thousands allowed, with no more decimal places than the currency has.
    init?(reading text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let unit = Money(currency: String(parts[0]), minorUnits: 0) else { return nil }
        let sum = parts[1].filter { $0 != "," }.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = sum.first, !whole.isEmpty, sum.count <= 2 else { return nil }
        let fraction = sum.count == 2 ? sum[1] : ""
        guard fraction.count <= unit.minorUnitDigits, sum.count == 1 || !fraction.isEmpty else { return nil }
        let digits = whole + fraction + String(repeating: "0", count: unit.minorUnitDigits - fraction.count)
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let minorUnits = Int64(digits)
        else { return nil }
        self.init(currency: unit.currency, minorUnits: minorUnits)
    }
}
