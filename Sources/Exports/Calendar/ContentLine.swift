/// One line of iCalendar (RFC 5545): a name, its parameters and a value.
struct ContentLine {
    let name: String
    var parameters: [(name: String, value: String)] = []
    /// As it stands in the file, escaped where it is text.
    let value: String

    init(_ name: String, _ value: String, _ parameters: [(name: String, value: String)] = []) {
        self.name = name
        self.value = value
        self.parameters = parameters
    }

    /// A line whose value is text.
    init(text: String, as name: String, language: String) {
        self.init(name, Self.escaped(text), [("LANGUAGE", language)])
    }

    /// The line folded and ended.
    var folded: String {
        let head = parameters.reduce(name) { "\($0);\($1.name)=\($1.value)" }
        return Self.folded("\(head):\(value)") + "\r\n"
    }

    /// `text` as a value (section 3.3.11); control characters, which text may not hold, become spaces.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isAfterReturn = false
        // By scalar: a comma with a combining mark is another character, but the same code point to a reader.
        for scalar in text.unicodeScalars {
            defer { isAfterReturn = scalar == "\r" }
            switch scalar {
            case "\\", ";", ",": result.append(contentsOf: ["\\", scalar])
            case "\n": if !isAfterReturn { result.append(contentsOf: "\\n".unicodeScalars) }
            case "\r", "\u{2028}", "\u{2029}": result.append(contentsOf: "\\n".unicodeScalars)
            case "\t": result.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}": result.append(" ")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// `line` in pieces of at most 75 octets, each after the first behind a space (section 3.1).
    ///
    /// A character stays whole where a line can hold it, so that no accent stands behind the space of a fold.
    static func folded(_ line: String) -> String {
        var result = String.UnicodeScalarView()
        var octets = 0
        func append(_ piece: some Sequence<Unicode.Scalar>, _ width: Int) {
            if octets + width > 75 {
                result.append(contentsOf: "\r\n ".unicodeScalars)
                octets = 1
            }
            result.append(contentsOf: piece)
            octets += width
        }
        for character in line {
            let width = character.utf8.count
            if width <= 74 {
                append(character.unicodeScalars, width)
            } else {
                for scalar in character.unicodeScalars { append(CollectionOfOne(scalar), UTF8.width(scalar)) }
            }
        }
        return String(result)
    }
}
