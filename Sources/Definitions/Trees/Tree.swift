/// A configuration text as a tree of texts, lists and mappings, each with its place.
///
/// Texts have no type here: whether `no` is a word or a truth value is decided by the schema that reads it, never by
/// YAML. Keys keep the order of the file.
struct Tree: Hashable, Sendable {
    enum Content: Hashable, Sendable {
        case scalar(String)
        case list([Tree])
        case mapping([Entry])
    }

    struct Entry: Hashable, Sendable {
        let key: String
        let place: Place
        let value: Tree
    }

    let place: Place
    let content: Content

    /// Whether nothing is written: no value, `null`, `~`, or brackets with nothing between them.
    var isEmpty: Bool {
        switch content {
        case .scalar(let text): text.isEmpty || text == "null" || text == "~"
        case .list(let elements): elements.isEmpty
        case .mapping(let entries): entries.isEmpty
        }
    }

    /// What is here, for messages.
    var kind: String {
        switch content {
        case .scalar(let text): text.isEmpty ? "nothing" : "‘\(text)’"
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }

    /// The elements of a list; anything else stands for a list of itself, and nothing for an empty one.
    var elements: [Tree] {
        if case .list(let elements) = content { return elements }
        return isEmpty ? [] : [self]
    }

    /// The entries of a mapping; `nil` for what is neither a mapping nor empty.
    var entries: [Entry]? {
        if case .mapping(let entries) = content { return entries }
        return isEmpty ? [] : nil
    }

    subscript(key: String) -> Tree? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.key == key }?.value
    }
}
