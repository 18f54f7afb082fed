import Regulation

// The figures of a route: what a clock counts, how long a period is, what is paid.
extension RouteReader {
    func clock(_ name: String, _ tree: Tree) -> RouteClock? {
        // A clock's `from` may be a date or the day from which it counts, so the anchor has a word of its own here.
        let keys = ["unit", "limit", "counts", "starts", "anchor", "counting", "source"] + Fields.windowKeys
        guard let fields = Fields(tree, "the clock ‘\(name)’", keys: keys, findings) else { return nil }
        let unit: ClockUnit? = fields.requiredChoice("unit")
        let counts: ClockRule.Counted? = fields.requiredChoice("counts")
        let starts: RouteClock.Start? = fields.requiredChoice("starts")
        let limit = fields["limit"].flatMap { $0.isEmpty ? nil : self.limit($0) }
        let window = fields.window()
        let anchor: Anchor = fields.choice("anchor") ?? .start
        let law = CountingReader(isPinned: isPinned, findings: findings).law(of: fields, among: laws, else: laws.clocks)
        guard let source = fields.source(demandsText: !isPinned), let unit, let counts, let starts else { return nil }
        // No surer than what the clock itself says of how it counts.
        let own = fields["counting"]?.entries == nil ? source.confidence : law.source.confidence
        let rule = ClockRule(
            unit: unit,
            limit: limit?.value(for: nil),
            counts: counts,
            confidence: own == .confirmed ? source.confidence : .unconfirmed,
            anchor: anchor,
            counting: law.counting
        )
        return RouteClock(
            name: ClockName(name),
            rule: rule,
            limit: limit,
            starts: starts,
            countingSource: law.source,
            window: window,
            source: source
        )
    }

    private func limit(_ tree: Tree) -> Figure<Int>? {
        tree.figure(findings) { tree in
            guard let limit = tree.integer("‘limit’", findings) else { return nil }
            if limit < 0 { findings.error("a limit is not negative", at: tree.place) }
            return limit
        }
    }

    func period(_ name: String, _ tree: Tree) -> Period? {
        PeriodReader(laws: laws, isPinned: isPinned, findings: findings).period(name, tree)
    }

    func value(_ name: String, _ tree: Tree) -> RouteValue? {
        let keys = ["is", "source"] + Fields.windowKeys
        guard let fields = Fields(tree, "the value ‘\(name)’", keys: keys, findings) else { return nil }
        let text = fields.requiredWord("is")
        let window = fields.window()
        guard let source = fields.source(demandsText: !isPinned), let text else { return nil }
        return RouteValue(name: name, text: text, window: window, source: source)
    }

    func fee(_ name: String, _ tree: Tree) -> FeeRule? {
        let keys = ["names", "amount", "due", "insteadOf", "source"] + Fields.windowKeys
        guard let fields = Fields(tree, "the fee ‘\(name)’", keys: keys, findings),
            let source = fields.source(demandsText: !isPinned)
        else { return nil }
        let amounts = fields["amount"].flatMap { tree in
            tree.isEmpty ? nil : tree.figure(findings) { $0.money(findings) }
        }
        return FeeRule(
            id: FeeID(name),
            names: fields["names"].map { $0.texts("‘names’", findings) } ?? [:],
            amounts: amounts,
            due: fields.choice("due"),
            insteadOf: fields.word("insteadOf").map { FeeID($0) },
            window: fields.window(),
            source: source
        )
    }

    /// Which bodies act here, where their functions do not say it.
    func acting(_ tree: Tree) -> RouteBodies? {
        let keys = Body.Function.allCases.map(\.rawValue)
        guard let fields = Fields(tree, "‘bodies’", keys: keys + ["source"], findings),
            let source = fields.source(demandsText: !isPinned)
        else { return nil }
        var acting: [Body.Function: BodyID] = [:]
        for function in Body.Function.allCases {
            guard let tree = fields[function.rawValue], let word = fields.word(function.rawValue) else { continue }
            acting[function] = BodyID(word)
            guard !bodies.contains(BodyID(word)) else { continue }
            let suggestion = Suggestion.text(for: word, among: bodies.map(\.rawValue))
            let message = "‘\(word)’, which \(function.rawValue) here, is none of the bodies\(suggestion)"
            findings.error(message, at: tree.place)
        }
        if acting.isEmpty { findings.error("‘bodies’ names no function", at: tree.place) }
        return RouteBodies(acting: acting, source: source)
    }

    /// A fee is asked for in place of another one of the same route, which itself is asked for in no other's place, and which
    /// is in force on every day on which this one is.
    func checkAlternatives(among fees: [Tree.Entry], _ rules: [FeeRule], within window: Window) {
        for fee in fees {
            let own = rules.filter { $0.id == FeeID(fee.key) }
            for (index, version) in fee.value.elements.enumerated() {
                guard let tree = version["insteadOf"], case .scalar(let name) = tree.content else { continue }
                let others = fees.filter { $0.key != fee.key }
                guard let other = others.first(where: { $0.key == name }) else {
                    let suggestion = Suggestion.text(for: name, among: others.map(\.key))
                    findings.error("the route has no other fee ‘\(name)’\(suggestion)", at: tree.place)
                    continue
                }
                if other.value.elements.contains(where: { $0["insteadOf"] != nil }) {
                    findings.error("‘\(name)’ is asked for in place of another fee itself", at: tree.place)
                }
                // Where a version could not be read, that is told, and which one it is nobody knows.
                guard own.count == fee.value.elements.count, let days = own[index].window.common(with: window) else {
                    continue
                }
                let covered = rules.filter { $0.id == FeeID(name) }.map(\.window)
                if let day = days.firstGap(in: covered) {
                    findings.error("‘\(name)’ is not in force on \(day), when this fee is", at: tree.place)
                }
            }
        }
    }
}

/// Reads a span of time with its source.
struct PeriodReader {
    /// How the country counts where the period does not say otherwise.
    let laws: CountingLaws
    var part = CountingLaws.Part.periods
    let isPinned: Bool
    let findings: Findings

    func period(_ name: String, _ tree: Tree, source shared: Source? = nil) -> Period? {
        // A period within a rule has that rule's source: one of its own would be read, and used by nothing.
        let own = shared == nil || isPinned ? ["source"] : []
        let keys = ["count", "unit", "anchor", "counting"] + own + Fields.windowKeys
        guard let fields = Fields(tree, "the period ‘\(name)’", keys: keys, findings) else { return nil }
        let count = fields.requiredInteger("count")
        if let count, count < 1 || count > 100_000 {
            findings.error("a period is at least 1", at: fields["count"]?.place ?? tree.place)
        }
        let unit: ClockUnit? = fields.requiredChoice("unit")
        let anchor: Anchor = fields.choice("anchor") ?? .start
        let window = fields.window()
        let reader = CountingReader(isPinned: isPinned, findings: findings)
        let law = reader.law(of: fields, among: laws, else: laws[part])
        guard let source = shared ?? fields.source(demandsText: !isPinned), let count, let unit else { return nil }
        return Period(name: name, count: count, unit: unit, anchor: anchor, law: law, window: window, source: source)
    }
}

extension Tree {
    /// A sum such as `SGD 3710.00` or `JPY 13,016,900`.
    func money(_ findings: Findings) -> Money? {
        if case .scalar(let text) = content, let money = Money(text: text) { return money }
        findings.error("an amount is a currency and a sum such as ‘SGD 3710.00’, not \(kind)", at: place)
        return nil
    }
}
