/// Puts the sources that a file states once in the place of their names.
extension Tree {
    /// The tree with each `source: NAME` replaced by the entry of that name under the top-level `sources`.
    ///
    /// A name that nobody states is reported, and so is a source that no fact cites.
    func citingSharedSources(_ findings: Findings) -> Tree {
        guard let sources = self["sources"] else { return self }
        guard let shared = sources.entries else {
            findings.error("‘sources’ is a mapping, not \(sources.kind)", at: sources.place)
            return self
        }
        let cited = citedSources
        for source in shared where !cited.contains(source.key) {
            findings.error("no fact cites the source ‘\(source.key)’", at: source.place)
        }
        return citing(shared, findings)
    }

    /// The names that stand under `source` anywhere.
    var citedSources: [String] {
        switch content {
        case .scalar: []
        case .list(let elements): elements.flatMap(\.citedSources)
        case .mapping(let entries):
            entries.flatMap { entry in
                if entry.key == "source", case .scalar(let name) = entry.value.content { return [name] }
                return entry.value.citedSources
            }
        }
    }

    private func citing(_ shared: [Entry], _ findings: Findings) -> Tree {
        switch content {
        case .scalar: return self
        case .list(let elements):
            return Tree(place: place, content: .list(elements.map { $0.citing(shared, findings) }))
        case .mapping(let entries):
            let cited = entries.map { entry -> Entry in
                guard entry.key == "source", case .scalar(let name) = entry.value.content else {
                    return Entry(key: entry.key, place: entry.place, value: entry.value.citing(shared, findings))
                }
                guard let source = shared.first(where: { $0.key == name }) else {
                    let suggestion = Suggestion.text(for: name, among: shared.map(\.key))
                    findings.error("there is no source ‘\(name)’ under ‘sources’\(suggestion)", at: entry.value.place)
                    // Something to read on with, so that one wrong name is one defect.
                    return Entry(key: "source", place: entry.place, value: .unknownSource(at: entry.value.place))
                }
                // The source is read at its own place, but what it proves is at this one.
                return Entry(key: "source", place: entry.place, value: source.value)
            }
            return Tree(place: place, content: .mapping(cited))
        }
    }

    private static func unknownSource(at place: Place) -> Tree {
        let members = [("text", "unknown"), ("confidence", "unconfirmed")].map { key, text in
            Entry(key: key, place: place, value: Tree(place: place, content: .scalar(text)))
        }
        return Tree(place: place, content: .mapping(members))
    }
}
