import Regulation

/// Reads how spans count: the general law of a country, and what a single rule says otherwise.
struct CountingReader {
    static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    private static let keys = ["firstDay", "months", "noSuchDay", "onDayOff", "daysOff", "calendar", "source"]

    let isPinned: Bool
    let findings: Findings

    /// The law under the key `counting` of a jurisdiction; what nobody states where there is none.
    func laws(_ tree: Tree?) -> CountingLaws {
        let parts = CountingLaws.Part.allCases.map(\.rawValue)
        guard let tree, let fields = Fields(tree, "‘counting’", keys: parts, findings) else { return .plain }
        func law(_ part: CountingLaws.Part, else general: CountingLaw) -> CountingLaw {
            fields.required(part.rawValue).flatMap { self.law($0, else: general, isWhole: true) } ?? general
        }
        return CountingLaws(
            periods: law(.periods, else: .plain),
            clocks: law(.clocks, else: .plain),
            reports: law(.reports, else: .plain),
            terms: fields["terms"] == nil ? .term : law(.terms, else: .term)
        )
    }

    /// What the rule with these fields says of how it counts, and for the rest `general`; a word stands for what `laws`
    /// say under it.
    func law(of fields: Fields, among laws: CountingLaws, else general: CountingLaw) -> CountingLaw {
        guard let tree = fields["counting"] else { return general }
        guard case .scalar = tree.content else { return law(tree, else: general) ?? general }
        let part: CountingLaws.Part? = tree.choice("‘counting’", findings)
        return part.map { laws[$0] } ?? general
    }

    /// A country's own law says everything that matters; a rule's only what is otherwise there.
    private func law(_ tree: Tree, else general: CountingLaw, isWhole: Bool = false) -> CountingLaw? {
        guard let fields = Fields(tree, "‘counting’", keys: Self.keys, findings) else { return nil }
        if isWhole {
            for key in ["firstDay", "months", "noSuchDay", "onDayOff"] { _ = fields.required(key) }
        }
        let other = general.counting
        let counting = Counting(
            firstDay: fields.choice("firstDay") ?? other.firstDay,
            months: fields.choice("months") ?? other.months,
            noSuchDay: fields.choice("noSuchDay") ?? other.noSuchDay,
            onDayOff: fields.choice("onDayOff") ?? other.onDayOff,
            daysOff: fields["daysOff"].map { Set($0.elements.compactMap(weekday)) } ?? other.daysOff,
            calendar: fields.word("calendar") ?? other.calendar
        )
        return fields.source(demandsText: !isPinned).map { CountingLaw(counting, source: $0) }
    }

    /// The ISO number of a weekday.
    func weekday(_ tree: Tree) -> Int? {
        guard let name = tree.word("a weekday", findings) else { return nil }
        guard let index = Self.weekdays.firstIndex(of: name) else {
            let suggestion = Suggestion.text(for: name, among: Self.weekdays)
            findings.error("‘\(name)’ is no weekday\(suggestion)", at: tree.place)
            return nil
        }
        return index + 1
    }
}
