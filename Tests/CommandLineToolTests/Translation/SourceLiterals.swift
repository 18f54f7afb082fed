import Foundation

/// The texts in quotes of a Swift file, with `{0}`, `{1}` … where something is filled in.
///
/// It reads what this repository writes: plain and multi-line texts, comments; raw texts and regular expressions are passed
/// over.
struct SourceLiterals {
    struct Literal {
        let text: String
        let line: Int
        /// What stands before it in its line.
        let context: String
    }

    private let source: [Character]
    private var index = 0
    private(set) var all: [Literal] = []

    init(_ text: String) {
        source = Array(text)
        read()
        all = joined(all)
    }

    private func starts(_ text: String, at place: Int? = nil) -> Bool {
        let place = place ?? index
        return place + text.count <= source.count && zip(source[place...], text).allSatisfy { $0 == $1 }
    }

    private mutating func read() {
        while index < source.count {
            if starts("//") {
                while index < source.count, source[index] != "\n" { index += 1 }
            } else if starts("#\"") {
                skip(to: "\"#")
            } else if source[index] == "\"" {
                _ = literal()
            } else {
                index += 1
            }
        }
    }

    private mutating func skip(to end: String) {
        index += 2
        while index < source.count, !starts(end) { index += 1 }
        index += end.count
    }

    /// Reads a text from its first quote, and those in what is filled in.
    private mutating func literal() -> String {
        let begin = index
        let quote = starts("\"\"\"") ? "\"\"\"" : "\""
        index += quote.count
        var text = ""
        var slots = 0
        while index < source.count, !starts(quote) {
            if starts("\\(") {
                text += "{\(slots)}"
                slots += 1
                index += 2
                skipExpression()
            } else if source[index] == "\\", index + 1 < source.count {
                text += Self.escaped(source[index + 1])
                index += 2
            } else {
                text.append(source[index])
                index += 1
            }
        }
        index += quote.count
        let lineStart = source[..<begin].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        let plain = quote.count == 3 ? Self.unindented(text) : text
        all.append(
            Literal(
                text: plain,
                line: source[..<begin].count { $0 == "\n" } + 1,
                context: String(source[lineStart..<begin])
            )
        )
        return plain
    }

    private mutating func skipExpression() {
        var depth = 1
        while index < source.count, depth > 0 {
            if source[index] == "\"" {
                _ = literal()
                continue
            }
            if source[index] == "(" { depth += 1 }
            if source[index] == ")" { depth -= 1 }
            index += 1
        }
    }

    private static func escaped(_ character: Character) -> String {
        switch character {
        case "n": "\n"
        case "t": "\t"
        case "\n": "\u{0}"
        default: String(character)
        }
    }

    private static func unindented(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let indent = lines.last?.count ?? 0
        return lines.dropFirst().dropLast().map { $0.dropFirst(indent) }.joined(separator: "\n")
            .replacing(/\u{0} */, with: "")
    }

    /// Texts that are put together with `+` are one; so are their slots.
    private func joined(_ literals: [Literal]) -> [Literal] {
        literals.reduce(into: []) { all, next in
            guard let last = all.last, next.context.allSatisfy({ $0 == " " || $0 == "+" }), next.context.contains("+"),
                next.line == last.line + 1
            else { return all.append(next) }
            all[all.count - 1] = Literal(text: last.text + next.text, line: last.line, context: last.context)
        }
    }
}
