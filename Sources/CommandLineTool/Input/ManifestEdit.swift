import Regulation

/// Puts answers into a manifest that somebody wrote, and leaves every other line as it is.
///
/// It knows the usual forms only: `traits` and `classes` as blocks, or in one line of braces. Whoever calls reads the result
/// again and compares: what it cannot place, a person does.
struct ManifestEdit {
    private(set) var lines: [String]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    var text: String { lines.joined(separator: "\n") }

    mutating func add(_ answers: ManifestAnswers) {
        for (code, deviceClass) in answers.classes { put("\(code): \"\(deviceClass)\"", into: ["classes"]) }
        for statement in answers.traits {
            let word = ManifestAnswers.word(statement.answer)
            guard let code = statement.jurisdiction else {
                put("\(statement.trait): \(word)", into: ["product", "traits"])
                continue
            }
            put("\(code): \(word)", into: ["product", "traits", statement.trait.rawValue], braced: true)
        }
    }

    /// Adds `entry` to the mapping at `path`, which is begun where it is not there.
    private mutating func put(_ entry: String, into path: [String], braced: Bool = false) {
        var range = 0..<lines.count
        var indent = ""
        for (depth, key) in path.enumerated() {
            guard let line = range.first(where: { lines[$0].hasPrefix("\(indent)\(key):") }) else {
                return begin(Array(path[depth...]), with: entry, at: end(of: range), indent, braced)
            }
            let rest = lines[line].dropFirst(indent.count + key.count + 1).drop { $0 == " " }
            if rest.hasPrefix("{"), depth == path.count - 1, let brace = lines[line].lastIndex(of: "}") {
                let before = lines[line][..<brace].reversed().drop { $0 == " " }.reversed()
                let comma = before.last == "{" ? " " : ", "
                lines[line] = String(before) + "\(comma)\(entry) " + lines[line][brace...]
                return
            }
            let inner = lines[(line + 1)..<range.upperBound]
            let next = inner.firstIndex { !$0.hasPrefix(indent + " ") && !$0.isEmpty && !$0.hasPrefix("#") }
            range = (line + 1)..<(next ?? range.upperBound)
            indent += "  "
        }
        lines.insert("\(indent)\(entry)", at: end(of: range))
    }

    private mutating func begin(_ path: [String], with entry: String, at line: Int, _ indent: String, _ braced: Bool) {
        var new: [String] = []
        var indent = indent
        for (depth, key) in path.enumerated() {
            let isLast = depth == path.count - 1
            new.append("\(indent)\(key):" + (isLast && braced ? " { \(entry) }" : ""))
            indent += "  "
        }
        if !braced { new.append("\(indent)\(entry)") }
        lines.insert(contentsOf: new, at: line)
    }

    /// Behind the last line of the block that says something.
    private func end(of range: Range<Int>) -> Int {
        (range.last { !lines[$0].isEmpty && !lines[$0].hasPrefix("#") }).map { $0 + 1 } ?? range.lowerBound
    }
}
