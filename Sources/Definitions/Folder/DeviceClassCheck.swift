/// Holds the classes that the figures of a jurisdiction name against those that it has.
struct DeviceClassCheck {
    let file: ConfigCheck.Read<Tree>

    /// Keys under which a mapping states figures by class.
    private static let figures = ["limit", "amount"]

    func run() {
        let classes = (file.value["classification"]?.elements ?? []).flatMap { $0["classes"]?.words ?? [] }.map(\.name)
        guard !classes.isEmpty else { return }
        for entry in file.value.entries ?? [] where entry.key != "classification" { check(entry, classes) }
    }

    private func check(_ entry: Tree.Entry, _ classes: [String]) {
        if entry.key == "classes" {
            for use in entry.value.words { check(use, classes) }
        } else if Self.figures.contains(entry.key), case .mapping(let byClass) = entry.value.content {
            for figure in byClass { check(Use(figure.key, figure.place), classes) }
        } else {
            for inner in entry.value.elements.flatMap({ $0.entries ?? [] }) { check(inner, classes) }
        }
    }

    private func check(_ use: Use<String>, _ classes: [String]) {
        guard !classes.contains(use.name) else { return }
        let known = Tree.alternatives(classes)
        file.findings.error("there is no class ‘\(use.name)’ under ‘classification’, only \(known)", at: use.place)
    }
}

extension Tree {
    /// The texts of a list or of one word alone, each with its place.
    fileprivate var words: [Use<String>] {
        elements.compactMap { element in
            if case .scalar(let text) = element.content { Use(text, element.place) } else { nil }
        }
    }
}
