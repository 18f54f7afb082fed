import Views

/// A command line as a person pastes it into a shell.
struct ShellWords {
    /// What every command needs to find the same workspace: `--workspace` and `--config` as they were given.
    let common: [String]

    init(_ global: GlobalOptions) {
        common = [("--workspace", global.workspace), ("--config", global.config)].flatMap { name, value in
            value.map { [name, $0] } ?? []
        }
    }

    func line(_ suggestion: Suggestion) -> String { words(suggestion.arguments).joined(separator: " ") }

    /// The command in lines of at most so many columns, where that is possible; each but the last ends with a backslash, so
    /// that together they are pasted as one.
    func lines(_ arguments: [String], indent: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for part in parts(words(arguments)) {
            let indent = lines.isEmpty ? indent : indent + "  "
            if line.isEmpty {
                line = indent + part
            } else if TextWidth.columns(of: line) + 1 + TextWidth.columns(of: part) + 2 <= width {
                line += " " + part
            } else {
                lines.append(line + " \\")
                line = indent + "  " + part
            }
        }
        return lines + [line]
    }

    private func words(_ arguments: [String]) -> [String] { ["tasuki"] + (arguments + common).map(Self.quoted) }

    /// An option stays with its value.
    private func parts(_ words: [String]) -> [String] {
        words.reduce(into: []) { parts, word in
            if let last = parts.last, last.hasPrefix("--"), !last.contains(" ") {
                parts[parts.count - 1] = last + " " + word
            } else {
                parts.append(word)
            }
        }
    }

    static func quoted(_ word: String) -> String { Suggestion.quoted(word) }
}
