public import Regulation

/// Reads what one country or region does: bodies, routes, clocks, fees, requirements.
public enum JurisdictionReader {
    /// The jurisdiction in `file`, with its zone taken from `zones`.
    ///
    /// - Throws: Every defect of the file, each with its place.
    public static func jurisdiction(
        from file: SourceFile,
        zones: [String: Zone]
    ) throws(Diagnostics) -> Jurisdiction {
        let findings = Findings(file: file.path)
        guard let tree = YAMLText.tree(of: file, findings),
            let reading = read(tree, zones: zones, isPinned: false, findings), !findings.hasErrors
        else { throw Diagnostics(all: findings.all) }
        return reading.jurisdiction
    }

    /// A jurisdiction with the names it uses, for checks across files.
    struct Reading {
        let jurisdiction: Jurisdiction
        let calendar: Use<String>
        let procedures: [Use<String>]
        /// The clocks of each procedure that the routes know.
        let clocks: [(procedure: String, clock: Use<String>)]
        let headings: [Use<HeadingCode>]
    }

    static let keys = [
        "jurisdiction", "names", "zone", "calendar", "languages", "hub", "bodies", "routes", "requirements",
    ]
    /// For readers of the file only; the pinned form leaves them out.
    static let commentKeys = ["$schema", "description"]

    /// Nil, and reported, when an essential part is missing; the pinned form needs no names and no sources.
    static func read(_ tree: Tree, zones: [String: Zone], isPinned: Bool, _ findings: Findings) -> Reading? {
        guard let fields = Fields(tree, "a jurisdiction", keys: keys, ignoring: commentKeys, findings) else {
            return nil
        }
        let languages = fields.required("languages").flatMap {
            Fields($0, "‘languages’", keys: ["dossier", "label"], findings)
        }
        let code = Self.code(fields)
        let zone = fields.required("zone").flatMap { Self.zone($0, among: zones, findings) }
        let bodies = fields.required("bodies")?.entries?.compactMap { body($0, isPinned: isPinned, findings) } ?? []
        let hub = Self.hub(fields, among: bodies, findings)
        var routeReader = RouteReader(isPinned: isPinned, findings)
        routeReader.read(fields.required("routes"))
        var headings: [Use<HeadingCode>] = []
        let requirements = fields["requirements"]?.elements.flatMap {
            RequirementReader.requirements($0, isPinned: isPinned, &headings, findings)
        }
        let names = fields["names"].map { $0.texts("‘names’", findings) } ?? [:]
        if !isPinned { _ = fields.required("names") }
        guard let code, let zone, let calendar = fields.requiredWord("calendar") else { return nil }
        let jurisdiction = Jurisdiction(
            code: code,
            names: names,
            zone: zone,
            calendar: calendar,
            dossierLanguages: languages?.words("dossier") ?? [],
            labelLanguages: languages?.words("label") ?? [],
            bodies: bodies,
            routes: routeReader.routes,
            requirements: requirements ?? [],
            hub: hub
        )
        return Reading(
            jurisdiction: jurisdiction,
            calendar: Use(calendar, fields["calendar"]?.place ?? tree.place),
            procedures: routeReader.procedures,
            clocks: routeReader.clocks,
            headings: headings
        )
    }

    private static func code(_ fields: Fields) -> JurisdictionCode? {
        guard let tree = fields.required("jurisdiction"), let text = fields.word("jurisdiction") else { return nil }
        if !text.isCountryCode {
            fields.findings.error("‘\(text)’ is no country code such as SG (ISO 3166-1)", at: tree.place)
        }
        return JurisdictionCode(text)
    }

    /// A zone's name, or in the pinned form its name and offsets.
    private static func zone(_ tree: Tree, among zones: [String: Zone], _ findings: Findings) -> Zone? {
        guard case .scalar(let name) = tree.content else {
            guard let fields = Fields(tree, "a zone", keys: ["id", "offsets"], findings),
                let id = fields.requiredWord("id"), let offsets = fields.required("offsets")
            else { return nil }
            return ZoneReader.zone(id, offsets, findings)
        }
        guard let zone = zones[name] else {
            let suggestion = Suggestion.text(for: name, among: zones.keys.sorted())
            findings.error("unknown zone ‘\(name)’\(suggestion)", at: tree.place)
            return nil
        }
        return zone
    }

    private static func body(_ entry: Tree.Entry, isPinned: Bool, _ findings: Findings) -> Body? {
        let keys = ["functions", "names", "source"]
        guard let fields = Fields(entry.value, "the body ‘\(entry.key)’", keys: keys, findings) else { return nil }
        let functions: [Body.Function] =
            fields.required("functions")?.elements.compactMap { $0.choice("a function", findings) } ?? []
        let source = fields.source(demandsText: !isPinned)
        return source.map {
            let names = fields["names"]?.texts("‘names’", findings) ?? [:]
            return Body(id: BodyID(entry.key), functions: functions, names: names, source: $0)
        }
    }

    private static func hub(_ fields: Fields, among bodies: [Body], _ findings: Findings) -> BodyID? {
        guard let tree = fields["hub"], let id = fields.word("hub").map(BodyID.init(_:)) else { return nil }
        if !bodies.contains(where: { $0.id == id }) {
            let suggestion = Suggestion.text(for: id.rawValue, among: bodies.map(\.id.rawValue))
            findings.error("the hub ‘\(id)’ is none of the bodies\(suggestion)", at: tree.place)
        }
        return id
    }
}
