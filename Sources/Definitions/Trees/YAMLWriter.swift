/// Writes a tree as YAML 1.2 that reads back as the same tree.
struct YAMLWriter {
    private static let width = 120
    /// What is written line by line, however short it is.
    private static let tall: Set<String> = ["actions", "always", "on", "sources", "states"]

    private var lines: [String] = []

    /// The text of a tree, which ends with a line break.
    static func text(_ tree: Tree) -> String {
        var writer = YAMLWriter()
        writer.write(tree, indent: 0)
        return writer.lines.joined(separator: "\n") + "\n"
    }

    private mutating func write(_ tree: Tree, indent: Int) {
        let margin = String(repeating: " ", count: indent)
        switch tree.content {
        case .scalar(let text): lines.append(margin + Self.scalar(text))
        case .list(let elements):
            if elements.isEmpty { lines.append(margin + "[]") }
            for element in elements { writeElement(element, indent: indent) }
        case .mapping(let entries):
            if entries.isEmpty { lines.append(margin + "{}") }
            for entry in entries { write(entry, indent: indent) }
        }
    }

    private mutating func write(_ entry: Tree.Entry, indent: Int) {
        let head = String(repeating: " ", count: indent) + Self.scalar(entry.key) + ":"
        if let line = Self.line(entry.value, after: head, isTall: Self.tall.contains(entry.key)) {
            lines.append(line)
        } else {
            lines.append(head)
            write(entry.value, indent: indent + 2)
        }
    }

    private mutating func writeElement(_ element: Tree, indent: Int) {
        let head = String(repeating: " ", count: indent) + "-"
        if let line = Self.line(element, after: head, isTall: false) {
            lines.append(line)
            return
        }
        let start = lines.count
        write(element, indent: indent + 2)
        // The first line of the element begins behind its dash.
        lines[start] = head + lines[start].dropFirst(indent + 1)
    }

    /// The tree behind `head` on one line, where it may stand there and fits.
    private static func line(_ tree: Tree, after head: String, isTall: Bool) -> String? {
        switch tree.content {
        case .scalar: return "\(head) \(flow(tree))"
        case .list(let elements) where isTall && !elements.isEmpty: return nil
        case .mapping(let entries) where isTall && !entries.isEmpty: return nil
        case .list, .mapping:
            guard !tree.hasTallParts(tall) else { return nil }
            let line = "\(head) \(flow(tree))"
            return line.count <= width || tree.isEmpty ? line : nil
        }
    }

    private static func flow(_ tree: Tree) -> String {
        switch tree.content {
        case .scalar(let text): return scalar(text)
        case .list(let elements): return "[" + elements.map(flow).joined(separator: ", ") + "]"
        case .mapping(let entries):
            guard !entries.isEmpty else { return "{}" }
            return "{ " + entries.map { "\(scalar($0.key)): \(flow($0.value))" }.joined(separator: ", ") + " }"
        }
    }

    /// The text as it is where every reader of YAML takes it for a word, a truth value or a whole number; else in quotes.
    static func scalar(_ text: String) -> String {
        let isPlain =
            text.unicodeScalars.first.map(isLetter) == true
            && text.unicodeScalars.allSatisfy { isLetter($0) || isDigit($0) || "_.@/-".unicodeScalars.contains($0) }
        let isNumber = text == "0" || (text.first != "0" && !text.isEmpty && text.unicodeScalars.allSatisfy(isDigit))
        return (isPlain && !doubtful.contains(text.lowercased())) || isNumber ? text : quoted(text)
    }

    /// Words that are truth values for readers of YAML 1.1, but `on`, which nearly every state has as a key.
    private static let doubtful: Set<String> = ["y", "n", "yes", "no", "off"]

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{2029}", "\u{FEFF}", "\u{FFFE}"..."\u{FFFF}":
                let digits = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension Tree {
    /// Whether one of the keys holds something anywhere inside.
    fileprivate func hasTallParts(_ keys: Set<String>) -> Bool {
        switch content {
        case .scalar: false
        case .list(let elements): elements.contains { $0.hasTallParts(keys) }
        case .mapping(let entries): entries.contains { keys.contains($0.key) || $0.value.hasTallParts(keys) }
        }
    }
}
