import Regulation

/// Reads the routes or tracks of a jurisdiction, each in one version or several dated ones.
struct RouteReader {
    private static let keys = [
        "names", "procedure", "fallback", "conditions", "clocks", "periods", "values", "fees", "bodies", "source",
        "from", "until", "of", "bundle", "binds",
    ]

    /// `routes` or `tracks`.
    let key: String
    /// How the country counts.
    let laws: CountingLaws
    /// The bodies of the jurisdiction.
    let bodies: [BodyID]
    let isPinned: Bool
    let findings: Findings
    private(set) var routes: [RouteRule] = []
    private(set) var procedures: [Use<String>] = []
    private(set) var clocks: [(procedure: String, clock: Use<String>)] = []
    private(set) var references: [Use<JurisdictionCode>] = []

    init(_ key: String, _ laws: CountingLaws, _ bodies: [BodyID], isPinned: Bool, _ findings: Findings) {
        self.key = key
        self.laws = laws
        self.bodies = bodies
        self.isPinned = isPinned
        self.findings = findings
    }

    mutating func read(_ tree: Tree?) {
        guard let tree else { return }
        guard let entries = tree.entries else {
            findings.error("‘\(key)’ is a mapping, not \(tree.kind)", at: tree.place)
            return
        }
        var overlaps = OverlapCheck(findings)
        for entry in entries {
            for version in entry.value.elements {
                guard let rule = route(entry.key, version, among: entries.map(\.key)) else { continue }
                overlaps.add("the route ‘\(entry.key)’", rule.window, at: version.place)
                routes.append(rule)
            }
        }
    }

    private mutating func route(_ name: String, _ tree: Tree, among names: [String]) -> RouteRule? {
        guard let fields = Fields(tree, "the route ‘\(name)’", keys: Self.keys, findings) else { return nil }
        let procedure = fields.requiredWord("procedure")
        if let procedure { procedures.append(Use(procedure, fields["procedure"]?.place ?? tree.place)) }
        let fallback = self.fallback(of: fields, among: names)
        let window = fields.window()
        let reader = ConditionReader(isPinned: isPinned, findings: findings)
        let conditions = fields["conditions"].map { reader.conditions($0) } ?? []
        let clocks = versions(fields, "clocks") { clock($0, $1) }
        let periods = versions(fields, "periods") { period($0, $1) }
        let values = versions(fields, "values") { value($0, $1) }
        let fees = versions(fields, "fees") { fee($0, $1) }
        let acting = fields["bodies"].flatMap { self.acting($0) }
        // What is pinned are the fees of one day, and binds as it is.
        if !isPinned { checkAlternatives(among: fields["fees"]?.entries ?? [], fees, within: window) }
        let source = fields.source(demandsText: !isPinned)
        guard let procedure, let source else { return nil }
        self.clocks += (fields["clocks"]?.entries ?? []).map { (procedure, Use($0.key, $0.place)) }
        self.references += (fields["conditions"]?.elements ?? []).flatMap { condition in
            let named = ["references", "within", "confidentiality"].flatMap { condition[$0]?.elements ?? [] }
            return named.compactMap { element in
                if case .scalar(let text) = element.content { Use(JurisdictionCode(text), element.place) } else { nil }
            }
        }
        return RouteRule(
            name: RouteName(name),
            names: fields["names"].map { $0.texts("‘names’", findings) } ?? [:],
            procedure: procedure,
            fallback: fallback,
            conditions: conditions,
            clocks: clocks,
            periods: periods,
            values: values,
            fees: fees,
            bodies: acting,
            isOfProduct: owner(of: fields) == .product,
            bundle: bundle(of: fields),
            bindsAdvertising: bindsAdvertising(fields),
            window: window,
            source: source
        )
    }

    private enum Owner: String, CaseIterable { case product }

    private func owner(of fields: Fields) -> Owner? {
        if key != "tracks", !isPinned, let tree = fields["of"] {
            findings.error("only a track may belong to the product", at: tree.place)
        }
        return fields.choice("of")
    }

    /// Tracks have no window: each decides for itself.
    private enum Part: String, CaseIterable { case concurrentReview = "concurrent-review" }

    private func bundle(of fields: Fields) -> BundleRule? {
        guard let tree = fields["bundle"],
            let own = Fields(tree, "‘bundle’", keys: ["hub", "participation", "joins", "source"], findings)
        else { return nil }
        if key != "tracks", !isPinned {
            let message = "only a track names the hub of its bundle; targets take part as submission.yaml says"
            findings.error(message, at: tree.place)
        }
        let part: Part? = own.requiredChoice("participation")
        let hub = own.requiredWord("hub")
        let source = own.source(demandsText: !isPinned)
        guard part != nil, let hub, let source else { return nil }
        return BundleRule(hub: RouteName(hub), ahead: own["joins"].flatMap { ahead($0, source) }, source: source)
    }

    private func ahead(_ tree: Tree, _ source: Source) -> Period? {
        guard !tree.isEmpty else { return nil }
        let reader = PeriodReader(laws: laws, part: .periods, isPinned: isPinned, findings: findings)
        let period = reader.period("joins", tree, source: source)
        if period?.unit == .workingDays {
            findings.error("what joins ahead of its time is counted back in days or months", at: tree.place)
        }
        return period
    }

    private enum Bound: String, CaseIterable { case advertising }

    private func bindsAdvertising(_ fields: Fields) -> Bool {
        let bound: [Bound] = fields["binds"]?.elements.compactMap { $0.choice("what binds", findings) } ?? []
        return bound.contains(.advertising)
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

    /// The entries of `key`, each in one version or a list of dated ones that do not overlap.
    private func versions<Element: WindowedRule>(
        _ fields: Fields,
        _ key: String,
        _ read: (String, Tree) -> Element?
    ) -> [Element] {
        guard let tree = fields[key] else { return [] }
        guard let entries = tree.entries else {
            findings.error("‘\(key)’ is a mapping, not \(tree.kind)", at: tree.place)
            return []
        }
        var overlaps = OverlapCheck(findings)
        return entries.flatMap { entry -> [Element] in
            let versions = entry.value.isEmpty ? [entry.value] : entry.value.elements
            return versions.compactMap { version in
                guard let element = read(entry.key, version) else { return nil }
                overlaps.add("‘\(entry.key)’", element.window, at: version.place)
                return element
            }
        }
    }
}

/// A rule with dates between which it is in force.
protocol WindowedRule {
    var window: Window { get }
}

extension RouteClock: WindowedRule {}
extension Period: WindowedRule {}
extension RouteValue: WindowedRule {}
extension FeeRule: WindowedRule {}
