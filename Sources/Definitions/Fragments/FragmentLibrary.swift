/// The fragments that one procedure includes, each read once.
struct FragmentLibrary {
    /// Deeper than fragments are ever built on each other; readers are recursive.
    private static let depthLimit = 16

    let source: Fragments
    let findings: Findings
    private var known: [String: Fragment?] = [:]

    init(_ source: Fragments, _ findings: Findings) {
        self.source = source
        self.findings = findings
    }

    /// The names of those that were found.
    var names: [String] { known.compactMap { $1 == nil ? nil : $0 }.sorted() }

    subscript(name: String) -> Fragment? { known[name].flatMap(\.self) }

    /// Whether the folder has a fragment of the name, which may not be included here.
    func exists(_ name: String) -> Bool { source.names().contains(name) }

    func suggestion(for name: String) -> String { Suggestion.text(for: name, among: source.names()) }

    /// The fragment of the name and those on which it builds; nil, and reported, where there is none.
    ///
    /// The fragments of `path` build on this one, the outermost first.
    mutating func load(_ name: String, at place: Place, through path: [String] = []) -> Fragment? {
        if let start = path.firstIndex(of: name) {
            let circle = (path[start...] + [name]).map { "‘\($0)’" }.joined(separator: " includes ")
            findings.error("a fragment includes itself: \(circle)", at: place)
            return nil
        }
        if known[name] == nil { known[name] = .some(path.count < Self.depthLimit ? read(name, at: place, path) : nil) }
        guard let fragment = self[name] else {
            if path.count >= Self.depthLimit { reportDepth(at: place) }
            return nil
        }
        guard path.count + fragment.height <= Self.depthLimit else {
            reportDepth(at: place)
            return nil
        }
        return fragment
    }

    private func reportDepth(at place: Place) {
        findings.error("more than \(Self.depthLimit) fragments build on each other", at: place)
    }

    /// Reports what is included twice, and what is included and neither mentioned nor has any action.
    func reportUnused(_ uses: [FragmentUse], mentioned: Set<String>, _ place: (Place) -> Place = { $0 }) {
        for (index, use) in uses.enumerated() {
            if uses[..<index].contains(where: { $0.name == use.name }) {
                findings.error("the fragment ‘\(use.name)’ is included twice", at: place(use.place))
            } else if let fragment = self[use.name], !mentioned.contains(use.name), !hasActions(fragment) {
                let remedy = fragment.statePart == nil ? "goes ‘with’ it" : "‘is’ it"
                let message = "the fragment ‘\(use.name)’ is included, but no state \(remedy)"
                findings.error(message, at: place(use.place))
            }
        }
    }

    private func hasActions(_ fragment: Fragment) -> Bool {
        fragment.parts[.actions]?.isEmpty == false
            || fragment.includes.contains { use in self[use.name].map(hasActions) ?? false }
    }

    /// Reads a fragment and those on which it builds.
    private mutating func read(_ name: String, at place: Place, _ path: [String]) -> Fragment? {
        guard var fragment = readAlone(name, at: place) else { return nil }
        let origin = Origin(file: fragment.path, includedAt: place)
        var sound: [FragmentUse] = []
        for use in fragment.includes {
            guard let inner = load(use.name, at: use.place.taken(from: origin), through: path + [name]) else {
                fragment.unsound.insert(use.name)
                continue
            }
            sound.append(use)
            fragment.height = max(fragment.height, inner.height + 1)
        }
        let mentioned = Set(fragment.parts.flatMap { part, tree in tree.fragmentsMentioned(as: part) })
        reportUnused(fragment.includes, mentioned: mentioned) { $0.taken(from: origin) }
        fragment.includes = sound
        return fragment
    }

    private func readAlone(_ name: String, at place: Place) -> Fragment? {
        do {
            guard let file = try source.file(name) else {
                findings.error("there is no fragment ‘\(name)’\(suggestion(for: name))", at: place)
                return nil
            }
            let own = Findings(file: file.path)
            defer { findings.add(own.all, includedAt: place) }
            return FragmentReader.fragment(from: file, own)
        } catch {
            findings.add(error.all, includedAt: place)
            return nil
        }
    }
}

extension Tree {
    /// The fragments that states name by `is` and `with`.
    func fragmentsMentioned(as part: Fragment.Part) -> [String] {
        switch part {
        case .include, .actions, .on: []
        case .state: mentionsOfState
        case .states: (entries ?? []).flatMap(\.value.mentionsOfState)
        }
    }

    private var mentionsOfState: [String] {
        guard case .mapping = content else { return [] }
        let unheard = Findings(file: "")
        let uses = [self["is"], self["with"]].compactMap(\.self).flatMap { FragmentUse.list($0, unheard) }
        return uses.map(\.name) + (self["states"]?.fragmentsMentioned(as: .states) ?? [])
    }
}
