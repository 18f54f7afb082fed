import Regulation

/// Reads the routes of a jurisdiction, each in one version or several dated ones.
struct RouteReader {
    private static let keys = [
        "procedure", "fallback", "from", "until", "clocks", "periods", "values", "fees", "reliance", "source",
    ]

    let isPinned: Bool
    let findings: Findings
    private(set) var routes: [RouteRule] = []
    private(set) var procedures: [Use<String>] = []
    private(set) var clocks: [(procedure: String, clock: Use<String>)] = []

    init(isPinned: Bool, _ findings: Findings) {
        self.isPinned = isPinned
        self.findings = findings
    }

    mutating func read(_ tree: Tree?) {
        guard let tree else { return }
        guard let entries = tree.entries else {
            findings.error("‘routes’ is a mapping, not \(tree.kind)", at: tree.place)
            return
        }
        for entry in entries {
            for version in entry.value.elements { route(entry.key, version, among: entries.map(\.key)) }
        }
    }

    private mutating func route(_ name: String, _ tree: Tree, among names: [String]) {
        guard let fields = Fields(tree, "the route ‘\(name)’", keys: Self.keys, findings) else { return }
        let procedure = fields.requiredWord("procedure")
        if let procedure { procedures.append(Use(procedure, fields["procedure"]?.place ?? tree.place)) }
        let fallback = self.fallback(of: fields, among: names)
        let from = fields["from"].flatMap { $0.day("‘from’", findings) }
        let until = fields["until"].flatMap { $0.day("‘until’", findings) }
        if let from, let until, until < from {
            findings.error("the route ends before it begins", at: fields.place(of: "until"))
        }
        let clocks = table(fields, "clocks") { entry in clock(entry).map { (ClockName(entry.key), $0) } }
        let periods = table(fields, "periods") { entry in period(entry).map { (entry.key, $0) } }
        let values = table(fields, "values") { entry in value(entry.value).map { (entry.key, $0) } }
        let fees = table(fields, "fees") { fee($0) }
        let reliance = fields["reliance"].flatMap { relianceRule($0) }
        let source = fields.source(demandsText: !isPinned)
        guard let procedure, let source else { return }
        self.clocks += (fields["clocks"]?.entries ?? []).map { (procedure, Use($0.key, $0.place)) }
        routes.append(
            RouteRule(
                name: RouteName(name),
                procedure: procedure,
                fallback: fallback,
                clocks: Dictionary(clocks) { first, _ in first },
                periods: Dictionary(periods) { first, _ in first },
                values: Dictionary(values) { first, _ in first },
                fees: fees,
                reliance: reliance,
                from: from,
                until: until,
                source: source
            )
        )
    }

    /// The pinned form holds one route only, so its fallback cannot be held against the others.
    private func fallback(of fields: Fields, among names: [String]) -> RouteName? {
        guard let tree = fields["fallback"], !tree.isEmpty, let name = fields.word("fallback") else { return nil }
        if !isPinned, !names.contains(name) {
            let suggestion = Suggestion.text(for: name, among: names)
            findings.error("there is no route ‘\(name)’ to fall back to\(suggestion)", at: tree.place)
        }
        return RouteName(name)
    }

    private func table<Element>(_ fields: Fields, _ key: String, _ read: (Tree.Entry) -> Element?) -> [Element] {
        guard let tree = fields[key] else { return [] }
        guard let entries = tree.entries else {
            findings.error("‘\(key)’ is a mapping, not \(tree.kind)", at: tree.place)
            return []
        }
        return entries.compactMap(read)
    }
}
