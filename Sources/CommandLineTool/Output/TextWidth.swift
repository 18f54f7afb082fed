/// How many columns of a terminal a text takes.
enum TextWidth {
    /// East Asian wide characters take two columns, combining marks none.
    static func columns(of text: String) -> Int { text.reduce(0) { $0 + columns(of: $1) } }

    static func columns(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: return 0
        case 0x300..<0x370, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
            0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    /// The columns of the longest part that is better left whole: between wide characters a line may break anywhere.
    static func longestWord(in text: String) -> Int {
        var longest = 0
        var current = 0
        for character in text {
            let width = columns(of: character)
            current = character == " " || width > 1 ? 0 : current + width
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
