/// An edit as a page shows it: a first line `@@ path @@`, then the lines that stay, go (`-`) and come (`+`).
///
/// A line `…` passes over any number of lines. What stands before the first of them is in the file once; what follows is
/// looked for below.
struct FileEdit: Equatable {
    let path: String
    /// The lines between two `…`.
    private let hunks: [[Line]]
    private let line: Int

    private enum Line: Equatable {
        case stays(String)
        case goes(String)
        case comes(String)
    }

    init(_ block: MarkdownBlock) throws(WalkthroughFault) {
        guard let path = block.lines.first?.wholeMatch(of: /@@ (\S+) @@/)?.1 else { throw .malformed(line: block.line) }
        var hunks: [[Line]] = [[]]
        for line in block.lines.dropFirst() {
            let text = String(line.dropFirst())
            switch line.first {
            case "-": hunks[hunks.count - 1].append(.goes(text))
            case "+": hunks[hunks.count - 1].append(.comes(text))
            case " ": hunks[hunks.count - 1].append(.stays(text))
            case "…" where text.isEmpty: hunks.append([])
            default: throw .malformed(line: block.line)
            }
        }
        let changes = hunks.joined().contains { if case .stays = $0 { false } else { true } }
        guard changes, hunks.allSatisfy({ !Self.old($0).isEmpty }) else { throw .malformed(line: block.line) }
        (self.path, self.hunks, line) = (String(path), hunks, block.line)
    }

    /// The text of the file after the edit.
    func applied(to text: String) throws(WalkthroughFault) -> String {
        let file = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var edited: [String] = []
        var next = 0
        for (number, hunk) in hunks.enumerated() {
            let old = Self.old(hunk)
            let places = (next...max(next, file.count)).filter { file[$0...].starts(with: old) }
            guard let place = places.first, places.count == 1 || number > 0 else {
                throw .notFound(line: line, path: path, old.joined(separator: "\n"), times: places.count)
            }
            edited += file[next..<place] + Self.new(hunk)
            next = place + old.count
        }
        return (edited + file[next...]).joined(separator: "\n")
    }

    private static func old(_ hunk: [Line]) -> [String] {
        hunk.compactMap { line in
            switch line {
            case .stays(let text), .goes(let text): text
            case .comes: nil
            }
        }
    }

    private static func new(_ hunk: [Line]) -> [String] {
        hunk.compactMap { line in
            switch line {
            case .stays(let text), .comes(let text): text
            case .goes: nil
            }
        }
    }
}
