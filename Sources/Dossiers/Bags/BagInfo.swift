/// The lines of `bag-info.txt`: a label, a colon, a value.
enum BagInfo {
    /// The line width that RFC 8493 recommends, in characters.
    private static let width = 79

    /// One line, folded at spaces where it is too long; white space in the value becomes single spaces.
    ///
    /// A folded line goes on after a line break and two spaces.
    static func line(_ label: String, _ value: String) throws(DossierError) -> String {
        let isPlain = label.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != ":" }
        guard isPlain, let first = label.first, let last = label.last, first != " ", last != " " else {
            throw .badBagLabel(label)
        }
        var lines = [label + ":"]
        for word in value.split(whereSeparator: \.isWhitespace) {
            let current = lines[lines.count - 1]
            if current.count + 1 + word.count <= width || lines == [label + ":"] {
                lines[lines.count - 1] = current + " " + word
            } else {
                lines.append("  " + word)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The labels and values of a whole file, folded lines put together with single spaces; `nil` at the first line
    /// that is neither.
    static func read(_ text: String) -> [(label: String, value: String)]? {
        var result: [(label: String, value: String)] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let isContinuation = line.first == " " || line.first == "\t"
            if isContinuation, let last = result.popLast() {
                let separator = last.value.isEmpty ? "" : " "
                result.append((last.label, last.value + separator + trimmed(line)))
            } else {
                guard !isContinuation, let colon = line.firstIndex(of: ":"), colon != line.startIndex else {
                    return nil
                }
                result.append((String(line[..<colon]), trimmed(line[line.index(after: colon)...])))
            }
        }
        return result
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return String(text)
    }
}
