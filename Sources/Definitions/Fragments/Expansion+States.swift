extension Expansion {
    /// A mapping of states, each with what it takes from fragments.
    mutating func states(_ tree: Tree, in scope: Scope) -> Tree {
        guard case .mapping(let entries) = tree.content else { return tree }
        var states: [Tree.Entry] = []
        for entry in entries { states += state(entry, in: scope) }
        return Tree(place: tree.place, content: .mapping(states))
    }

    /// A state; several where the fragment that it is gives a family of them.
    private mutating func state(_ entry: Tree.Entry, in scope: Scope) -> [Tree.Entry] {
        guard case .mapping(let entries) = entry.value.content else { return [entry] }
        guard let kind = entry.value["is"] else { return [entry.replacing(body(entry.value, in: scope))] }
        let keys = ChartReader.stateKeys + ["with"]
        let own = entries.filter { keys.contains($0.key) }
        let body = body(Tree(place: entry.value.place, content: .mapping(own)), in: scope)
        guard let name = kind.word("‘is’", findings), let fragment = find(name, at: kind.place, in: scope) else {
            return [entry.replacing(body)]
        }
        let given = entries.filter { $0.key != "is" && !keys.contains($0.key) }
        let use = FragmentUse(name: name, place: kind.place, arguments: given)
        guard let part = fragment.statePart else {
            findings.error("the fragment ‘\(name)’ is no state; a state goes ‘with’ it", at: kind.place)
            return [entry.replacing(body)]
        }
        checkArguments(of: use, for: [part], fragment, among: keys)
        let family = family(entry, part, of: fragment, use)
        // Of a part that could not be filled, the reason was reported.
        guard !family.isEmpty else { return [entry.replacing(body)] }
        guard family.contains(where: { $0.key == entry.key }) else {
            let suggestion = Suggestion.text(for: entry.key, among: family.map(\.key))
            findings.error("the fragment ‘\(name)’ gives no state ‘\(entry.key)’\(suggestion)", at: entry.place)
            return [entry.replacing(body)]
        }
        return family.map { state in
            guard state.key == entry.key else { return state }
            return entry.replacing(merge(body, over: state.value, of: fragment))
        }
    }

    /// What the fragment gives for the state `entry`, its own fragments put in.
    private mutating func family(
        _ entry: Tree.Entry,
        _ part: Fragment.Part,
        of fragment: Fragment,
        _ use: FragmentUse
    ) -> [Tree.Entry] {
        guard let filled = fill(part, of: fragment, use) else { return [] }
        let inner = Scope(fragment)
        return part == .state ? state(entry.replacing(filled), in: inner) : states(filled, in: inner).entries ?? []
    }

    /// A state with the transitions of the fragments that it goes with, and with the states inside it.
    private mutating func body(_ tree: Tree, in scope: Scope) -> Tree {
        guard case .mapping(let entries) = tree.content else { return tree }
        var on = entries.first { $0.key == "on" }
        if let with = entries.first(where: { $0.key == "with" }) { on = transitions(with, on, in: scope) }
        var body: [Tree.Entry] = []
        for entry in entries {
            switch entry.key {
            case "with", "on":
                if let one = on { body.append(one) }
                on = nil
            case "states": body.append(entry.replacing(states(entry.value, in: scope)))
            default: body.append(entry)
            }
        }
        return Tree(place: tree.place, content: .mapping(body))
    }

    /// The transitions of a state together with those of the fragments that it goes with, in the order in which `with`
    /// and `on` are written.
    private mutating func transitions(_ with: Tree.Entry, _ on: Tree.Entry?, in scope: Scope) -> Tree.Entry? {
        // What is no mapping is reported when it is read.
        guard let own = on.map(\.value.entries) ?? [] else { return on }
        let given = transitions(of: with.value, but: own.map(\.key), in: scope)
        let common = given.map { entry in own.first { $0.key == entry.key } ?? entry }
        let rest = own.filter { entry in !given.contains { $0.key == entry.key } }
        let isBelow = on.map { $0.place < with.place } ?? false
        let all = isBelow ? rest + common : common + rest
        return Tree.Entry(
            key: "on",
            place: on?.place ?? with.place,
            value: Tree(place: on?.value.place ?? with.value.place, content: .mapping(all))
        )
    }

    /// The transitions of the fragments named in `tree`; `own` are the events for which the state itself has some.
    private mutating func transitions(of tree: Tree, but own: [String], in scope: Scope) -> [Tree.Entry] {
        var all: [Tree.Entry] = []
        for use in FragmentUse.list(tree, findings) {
            guard let fragment = find(use.name, at: use.place, in: scope) else { continue }
            guard fragment.parts[.on] != nil else {
                let remedy = fragment.statePart == nil ? "" : "; a state ‘is’ it"
                findings.error("the fragment ‘\(use.name)’ has no transitions\(remedy)", at: use.place)
                continue
            }
            checkArguments(of: use, for: [.on], fragment)
            for entry in fill(.on, of: fragment, use)?.entries ?? [] {
                guard let first = all.first(where: { $0.key == entry.key }) else {
                    all.append(entry)
                    continue
                }
                guard !own.contains(entry.key) else { continue }
                findings.error(
                    "the state goes with another fragment that answers ‘\(entry.key)’ too, at "
                        + "\(first.place.text(in: findings.file)); a transition of the state itself would win over both",
                    at: entry.place
                )
            }
        }
        return all
    }

    private func find(_ name: String, at place: Place, in scope: Scope) -> Fragment? {
        if scope.names.contains(name) { return library[name] }
        if scope.unsound.contains(name) { return nil }
        if library.exists(name) {
            findings.error("the fragment ‘\(name)’ is not among those under ‘include’", at: place)
        } else {
            let suggestion = Suggestion.text(for: name, among: scope.names.sorted())
            let other = suggestion.isEmpty ? library.suggestion(for: name) : suggestion
            findings.error("there is no fragment ‘\(name)’\(other)", at: place)
        }
        return nil
    }

    /// The state that a fragment gives with what the state itself says, which wins.
    ///
    /// What the fragment does not have is put where such states have it, so that it makes no difference for the pinned
    /// form whether a fragment or a procedure says it.
    private func merge(_ own: Tree, over given: Tree, of fragment: Fragment) -> Tree {
        guard case .mapping(var merged) = given.content, let entries = own.entries else { return own }
        for entry in entries {
            guard let index = merged.firstIndex(where: { $0.key == entry.key }) else {
                let rank = Self.rank(of: entry.key)
                merged.insert(entry, at: merged.firstIndex { Self.rank(of: $0.key) > rank } ?? merged.endIndex)
                continue
            }
            if Self.structure.contains(entry.key) {
                findings.error(
                    "the fragment ‘\(fragment.name)’ says what states are inside: ‘\(entry.key)’ cannot be said anew",
                    at: entry.place
                )
            } else if entry.key == "on", let transitions = entry.value.entries, let old = merged[index].value.entries {
                let common = old.map { old in transitions.first { $0.key == old.key } ?? old }
                let more = transitions.filter { new in !old.contains { $0.key == new.key } }
                merged[index] = entry.replacing(Tree(place: entry.value.place, content: .mapping(common + more)))
            } else {
                merged[index] = entry
            }
        }
        return Tree(place: own.place, content: .mapping(merged))
    }

    /// What makes a state atomic, compound, parallel or final; replacing one of these alone would break the state.
    private static let structure = ["initial", "states", "parallel", "final", "history", "default"]

    /// The order in which states are written.
    private static let order = [
        "deliberate", "turn", "parallel", "initial", "final", "history", "default", "deadline", "entry", "exit", "on",
        "always",
        "states",
    ]

    private static func rank(of key: String) -> Int { order.firstIndex(of: key) ?? order.count }
}
