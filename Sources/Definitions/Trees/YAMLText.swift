/// YAML 1.2 text to a tree.
enum YAMLText {
    /// The tree of the one document in `file`, or nil after reporting why there is none.
    static func tree(of file: SourceFile, _ findings: Findings) -> Tree? {
        if let place = oddLineEnd(in: file.text) {
            findings.error(
                "this character ends a line for some readers only; write it as an escape, in quotes",
                at: place
            )
            return nil
        }
        var text = file.text
        return text.withUTF8 { bytes in
            var builder = TreeBuilder(YAMLEvents(bytes), findings)
            do throws(YAMLDefect) {
                return try builder.document()
            } catch {
                report(error, to: findings)
                return nil
            }
        }
    }

    /// Where a line ends for YAML 1.1 and thus for libyaml, but for neither YAML 1.2 nor editors: every place after it
    /// would be told wrong.
    private static func oddLineEnd(in text: String) -> Place? {
        let isOdd: (Unicode.Scalar) -> Bool = { $0 == "\u{85}" || $0 == "\u{2028}" || $0 == "\u{2029}" }
        guard let index = text.unicodeScalars.firstIndex(where: isOdd) else { return nil }
        var (line, column) = (1, 1)
        var isAfterReturn = false
        for scalar in text.unicodeScalars[..<index] {
            switch scalar {
            case "\n" where isAfterReturn: break
            case "\n", "\r": (line, column) = (line + 1, 1)
            default: column += 1
            }
            isAfterReturn = scalar == "\r"
        }
        return Place(line: line, column: column)
    }

    private static func report(_ defect: YAMLDefect, to findings: Findings) {
        switch defect {
        case .syntax(let problem, let place): findings.error("this is not YAML: \(problem)", at: place)
        case .encoding(let problem): findings.error("this is not text in UTF-8: \(problem)", at: .start)
        case .tooLarge(let place): findings.error("the file is too large", at: place)
        }
    }
}
