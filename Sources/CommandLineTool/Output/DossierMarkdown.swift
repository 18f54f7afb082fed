/// Words of people inside Markdown, so that none of them becomes markup.
enum Markdown {
    /// One line of text.
    static func text(_ text: String) -> String {
        // A line that begins like a heading or an item of a list stays a line of text.
        var escaped = text.first.map { "#+-".contains($0) } ?? false ? "\\" : ""
        for character in text {
            if "\\`*_[]<>|~&".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
        return escaped
    }

    static func quote(_ words: String) -> String {
        words.split(separator: "\n", omittingEmptySubsequences: false).map { "> " + text(String($0)) }
            .joined(separator: "\n")
    }
}
