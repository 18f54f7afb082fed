/// Holds what a jurisdiction names against the languages in which people read it.
struct NameCheck {
    let file: ConfigCheck.Read<Tree>
    let languages: [ConfigCheck.Read<Tree>]

    /// Keys under which a text stands in every language.
    private static let translated = ["names", "when", "population"]

    func run() {
        checkTranslations(file.value)
        let labels = Set(languages.flatMap { LabelReader.read($0.value, Findings(file: $0.file.path)).keys })
        for key in ["routes", "tracks"] {
            for route in file.value[key]?.entries ?? [] {
                check(route, "routes", labels)
                for version in route.value.elements { checkParts(of: version, labels) }
            }
        }
    }

    private func checkTranslations(_ tree: Tree) {
        switch tree.content {
        case .scalar: break
        case .list(let elements): elements.forEach(checkTranslations)
        case .mapping(let entries):
            for entry in entries {
                guard Self.translated.contains(entry.key), case .mapping(let texts) = entry.value.content else {
                    checkTranslations(entry.value)
                    continue
                }
                for language in languages.map(\.stem) where !texts.contains(where: { $0.key == language }) {
                    file.findings.error("‘\(entry.key)’ says nothing in the language ‘\(language)’", at: entry.place)
                }
            }
        }
    }

    private func checkParts(of route: Tree, _ labels: Set<String>) {
        for section in ["clocks", "periods", "values", "fees"] {
            for entry in route[section]?.entries ?? [] { check(entry, section, labels) }
        }
        for value in route["values"]?.entries ?? [] {
            for answer in value.value.elements.compactMap({ $0["is"] }) {
                guard case .scalar(let text) = answer.content, Int(text) == nil else { continue }
                demand("valueChoices.\(text)", labels, at: answer.place)
            }
        }
    }

    /// What has no names of its own in some version is called by its label.
    private func check(_ entry: Tree.Entry, _ section: String, _ labels: Set<String>) {
        if entry.value.elements.contains(where: { $0["names"] == nil }) {
            demand("\(section).\(entry.key)", labels, at: entry.place)
        }
    }

    private func demand(_ key: String, _ labels: Set<String>, at place: Place) {
        guard !labels.contains(key) else { return }
        let suggestion = Suggestion.text(for: key, among: labels.sorted())
        file.findings.error("there is no label ‘\(key)’\(suggestion)", at: place)
    }
}
