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
            if let escape = escape(of: scalar) { text += escape } else { text.unicodeScalars.append(scalar) }
        }
        text += "\""
    }

    /// The one way in which such a scalar is written; nil where it stands for itself.
    static func escape(of scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\"", "\\": "\\" + String(scalar)
        case "\u{8}": "\\b"
        case "\t": "\\t"
        case "\n": "\\n"
        case "\u{C}": "\\f"
        case "\r": "\\r"
        case "\u{0}"..<" ": "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        default: nil
        }
    }
}
