/// A mapping, read against the keys that its schema knows.
struct Fields {
    let place: Place
    let findings: Findings
    /// What is being read, for messages: `a state`, `the route`.
    let noun: String
    /// Few enough that looking through them is quicker than a table.
    private let entries: [Tree.Entry]

    /// Reports every key outside `keys`; nil, and reported, when `tree` is no mapping.
    ///
    /// A misspelt key may also have meant one of `meant`, which are not read here either.
    init?(
        _ tree: Tree,
        _ noun: String,
        keys: [String],
        ignoring ignored: [String] = [],
        meant: [String] = [],
        _ findings: Findings
    ) {
        guard let entries = tree.entries else {
            findings.error("\(noun) is a mapping, not \(tree.kind)", at: tree.place)
            return nil
        }
        for entry in entries where !keys.contains(entry.key) && !ignored.contains(entry.key) {
            let suggestion = Suggestion.text(for: entry.key, among: keys + meant)
            findings.error("unknown key ‘\(entry.key)’ in \(noun)\(suggestion)", at: entry.place)
        }
        self.entries = entries
        self.place = tree.place
        self.findings = findings
        self.noun = noun
    }

    /// The value of `key`, if written.
    subscript(key: String) -> Tree? { entries.first { $0.key == key }?.value }

    /// Where `key` stands, or the mapping if it is absent.
    func place(of key: String) -> Place { entries.first { $0.key == key }?.place ?? place }

    /// The value of `key`; reported when absent or empty.
    func required(_ key: String) -> Tree? {
        guard let value = self[key] else {
            findings.error("\(noun) has no ‘\(key)’", at: place)
            return nil
        }
        guard !value.isEmpty else {
            findings.error("‘\(key)’ is empty", at: place(of: key))
            return nil
        }
        return value
    }

    /// The entries of the mapping under `key`; anything else that stands there is reported.
    func entries(_ key: String) -> [Tree.Entry] {
        guard let tree = self[key] else { return [] }
        guard let entries = tree.entries else {
            findings.error("‘\(key)’ is a mapping, not \(tree.kind)", at: tree.place)
            return []
        }
        return entries
    }

    func requiredEntries(_ key: String) -> [Tree.Entry] { required(key) == nil ? [] : entries(key) }
}

// One accessor for each kind of value, all of them absent or reported when nil.
extension Fields {
    func word(_ key: String) -> String? { self[key].flatMap { $0.word("‘\(key)’", findings) } }

    func requiredWord(_ key: String) -> String? { required(key).flatMap { $0.word("‘\(key)’", findings) } }

    func words(_ key: String) -> [String] { self[key].map { $0.words("‘\(key)’", findings) } ?? [] }

    func flag(_ key: String) -> Bool { self[key].flatMap { $0.flag("‘\(key)’", findings) } ?? false }

    func integer(_ key: String) -> Int? { self[key].flatMap { $0.integer("‘\(key)’", findings) } }

    func requiredInteger(_ key: String) -> Int? { required(key).flatMap { $0.integer("‘\(key)’", findings) } }

    func choice<Choice: Choosable>(_ key: String) -> Choice? {
        self[key].flatMap { $0.choice("‘\(key)’", findings) }
    }

    func requiredChoice<Choice: Choosable>(_ key: String) -> Choice? {
        required(key).flatMap { $0.choice("‘\(key)’", findings) }
    }
}
