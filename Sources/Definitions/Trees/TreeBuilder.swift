/// Makes a tree of the one document that a text has, event by event.
struct TreeBuilder: ~Copyable {
    /// Deeper nesting than any definition has; readers are recursive.
    private static let depthLimit = 64
    /// Aliases may repeat a tree; without a limit ten lines of them make a billion nodes.
    private static let nodeLimit = 200_000

    private var events: YAMLEvents
    private let findings: Findings
    private var nodes = 0
    /// What an alias repeats, with the number of its nodes.
    private var anchored: [String: (tree: Tree, nodes: Int)] = [:]

    init(_ events: consuming YAMLEvents, _ findings: Findings) {
        self.events = events
        self.findings = findings
    }

    /// The tree; nil after reporting why there is none.
    mutating func document() throws(YAMLDefect) -> Tree? {
        _ = try events.next()
        guard case .documentStart = try events.next().kind else {
            findings.error("the file is empty", at: .start)
            return nil
        }
        let tree = try self.tree(try events.next(), depth: 0)
        _ = try events.next()
        let next = try events.next()
        if case .documentStart = next.kind {
            findings.error("a second document begins here; a file has one", at: next.place)
        }
        return tree
    }

    /// What begins with the event, read to its end; nil after reporting why it is left out.
    private mutating func tree(_ event: YAMLEvents.Event, depth: Int) throws(YAMLDefect) -> Tree? {
        if depth == Self.depthLimit + 1 {
            findings.error("this is nested too deep", at: event.place)
            try skip(event)
            return nil
        }
        let before = nodes
        try count(1, at: event.place)
        let content: Tree.Content
        switch event.kind {
        case .alias(let name): return try repeated(name, at: event.place)
        case .scalar(let text): content = .scalar(text)
        case .listStart: content = .list(try elements(depth: depth + 1))
        default: content = .mapping(try entries(depth: depth + 1))
        }
        let tree = Tree(place: event.place, content: content)
        if let anchor = event.anchor { anchored[anchor] = (tree, nodes - before) }
        return tree
    }

    private mutating func count(_ more: Int, at place: Place) throws(YAMLDefect) {
        nodes += more
        if nodes > Self.nodeLimit { throw .tooLarge(place) }
    }

    /// Reads to the end of what begins with the event, however deep it is.
    private mutating func skip(_ first: YAMLEvents.Event) throws(YAMLDefect) {
        var open = 0
        var event = first
        while true {
            switch event.kind {
            case .listStart, .mappingStart: open += 1
            case .listEnd, .mappingEnd: open -= 1
            default: break
            }
            if open == 0 { return }
            event = try events.next()
        }
    }

    private mutating func repeated(_ name: String, at place: Place) throws(YAMLDefect) -> Tree? {
        guard let (tree, nodes) = anchored[name] else {
            findings.error("this alias names nothing", at: place)
            return nil
        }
        try count(nodes, at: place)
        return tree
    }

    private mutating func elements(depth: Int) throws(YAMLDefect) -> [Tree] {
        var elements: [Tree] = []
        while true {
            let event = try events.next()
            if case .listEnd = event.kind { return elements }
            if let element = try tree(event, depth: depth) { elements.append(element) }
        }
    }

    private mutating func entries(depth: Int) throws(YAMLDefect) -> [Tree.Entry] {
        var entries: [Tree.Entry] = []
        var lines: [String: Int] = [:]
        while true {
            let event = try events.next()
            if case .mappingEnd = event.kind { return entries }
            let key = try tree(event, depth: depth)
            let value = try tree(try events.next(), depth: depth)
            guard case .scalar(let key)? = key?.content else {
                if key != nil { findings.error("a key must be a word", at: event.place) }
                continue
            }
            if let line = lines[key] {
                findings.error("the key ‘\(key)’ is repeated; it is in line \(line) already", at: event.place)
                continue
            }
            lines[key] = event.place.line
            if let value { entries.append(Tree.Entry(key: key, place: event.place, value: value)) }
        }
    }
}
