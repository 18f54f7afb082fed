/// Fills the blanks of one part of a fragment, and notes at every place where the part is included.
struct Filling {
    /// What is put in, by the name of the argument; what is missing was reported, and leaves nothing.
    let values: [String: Tree]
    let origin: Origin
    let findings: Findings
    /// How many nodes may still be made; below zero there were too many.
    var budget: Int

    mutating func tree(_ tree: Tree) -> Tree? {
        budget -= 1
        guard budget >= 0 else { return nil }
        let place = tree.place.taken(from: origin)
        switch tree.content {
        case .scalar(let text):
            let segments = Blanks.segments(text)
            guard segments.count == 1, case .blank(let name) = segments[0] else {
                return self.text(segments).map { Tree(place: place, content: .scalar($0)) }
            }
            guard let value = values[name] else { return nil }
            budget -= value.size
            return budget < 0 ? nil : value
        case .list(let elements):
            var filled: [Tree] = []
            for element in elements { if let element = self.tree(element) { filled.append(element) } }
            return Tree(place: place, content: .list(filled))
        case .mapping(let entries):
            return Tree(place: place, content: .mapping(self.entries(entries)))
        }
    }

    private mutating func entries(_ entries: [Tree.Entry]) -> [Tree.Entry] {
        var filled: [Tree.Entry] = []
        var keys: Set<String> = []
        for entry in entries {
            guard let key = text(Blanks.segments(entry.key)), let value = tree(entry.value) else { continue }
            let place = entry.place.taken(from: origin)
            guard keys.insert(key).inserted else {
                findings.error("the key ‘\(key)’ is repeated once its blanks are filled", at: place)
                continue
            }
            filled.append(Tree.Entry(key: key, place: place, value: value))
        }
        return filled
    }

    /// The text with its blanks filled; nil where a value is missing or is no word.
    private func text(_ segments: [Blanks.Segment]) -> String? {
        var text = ""
        for segment in segments {
            switch segment {
            case .text(let plain): text += plain
            case .blank(let name):
                guard let value = values[name], let word = value.word("‘\(name)’, a part of a name,", findings) else {
                    return nil
                }
                text += word
            }
        }
        return text
    }
}

extension Place {
    /// The same position, in the text of a fragment.
    func taken(from origin: Origin) -> Place { Place(line: line, column: column, origin: origin) }
}

extension Tree {
    /// The same tree, of a fragment.
    func taken(from origin: Origin) -> Tree {
        let moved: Content =
            switch content {
            case .scalar: content
            case .list(let elements): .list(elements.map { $0.taken(from: origin) })
            case .mapping(let entries):
                .mapping(
                    entries.map {
                        Entry(
                            key: $0.key,
                            place: $0.place.taken(from: origin),
                            value: $0.value.taken(from: origin)
                        )
                    }
                )
            }
        return Tree(place: place.taken(from: origin), content: moved)
    }

    /// How many nodes there are, this one included.
    var size: Int {
        switch content {
        case .scalar: 1
        case .list(let elements): elements.reduce(1) { $0 + $1.size }
        case .mapping(let entries): entries.reduce(1) { $0 + $1.value.size }
        }
    }

    /// How many nodes lie above the deepest one.
    var depth: Int {
        switch content {
        case .scalar: 0
        case .list(let elements): elements.reduce(0) { max($0, $1.depth + 1) }
        case .mapping(let entries): entries.reduce(0) { max($0, $1.value.depth + 1) }
        }
    }
}
