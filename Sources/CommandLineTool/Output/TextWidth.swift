import Views

/// How many columns of a terminal a text takes.
enum TextWidth {
    static func columns(of text: String) -> Int { text.reduce(0) { $0 + columns(of: $1) } }

    /// The columns of its scalars together, but never more than two: a picture that several scalars make is one.
    static func columns(of character: Character) -> Int {
        min(2, character.unicodeScalars.reduce(0) { $0 + columns(of: $1) })
    }

    /// Wide characters take two columns; marks on the letter before, controls and what only joins or parts take none.
    private static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: return 0
        case 0x20..<0x300: return 1
        default: break
        }
        if EastAsianWidth.isWide(scalar) { return 2 }
        return switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: 0
        default: 1
        }
    }

    /// The columns of the longest part that is better left whole: between wide characters a line may break anywhere.
    static func longestWord(in text: String) -> Int {
        var longest = 0
        var current = 0
        for character in text {
            let width = columns(of: character)
            let isWide = character.unicodeScalars.first.map(EastAsianWidth.isWide) ?? false
            current = character == " " || isWide ? 0 : current + width
            longest = max(longest, current, width)
        }
        return longest
    }

    /// `text` cut into lines of at most `width` columns, at spaces where there are any, each indented as the first.
    static func wrap(_ text: String, to width: Int) -> [String] {
        guard columns(of: text) > width, width > 0 else { return [text] }
        let indent = text.prefix { $0 == " " }
        if !indent.isEmpty, indent.count < width {
            return wrap(String(text.dropFirst(indent.count)), to: width - indent.count).map { indent + $0 }
        }
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let joined = line.isEmpty ? String(word) : line + " " + word
            if columns(of: joined) <= width {
                line = joined
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = ""
            for character in word {
                if columns(of: line) + columns(of: character) > width {
                    // What closes a bracket or a sentence never begins a line (行頭禁則).
                    let carried = line.count > 1 && "）」』、。".contains(character) ? String(line.removeLast()) : ""
                    lines.append(line)
                    line = carried
                }
                line.append(character)
            }
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }
}
