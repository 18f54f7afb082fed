import Regulation

/// For which day and which class of device rules are bound.
struct Binding {
    let date: CivilDate
    let deviceClass: DeviceClass?

    /// Figures that a rule may state by class.
    private static let figures = ["limit", "amount"]

    /// The tree of a clock, fee, period or value as it binds: the version in force, the figure of the class.
    ///
    /// Nil when no version is in force.
    func bound(_ tree: Tree) -> Tree? {
        guard let version = tree.isEmpty ? tree : tree.elements.last(where: isInForce),
            let entries = version.entries
        else { return tree.isEmpty ? tree : nil }
        let kept = entries.compactMap { entry -> Tree.Entry? in
            if Fields.windowKeys.contains(entry.key) { return nil }
            guard Self.figures.contains(entry.key), case .mapping(let byClass) = entry.value.content else {
                return entry
            }
            guard let own = byClass.first(where: { $0.key == deviceClass?.rawValue }) else { return nil }
            return Tree.Entry(key: entry.key, place: entry.place, value: own.value)
        }
        return Tree(place: version.place, content: .mapping(kept))
    }

    /// Whether `from` and `until` of the mapping enclose the date; what holds no dates always is.
    func isInForce(_ tree: Tree) -> Bool {
        func day(_ key: String) -> CivilDate? {
            if case .scalar(let text)? = tree[key]?.content { CivilDate(text) } else { nil }
        }
        return Window(from: day("from"), until: day("until")).contains(date)
    }
}
