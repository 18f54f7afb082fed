import Yams

/// YAML 1.2 text to a tree.
enum YAMLText {
    /// Deeper nesting than any definition has; readers are recursive.
    private static let depthLimit = 64
    /// Aliases may repeat a tree; without a limit ten lines of them make a billion nodes.
    private static let nodeLimit = 200_000

    /// The tree of the one document in `file`, or nil after reporting why there is none.
    static func tree(of file: SourceFile, _ findings: Findings) -> Tree? {
        if let place = oddLineEnd(in: file.text) {
            findings.error(
                "this character ends a line for some readers only; write it as an escape, in quotes",
                at: place
            )
            return nil
        }
        var duplicates = RepeatedKeys(text: file.text)
        while true {
            do {
                // Without rules nothing is resolved, which is what we want and twice as fast.
                guard let node = try Yams.compose(yaml: duplicates.text, .basic) else {
                    findings.error("the file is empty", at: .start)
                    return nil
                }
                var conversion = Conversion(duplicates: duplicates, findings: findings, budget: nodeLimit)
                return conversion.tree(node, depth: 0)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                // The place is that of the first of the keys.
                guard duplicates.rename(keys.first ?? "", at: Place(context.mark)) else {
                    findings.error("the key ‘\(keys.first ?? "")’ is repeated", at: Place(context.mark))
                    return nil
                }
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

    private static func report(_ error: any Error, to findings: Findings) {
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            let context = context.map { $0.text + " " } ?? ""
            findings.error("this is not YAML: \(context)\(problem)", at: Place(mark))
        case YamlError.reader(let problem, _, _, _):
            findings.error("this is not text in UTF-8: \(problem)", at: .start)
        default:
            findings.error("this is not YAML", at: .start)
        }
    }

    private struct Conversion {
        let duplicates: RepeatedKeys
        let findings: Findings
        var budget: Int

        mutating func tree(_ node: Node, depth: Int) -> Tree? {
            let place = Place(node.mark)
            budget -= 1
            guard budget > 0, depth <= depthLimit else {
                if budget >= 0 {
                    findings.error(depth > depthLimit ? "this is nested too deep" : "the file is too large", at: place)
                }
                return nil
            }
            switch node {
            case .scalar(let scalar):
                return Tree(place: place, content: .scalar(duplicates.original(of: scalar.string)))
            case .sequence(let sequence):
                return Tree(place: place, content: .list(sequence.compactMap { tree($0, depth: depth + 1) }))
            case .mapping(let mapping):
                return Tree(place: place, content: .mapping(entries(of: mapping, depth: depth)))
            case .alias:
                findings.error("this alias names nothing", at: place)
                return nil
            }
        }

        private mutating func entries(of mapping: Node.Mapping, depth: Int) -> [Tree.Entry] {
            var entries: [Tree.Entry] = []
            var lines: [String: Int] = [:]
            for (keyNode, valueNode) in mapping {
                let place = Place(keyNode.mark)
                guard let scalar = keyNode.scalar else {
                    findings.error("a key must be a word", at: place)
                    continue
                }
                let key = duplicates.original(of: scalar.string)
                if let line = lines[key] {
                    findings.error("the key ‘\(key)’ is repeated; it is in line \(line) already", at: place)
                    continue
                }
                // Without repairs Yams has found all keys to be different.
                if duplicates.hasRepairs { lines[key] = place.line }
                guard let value = tree(valueNode, depth: depth + 1) else { continue }
                entries.append(Tree.Entry(key: key, place: place, value: value))
            }
            return entries
        }
    }
}

extension Place {
    init(_ mark: Mark?) {
        self.init(line: max(1, mark?.line ?? 1), column: max(1, mark?.column ?? 1))
    }
}
