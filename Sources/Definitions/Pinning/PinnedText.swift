/// Trees as canonical JSON, which keeps their order because no object has more than one member.
enum PinnedText {
    static func write(_ tree: Tree) -> String {
        var text = ""
        append(tree, to: &text)
        return text
    }

    /// The tree in `text`, or nil after reporting where it is not what `write` writes.
    static func read(_ text: String, _ findings: Findings) -> Tree? {
        do {
            var parser = PinnedTextParser(text)
            return try parser.document()
        } catch {
            findings.error("this is no pinned definition", at: Place(line: 1, column: error.offset + 1))
            return nil
        }
    }

    private static func append(_ tree: Tree, to text: inout String) {
        switch tree.content {
        case .scalar(let value): append(value, to: &text)
        case .list(let elements): append(elements, to: &text) { element, text in append(element, to: &text) }
        case .mapping(let entries) where entries.isEmpty: text += "{}"
        case .mapping(let entries):
            append(entries, to: &text) { entry, text in
                text += "{"
                append(entry.key, to: &text)
                text += ":"
                append(entry.value, to: &text)
                text += "}"
            }
        }
    }

    private static func append<Element>(
        _ elements: [Element],
        to text: inout String,
        _ append: (Element, inout String) -> Void
    ) {
        text += "["
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            append(element, &text)
        }
        text += "]"
    }

    private static func append(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\" + String(scalar)
            case "\u{8}": text += "\\b"
            case "\t": text += "\\t"
            case "\n": text += "\\n"
            case "\u{C}": text += "\\f"
            case "\r": text += "\\r"
            case "\u{0}"..<" ": text += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
