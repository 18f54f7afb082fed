/// A fenced block of a page.
struct MarkdownBlock: Equatable {
    /// What is written behind the fence, such as `sh`.
    let language: String
    let lines: [String]
    /// The line of the fence, counted from 1.
    let line: Int
    /// The heading above it, without its marks.
    let section: String

    /// All blocks of a page, in order.
    ///
    /// Code that GitHub would show and this does not read (indented, in a list, between other fences) is a fault, so that
    /// no command of a page goes unnoticed.
    static func all(in page: String) throws(WalkthroughFault) -> [MarkdownBlock] {
        var blocks: [MarkdownBlock] = []
        var section = ""
        var open: (language: String, line: Int, lines: [String])?
        for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if let begun = open {
                if line == "```" {
                    blocks.append(
                        Self(language: begun.language, lines: begun.lines, line: begun.line, section: section)
                    )
                    open = nil
                } else {
                    open?.lines.append(String(line))
                }
            } else if let fence = line.wholeMatch(of: /```([a-z]*)/) {
                open = (String(fence.1), index + 1, [])
            } else if line.hasPrefix("    ") || line.contains("```") || line.contains("~~~") {
                throw .unread(line: index + 1, String(line))
            } else if let heading = line.wholeMatch(of: /#+ +(.+)/) {
                section = String(heading.1)
            }
        }
        if let open { throw .unread(line: open.line, "```\(open.language) without an end") }
        return blocks
    }
}
