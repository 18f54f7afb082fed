/// Puts the fragments that a procedure includes into its tree, before anything else reads it.
///
/// What is pinned, checked and shown is the tree as if it had been written out; only the places of what came from a
/// fragment tell the difference. One rule decides between a procedure and its fragments: what a file says itself wins,
/// and stands where the fragment has it.
struct Expansion {
    /// As for a file: aliases and arguments may repeat a tree, and readers are recursive.
    private static let sizeLimit = 200_000
    private static let depthLimit = 64

    let findings: Findings
    var library: FragmentLibrary
    var budget = sizeLimit
    /// The fragments whose actions were joined, with their arguments.
    var joined: [String: String] = [:]

    init(_ fragments: Fragments, _ findings: Findings) {
        self.findings = findings
        library = FragmentLibrary(fragments, findings)
    }

    static func procedure(_ tree: Tree, _ fragments: Fragments, _ findings: Findings) -> Tree? {
        var expansion = Expansion(fragments, findings)
        return expansion.procedure(tree)
    }

    /// The procedure in `tree` with its fragments put in; nil, and reported, where it grows beyond all measure.
    mutating func procedure(_ tree: Tree) -> Tree? {
        guard case .mapping(let entries) = tree.content else { return tree }
        let uses = tree["include"].map { FragmentUse.list($0, findings) } ?? []
        for use in uses { _ = library.load(use.name, at: use.place) }
        library.reportUnused(uses, mentioned: Set(tree["states"]?.fragmentsMentioned(as: .states) ?? []))
        let scope = Scope(names: Set(uses.map(\.name)))
        var expanded: [Tree.Entry] = []
        for entry in entries {
            switch entry.key {
            case "include":
                if tree["actions"] == nil { expanded += actions(Tree(place: entry.place, content: .mapping([])), uses) }
            case "actions": expanded += actions(entry.value, uses, at: entry.place)
            case "states": expanded.append(entry.replacing(states(entry.value, in: scope)))
            default: expanded.append(entry)
            }
        }
        return measured(Tree(place: tree.place, content: .mapping(expanded)), uses.first?.place ?? tree.place)
    }

    private func measured(_ tree: Tree, _ place: Place) -> Tree? {
        guard budget >= 0, tree.size < Self.sizeLimit else {
            findings.error("with its fragments the procedure is too large", at: place)
            return nil
        }
        guard tree.depth <= Self.depthLimit else {
            findings.error("with its fragments the procedure is nested too deep", at: place)
            return nil
        }
        return tree
    }

    private mutating func actions(_ own: Tree, _ uses: [FragmentUse], at place: Place? = nil) -> [Tree.Entry] {
        guard let entries = own.entries else {
            // Reported when it is read.
            return [Tree.Entry(key: "actions", place: place ?? own.place, value: own)]
        }
        let all = actions(entries, with: uses)
        guard place != nil || !all.isEmpty else { return [] }
        let value = Tree(place: own.place, content: .mapping(all))
        return [Tree.Entry(key: "actions", place: place ?? own.place, value: value)]
    }

    /// The part of a fragment as it is included at `use`; nil where the fragment has none.
    mutating func fill(_ part: Fragment.Part, of fragment: Fragment, _ use: FragmentUse) -> Tree? {
        guard let tree = fragment.parts[part] else { return nil }
        let origin = Origin(file: fragment.path, includedAt: use.place)
        var values: [String: Tree] = [:]
        for argument in fragment.takes { values[argument.name] = argument.fallback?.taken(from: origin) }
        for argument in use.arguments { values[argument.key] = argument.value }
        var filling = Filling(values: values, origin: origin, findings: findings, budget: budget)
        defer { budget = filling.budget }
        return filling.tree(tree)
    }

    /// Reports arguments that the fragment does not take, that nothing in `parts` uses, and that are missing.
    func checkArguments(
        of use: FragmentUse,
        for parts: [Fragment.Part],
        _ fragment: Fragment,
        among also: [String] = []
    ) {
        let used = Set(parts.flatMap { fragment.parts[$0]?.blanks.map(\.name) ?? [] })
        let names = fragment.takes.map(\.name)
        for argument in use.arguments where !names.contains(argument.key) {
            let suggestion = Suggestion.text(for: argument.key, among: names + also)
            let message = "the fragment ‘\(use.name)’ takes no argument ‘\(argument.key)’\(suggestion)"
            findings.error(message, at: argument.place)
        }
        for argument in use.arguments where names.contains(argument.key) && !used.contains(argument.key) {
            let parts = Tree.alternatives(parts.map { "‘\($0.rawValue)’" })
            let message = "nothing under \(parts) of the fragment ‘\(use.name)’ uses the argument ‘\(argument.key)’"
            findings.error(message, at: argument.place)
        }
        for argument in fragment.takes where used.contains(argument.name) && argument.fallback == nil {
            guard !use.arguments.contains(where: { $0.key == argument.name }) else { continue }
            let message = "the argument ‘\(argument.name)’ is missing, which the fragment ‘\(use.name)’ takes"
            findings.error(message, at: use.place)
        }
    }
}

/// The fragments that one file includes.
struct Scope {
    let names: Set<String>
    /// Included, but with a defect that was reported.
    var unsound: Set<String> = []
}

extension Scope {
    init(_ fragment: Fragment) {
        self.init(names: Set(fragment.includes.map(\.name)), unsound: fragment.unsound)
    }
}
