/// The mention of a fragment: its name, or `{ is: NAME, ARGUMENT: VALUE }`.
struct FragmentUse {
    let name: String
    let place: Place
    /// What is given to the fragment, by name.
    let arguments: [Tree.Entry]
    /// The action before which those of the fragment stand; nil for the end.
    let before: Tree?

    init(name: String, place: Place, arguments: [Tree.Entry] = [], before: Tree? = nil) {
        self.name = name
        self.place = place
        self.arguments = arguments
        self.before = before
    }

    /// The mentions in one of them or a list; what is none is reported.
    static func list(_ tree: Tree, _ findings: Findings) -> [FragmentUse] {
        tree.elements.compactMap { use($0, findings) }
    }

    private static func use(_ tree: Tree, _ findings: Findings) -> FragmentUse? {
        guard case .mapping(let entries) = tree.content else {
            return tree.word("a fragment", findings).map { FragmentUse(name: $0, place: tree.place) }
        }
        guard let name = tree["is"] else {
            findings.error("a fragment with arguments is written { is: NAME, ARGUMENT: VALUE }", at: tree.place)
            return nil
        }
        return name.word("a fragment", findings).map {
            FragmentUse(
                name: $0,
                place: name.place,
                arguments: entries.filter { !["is", "before"].contains($0.key) },
                before: tree["before"]
            )
        }
    }
}
