/// A piece of a procedure: actions, transitions of a state, a state, or several states that belong together.
struct Fragment {
    enum Part: String, CaseIterable {
        /// The fragments on which this one builds.
        case include
        case actions
        /// Transitions, for a state that goes `with` the fragment.
        case on
        /// What a state is that `is` the fragment.
        case state
        /// The same, for a state that never comes alone.
        case states
    }

    struct Argument {
        let name: String
        let place: Place
        /// What stands for it where it is not given.
        let fallback: Tree?
    }

    let name: String
    let path: String
    let takes: [Argument]
    let parts: [Part: Tree]
    /// The fragments on which this one builds.
    var includes: [FragmentUse]
    /// Those that it names and that cannot be included.
    var unsound: Set<String> = []
    /// How many fragments build on each other from here on, this one included.
    var height = 1

    /// The part that makes a state what it is.
    var statePart: Part? { [.state, .states].first { parts[$0] != nil } }
}

/// Reads a fragment from its file, and finds what is wrong with it whoever includes it.
enum FragmentReader {
    static let keys = ["fragment", "takes"] + Fragment.Part.allCases.map(\.rawValue)
    static let commentKeys = ["$schema", "description"]
    /// Words beside which arguments are written, and which therefore cannot name one.
    private static let reserved = ChartReader.stateKeys + ["is", "with", "before"]

    /// Nil, and reported, where the file holds nothing that could be called a fragment.
    static func fragment(from file: SourceFile, _ findings: Findings) -> Fragment? {
        YAMLText.tree(of: file, findings).flatMap { read($0, file, findings) }
    }

    private static func read(_ tree: Tree, _ file: SourceFile, _ findings: Findings) -> Fragment? {
        guard let fields = Fields(tree, "a fragment", keys: keys, ignoring: commentKeys, findings),
            let name = fields.requiredWord("fragment")
        else { return nil }
        if name != file.stem {
            findings.error("the fragment ‘\(name)’ belongs in a file of its name, \(name).yaml", at: .start)
        }
        let pairs = Fragment.Part.allCases.compactMap { part in fields[part.rawValue].map { (part, $0) } }
        let parts = Dictionary(uniqueKeysWithValues: pairs)
        for (part, tree) in pairs where part != .include && tree.entries == nil {
            findings.error("‘\(part.rawValue)’ is a mapping, not \(tree.kind)", at: tree.place)
        }
        for (part, tree) in pairs where part != .state && tree.entries != nil && tree.isEmpty {
            findings.error("‘\(part.rawValue)’ is empty", at: fields.place(of: part.rawValue))
        }
        if pairs.isEmpty, !findings.hasErrors {
            findings.error("a fragment gives ‘actions’, ‘on’, ‘state’ or ‘states’", at: fields.place)
        }
        if parts[.state] != nil, let states = parts[.states] {
            findings.error("a fragment gives ‘state’ or ‘states’, not both", at: states.place)
        }
        let takes = arguments(fields["takes"], findings)
        check(takes, against: pairs.flatMap { $1.blanks }, findings)
        return Fragment(
            name: name,
            path: file.path,
            takes: takes,
            parts: parts,
            includes: parts[.include].map { FragmentUse.list($0, findings) } ?? []
        )
    }

    /// Names alone, or with what stands for each where it is not given.
    private static func arguments(_ tree: Tree?, _ findings: Findings) -> [Fragment.Argument] {
        guard let tree else { return [] }
        var arguments: [Fragment.Argument] = []
        if case .mapping(let entries) = tree.content {
            arguments = entries.map { entry in
                let isRequired = if case .scalar = entry.value.content { entry.value.isEmpty } else { false }
                return .init(name: entry.key, place: entry.place, fallback: isRequired ? nil : entry.value)
            }
        } else {
            arguments = tree.elements.compactMap { element in
                element.word("an argument", findings).map { .init(name: $0, place: element.place, fallback: nil) }
            }
        }
        return arguments.filter { argument in
            if reserved.contains(argument.name) {
                findings.error("‘\(argument.name)’ has a meaning in states and is no argument", at: argument.place)
            } else if !Blanks.isName(argument.name) {
                findings.error("‘\(argument.name)’ is no name for an argument: letters and digits", at: argument.place)
            } else {
                return true
            }
            return false
        }
    }

    private static func check(_ takes: [Fragment.Argument], against blanks: [Use<String>], _ findings: Findings) {
        for use in blanks where !takes.contains(where: { $0.name == use.name }) {
            let suggestion = Suggestion.text(for: use.name, among: takes.map(\.name))
            findings.error("‘$\(use.name)’ is none of the arguments under ‘takes’\(suggestion)", at: use.place)
        }
        for argument in takes where !blanks.contains(where: { $0.name == argument.name }) {
            findings.error("the argument ‘\(argument.name)’ is not used", at: argument.place)
        }
    }
}
