import Views

/// How many columns of a terminal a text takes.
enum TextWidth {
    /// What is at most so wide and has no space is read as one word.
    static let longestName = 24

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

    /// The columns of the longest part that is better left whole: between wide characters a line may break almost anywhere.
    static func longestWord(in text: String) -> Int {
        text.split(separator: " ").flatMap { LineBreaking.parts(of: $0) }.map { columns(of: String($0)) }.max() ?? 0
    }

    /// `text` cut into lines of at most `width` columns, at spaces and between wide characters, each indented as the first.
    ///
    /// Only what is wider than a line by itself is cut elsewhere.
    static func wrap(_ text: String, to width: Int) -> [String] {
        guard columns(of: text) > width, width > 0 else { return [text] }
        let indent = text.prefix { $0 == " " }
        if !indent.isEmpty, indent.count < width {
            return wrap(String(text.dropFirst(indent.count)), to: width - indent.count).map { indent + $0 }
        }
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            var gap = line.isEmpty ? "" : " "
            // A name or a short word stays whole; what has no space for longer than that is running Japanese.
            let isShort = columns(of: String(word)) <= min(width, Self.longestName)
            for part in isShort ? [word] : LineBreaking.parts(of: word) {
                if columns(of: line + gap + part) <= width {
                    line += gap + part
                } else {
                    if !line.isEmpty { lines.append(line) }
                    let cut = cut(part, to: width)
                    lines += cut.dropLast()
                    line = cut.last ?? ""
                }
                gap = ""
            }
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// What cannot be broken well, broken where the line ends.
    private static func cut(_ part: Substring, to width: Int) -> [String] {
        guard columns(of: String(part)) > width else { return [String(part)] }
        var lines = [""]
        for character in part {
            let line = lines[lines.count - 1]
            if columns(of: line) + columns(of: character) > width {
                // Even here what closes takes the character before it along.
                let carried = LineBreaking.isNeverFirst(character) && line.count > 1 ? line.suffix(1) : ""
                lines[lines.count - 1] = String(line.dropLast(carried.count))
                lines.append(String(carried))
            }
            lines[lines.count - 1].append(character)
        }
        return lines.first == "" ? Array(lines.dropFirst()) : lines
    }
}
