/// Reads the words that people see, by the path of their keys: `states.reliance.screening`.
package enum LabelReader {
    /// The labels in `file`, keys joined by dots.
    ///
    /// - Throws: Every defect of the file, each with its place.
    package static func labels(from file: SourceFile) throws(Diagnostics) -> [String: String] {
        let findings = Findings(file: file.path)
        let labels = YAMLText.tree(of: file, findings).map { read($0, findings) } ?? [:]
        try findings.throwIfInvalid()
        return labels.mapValues(\.text)
    }

    struct Label {
        let text: String
        let place: Place
    }

    static func read(_ tree: Tree, _ findings: Findings) -> [String: Label] {
        var labels: [String: Label] = [:]
        collect(tree, under: [], into: &labels, findings)
        return labels
    }

    private static func collect(
        _ tree: Tree,
        under path: [String],
        into labels: inout [String: Label],
        _ findings: Findings
    ) {
        for entry in tree.entries ?? [] {
            let path = path + [entry.key]
            switch entry.value.content {
            case .mapping: collect(entry.value, under: path, into: &labels, findings)
            case .list: findings.error("a label is a text, not a list", at: entry.value.place)
            case .scalar(let text):
                if text.isEmpty { findings.error("the label ‘\(entry.key)’ is empty", at: entry.place) }
                let key = path.joined(separator: ".")
                if labels[key] != nil { findings.error("the label ‘\(key)’ is repeated", at: entry.place) }
                labels[key] = Label(text: text, place: entry.place)
            }
        }
    }
}
