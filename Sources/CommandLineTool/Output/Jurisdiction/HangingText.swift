extension TextWidth {
    /// A mark, and the text beside it over as many lines as it takes.
    static func hanging(_ mark: String, _ text: String, to width: Int) -> [String] {
        let indent = columns(of: mark) + 1
        return wrap(text, to: max(20, width - indent)).enumerated().map { number, line in
            (number == 0 ? mark + " " : String(repeating: " ", count: indent)) + line
        }
    }
}

extension Table {
    /// The lines, each two columns further in.
    func indented(width: Int) -> [String] {
        text(width: width - 2).split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
    }
}
