extension Expansion {
    /// One's own actions with those of the fragments, which stand at the end or before the action that they name.
    ///
    /// A fragment that is included in several ways gives its actions once, where it comes first.
    mutating func actions(_ own: [Tree.Entry], with uses: [FragmentUse]) -> [Tree.Entry] {
        let blocks = uses.compactMap { use in block(use).map { (before: use.before, entries: $0) } }
        var given: [String: Place] = [:]
        for entry in blocks.flatMap(\.entries) {
            if let first = given[entry.key], !own.contains(where: { $0.key == entry.key }) {
                findings.error(
                    "another fragment has the action ‘\(entry.key)’ too, at \(first.text(in: findings.file)); an "
                        + "action of the including file itself would win over both",
                    at: entry.place
                )
            }
            given[entry.key] = given[entry.key] ?? entry.place
        }
        for before in blocks.compactMap(\.before) { checkAnchor(before, among: own.map(\.key)) }
        func entries(before action: String?) -> [Tree.Entry] {
            blocks.filter { block in
                let name = block.before.flatMap { if case .scalar(let text) = $0.content { text } else { nil } }
                return name == action || (action == nil && !own.contains { $0.key == name })
            }.flatMap(\.entries).map { entry in own.first { $0.key == entry.key } ?? entry }
        }
        let all = own.flatMap { entry in
            entries(before: entry.key) + (given[entry.key] == nil ? [entry] : [])
        }
        var seen: Set<String> = []
        return (all + entries(before: nil)).filter { seen.insert($0.key).inserted }
    }

    /// The actions of a fragment and of those on which it builds; nil where there are none, or they were joined before.
    private mutating func block(_ use: FragmentUse) -> [Tree.Entry]? {
        guard let fragment = library[use.name] else { return nil }
        let arguments = PinnedText.write(Tree(place: use.place, content: .mapping(use.arguments)))
        if let earlier = joined[use.name] {
            if earlier != arguments {
                findings.error("the fragment ‘\(use.name)’ is included with other arguments already", at: use.place)
            }
            return nil
        }
        joined[use.name] = arguments
        checkArguments(of: use, for: [.actions, .include], fragment)
        let own = fill(.actions, of: fragment, use)?.entries ?? []
        let sound = fragment.includes.map(\.name)
        let inner = fill(.include, of: fragment, use).map { FragmentUse.list($0, findings) } ?? []
        return actions(own, with: inner.filter { sound.contains($0.name) })
    }

    private func checkAnchor(_ tree: Tree, among names: [String]) {
        guard let name = tree.word("‘before’", findings), !names.contains(name) else { return }
        let suggestion = Suggestion.text(for: name, among: names)
        findings.error("the file that says ‘before’ has no action ‘\(name)’ of its own\(suggestion)", at: tree.place)
    }
}
