import Foundation

/// What a page shows of an output: all of it, where `…` stands for anything in its line, and a line `…` for any lines.
///
/// Spaces at the end of a line and empty lines at the end do not count.
struct ShownOutput: Equatable {
    let lines: [String]
    /// The line of the page on which the block begins.
    let line: Int

    /// Says what is not as shown and on which line of the page, or `nil`.
    func difference(from output: String) throws -> String? {
        var printed = output.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
            Self.trimmed($0)
        }
        while printed.last == "" { printed.removeLast() }
        let text = printed.map { $0 + "\n" }.joined()
        if try Regex(pattern(of: lines[...])).wholeMatch(in: text) != nil { return nil }
        for index in lines.indices where try Regex(pattern(of: lines[...index])).prefixMatch(in: text) == nil {
            return "\(line + 1 + index): shown is ‘\(lines[index])’"
        }
        return "\(line + 1 + lines.count): more is printed than shown"
    }

    private func pattern(of lines: ArraySlice<String>) -> String {
        lines.map { line in
            if line == "…" { return "(?:.*\n)*" }
            return Self.trimmed(line[...]).components(separatedBy: "…")
                .map(NSRegularExpression.escapedPattern).joined(separator: ".*") + "\n"
        }
        .joined()
    }

    private static func trimmed(_ line: Substring) -> String {
        String(line.reversed().drop(while: \.isWhitespace).reversed())
    }
}
