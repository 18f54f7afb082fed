import Engine
package import Regulation

/// Reads what one country or region does: bodies, routes, clocks, fees, requirements.
package enum JurisdictionReader {
    /// The jurisdiction in `file`, with its zone taken from `zones`.
    ///
    /// - Throws: Every defect of the file, each with its place.
    package static func jurisdiction(
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
        /// What was read, with shared sources in the place of their names.
        let tree: Tree
        let calendar: Use<String>
        let procedures: [Use<String>]
        /// The clocks of each procedure that the routes know.
        let clocks: [(procedure: String, clock: Use<String>)]
        let headings: [Use<HeadingCode>]
        /// Jurisdictions whose approvals count on some route, or between which an arrangement is in force.
        let references: [Use<JurisdictionCode>]
        /// Codes of countries without a file of their own that its rules may name.
        let foreign: [Use<JurisdictionCode>]
    }

    /// What binds a case, and so is pinned.
    static let bindingKeys = [
        "jurisdiction", "zone", "calendar", "languages", "hub", "bodies", "routes", "validity", "changes", "safety",
        "requirements", "counting",
    ]
    /// What binds only a case on a track that says so, and so is pinned with it.
    static let advertisingKey = "advertising"
    private static let keys =
        bindingKeys + [
            "names", "sources", "laws", "classification", "holder", advertisingKey, "tracks", "observed", "foreign",
        ]
    /// For readers of the file only; the pinned form leaves them out.
    private static let commentKeys = ["$schema", "description"]

    /// Nil, and reported, when an essential part is missing; the pinned form needs no names and no sources.
    static func read(_ tree: Tree, zones: [String: Zone], isPinned: Bool, _ findings: Findings) -> Reading? {
        let tree = isPinned ? tree : tree.citingSharedSources(findings)
        guard let fields = Fields(tree, "a jurisdiction", keys: keys, ignoring: commentKeys, findings) else {
            return nil
        }
        let code = Self.code(fields)
        let zone = fields.required("zone").flatMap { Self.zone($0, among: zones, findings) }
        let bodies = fields.entries("bodies").compactMap { body($0, isPinned: isPinned, findings) }
        if bodies.isEmpty { _ = fields.required("bodies") }
        let hub = Self.hub(fields, among: bodies, findings)
        let laws = CountingReader(isPinned: isPinned, findings: findings).laws(fields["counting"])
        var routes = RouteReader("routes", laws, bodies.map(\.id), isPinned: isPinned, findings)
        routes.read(fields.required("routes"))
        var tracks = RouteReader("tracks", laws, bodies.map(\.id), isPinned: isPinned, findings)
        tracks.read(fields["tracks"])
        var headings: [Use<HeadingCode>] = []
        var overlaps = OverlapCheck(findings)
        let requirements = fields["requirements"]?.elements.flatMap { tree in
            let read = RequirementReader.requirements(tree, isPinned: isPinned, &headings, findings)
            for requirement in read where !isPinned { overlaps.add(requirement, at: tree.place) }
            return read
        }
        let observed = ObservationReader(
            routes: (routes.routes + tracks.routes).map(\.name.rawValue).uniqued(),
            findings: findings
        )
        let names = fields["names"].map { $0.texts("‘names’", findings) } ?? [:]
        if !isPinned { _ = fields.required("names") }
        let languages = Self.languages(fields, isPinned: isPinned)
        let rest = RegistrationReader(laws: laws, isPinned: isPinned, findings: findings)
        guard let code, let zone, let languages, let calendar = fields.requiredWord("calendar") else { return nil }
        let jurisdiction = Jurisdiction(
            code: code,
            names: names,
            zone: zone,
            calendar: calendar,
            languages: languages,
            bodies: bodies,
            routes: routes.routes,
            tracks: tracks.routes,
            requirements: requirements ?? [],
            hub: hub,
            laws: fields["laws"]?.elements.compactMap { rest.law($0) } ?? [],
            classification: dated("classification", fields, { _ in "the classification" }) {
                rest.classification($0)
            },
            holder: fields["holder"].flatMap { rest.holder($0) },
            validity: dated("validity", fields, \.noun, for: \.classes) { rest.validity($0) },
            changes: dated("changes", fields, { "the change ‘\($0.id)’" }, for: \.classes) { rest.change($0) },
            safety: dated("safety", fields, { "the safety report ‘\($0.id)’" }) { rest.safety($0) },
            advertising: fields["advertising"]?.elements.compactMap { rest.advertising($0) } ?? [],
            counting: laws,
            observed: fields["observed"]?.elements.compactMap { observed.observation($0) } ?? []
        )
        return Reading(
            jurisdiction: jurisdiction,
            tree: tree,
            calendar: Use(calendar, fields["calendar"]?.place ?? tree.place),
            procedures: routes.procedures + tracks.procedures,
            clocks: routes.clocks + tracks.clocks,
            headings: headings,
            references: routes.references + tracks.references,
            foreign: foreign(fields)
        )
    }

    private static func foreign(_ fields: Fields) -> [Use<JurisdictionCode>] {
        (fields["foreign"]?.elements ?? []).compactMap { tree in
            guard let code = tree.word("a country code", fields.findings) else { return nil }
            if !code.isCountryCode {
                fields.findings.error("‘\(code)’ is no country code such as SG (ISO 3166-1)", at: tree.place)
            }
            return Use(JurisdictionCode(code), tree.place)
        }
    }

    private static func languages(_ fields: Fields, isPinned: Bool) -> Jurisdiction.Languages? {
        let keys = ["dossier", "label", "source"]
        guard let tree = fields.required("languages"),
            let languages = Fields(tree, "‘languages’", keys: keys, fields.findings)
        else { return nil }
        return .init(
            dossier: languages.words("dossier"),
            label: languages.words("label"),
            // Rules that were pinned before languages were judged say nothing of how sure they are.
            source: isPinned && languages["source"] == nil ? nil : languages.source(demandsText: !isPinned)
        )
    }

    /// The rules of a list; versions of the one that `noun` names must not overlap for one class.
    private static func dated<Rule: WindowedRule>(
        _ key: String,
        _ fields: Fields,
        _ noun: (Rule) -> String,
        for classes: (Rule) -> [DeviceClass] = { _ in [] },
        _ read: (Tree) -> Rule?
    ) -> [Rule] {
        var overlaps = OverlapCheck(fields.findings)
        return (fields[key]?.elements ?? []).compactMap { tree in
            guard let rule = read(tree) else { return nil }
            overlaps.add(noun(rule), rule.window, for: classes(rule), at: tree.place)
            return rule
        }
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
        let keys = ["functions", "names", "calendar", "source"]
        guard let fields = Fields(entry.value, "the body ‘\(entry.key)’", keys: keys, findings) else { return nil }
        let functions: [Body.Function] =
            fields.required("functions")?.elements.compactMap { $0.choice("a function", findings) } ?? []
        let source = fields.source(demandsText: !isPinned)
        return source.map {
            let names = fields["names"]?.texts("‘names’", findings) ?? [:]
            let calendar = fields.word("calendar")
            return Body(id: BodyID(entry.key), functions: functions, names: names, calendar: calendar, source: $0)
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

extension Classification: WindowedRule {}
extension ValidityRule: WindowedRule {
    /// A rule for some routes may stand beside one for all.
    fileprivate var noun: String {
        routes.isEmpty ? "the validity" : "the validity by \(routes.map { "‘\($0)’" }.joined(separator: ", "))"
    }
}

extension ChangeCategory: WindowedRule {}
extension SafetyRule: WindowedRule {}

extension OverlapCheck {
    /// One heading may be wanted twice on one day, but not for the same kind of application in the same languages.
    fileprivate mutating func add(_ requirement: Requirement, at place: Place) {
        for type in requirement.types {
            let languages = requirement.languages.isEmpty ? "" : " in \(requirement.languages.joined(separator: ", "))"
            add("the \(type.rawValue) requirement ‘\(requirement.heading)’\(languages)", requirement.window, at: place)
        }
    }
}
