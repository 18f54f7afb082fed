/// A template as a tree, read anew for the tests: the engine keeps its own tree to itself.
struct TemplateSyntax {
    indirect enum Node {
        case text(String)
        case slot(Name, isEscaped: Bool)
        case section(Name, isInverted: Bool, [Node])
        case partial(String)
    }

    /// What a tag names: `rows`, `words.page.none`, `.`, or with a transform `empty(rows)`, `first()`.
    struct Name: Equatable {
        let text: String
        let transform: String?
        /// Empty for what the innermost section holds itself, `.`.
        let path: [String]

        init(_ text: String) {
            self.text = text
            let call = text.wholeMatch(of: /([a-z]+)\(([^()]*)\)/)
            transform = call.map { String($0.1) }
            let name = call.map { String($0.2) } ?? text
            path = name == "." ? [] : name.split(separator: ".").map(String.init)
        }
    }

    struct Defect: Error, Equatable {
        let text: String
    }

    let nodes: [Node]

    /// - Throws: Where the text holds a tag other than a name, a section, a partial or a comment, or does not close one.
    init(_ text: String) throws(Defect) {
        var open: [(name: Name, isInverted: Bool, before: [Node])] = []
        var nodes: [Node] = []
        var rest = text[...]
        while let tag = rest.firstMatch(of: /\{\{([^\s\w.]?)\s*([^{}]*?)\s*\}\}(\}?)/) {
            nodes.append(.text(String(rest[..<tag.range.lowerBound])))
            let name = Name(String(tag.2))
            rest = rest[tag.range.upperBound...]
            guard (tag.1 == "{") == (tag.3 == "}") else { throw Defect(text: "uneven braces: \(tag.0)") }
            switch tag.1 {
            case "": nodes.append(.slot(name, isEscaped: true))
            case "{": nodes.append(.slot(name, isEscaped: false))
            case "#", "^":
                open.append((name, tag.1 == "^", nodes))
                nodes = []
            case "/":
                guard let section = open.popLast(), section.name == name else {
                    throw Defect(text: "nothing to close: \(tag.0)")
                }
                nodes = section.before + [.section(name, isInverted: section.isInverted, nodes)]
            case ">": nodes.append(.partial(name.text))
            case "!": break
            default: throw Defect(text: "a kind of tag that is not used here: \(tag.0)")
            }
        }
        if let section = open.last { throw Defect(text: "not closed: \(section.name.text)") }
        self.nodes = nodes + [.text(String(rest))]
    }
}
