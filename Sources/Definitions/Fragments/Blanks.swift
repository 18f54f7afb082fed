/// A text of a fragment with blanks for its arguments: `$clock`, or `$(inspection)Open$stage` inside a name.
enum Blanks {
    enum Segment: Hashable {
        case text(String)
        case blank(String)
    }

    /// The text in pieces; a `$` before anything but a name stands for itself.
    static func segments(_ text: String) -> [Segment] {
        guard text.contains("$") else { return [.text(text)] }
        var segments: [Segment] = []
        var plain = ""
        var rest = Substring(text)
        while let first = rest.first {
            guard first == "$", let (name, after) = blank(rest.dropFirst()) else {
                plain.append(first)
                rest = rest.dropFirst()
                continue
            }
            if !plain.isEmpty { segments.append(.text(plain)) }
            plain = ""
            segments.append(.blank(name))
            rest = after
        }
        if !plain.isEmpty || segments.isEmpty { segments.append(.text(plain)) }
        return segments
    }

    /// The name at the start of `text`, with or without parentheses, and what follows it.
    private static func blank(_ text: Substring) -> (String, Substring)? {
        let isInParentheses = text.first == "("
        let name = (isInParentheses ? text.dropFirst() : text).prefix(while: isLetterOrDigit)
        guard isName(name) else { return nil }
        let after = text[name.endIndex...]
        guard isInParentheses else { return (String(name), after) }
        return after.first == ")" ? (String(name), after.dropFirst()) : nil
    }

    /// Whether an argument can have this name: letters and digits, a letter first.
    static func isName(_ text: some StringProtocol) -> Bool {
        text.first?.isNumber == false && text.allSatisfy(isLetterOrDigit)
    }

    private static func isLetterOrDigit(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
    }
}

extension Tree {
    /// The blanks in all texts and keys, each with the place of its text.
    var blanks: [Use<String>] {
        switch content {
        case .scalar(let text): Self.blanks(text, at: place)
        case .list(let elements): elements.flatMap(\.blanks)
        case .mapping(let entries): entries.flatMap { Self.blanks($0.key, at: $0.place) + $0.value.blanks }
        }
    }

    private static func blanks(_ text: String, at place: Place) -> [Use<String>] {
        Blanks.segments(text).compactMap { if case .blank(let name) = $0 { Use(name, place) } else { nil } }
    }
}
