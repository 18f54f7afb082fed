package import Regulation

/// Reads time zones: from when their clocks were how far ahead of UTC.
package enum ZoneReader {
    /// The zones of `file` by their names, such as `Asia/Tokyo`.
    ///
    /// - Throws: Every defect of the file, each with its place.
    package static func zones(from file: SourceFile) throws(Diagnostics) -> [String: Zone] {
        let findings = Findings(file: file.path)
        var zones: [String: Zone] = [:]
        if let tree = YAMLText.tree(of: file, findings),
            let fields = Fields(tree, "a file of zones", keys: ["zones"], ignoring: ["source"], findings)
        {
            for entry in fields.requiredEntries("zones") {
                zones[entry.key] = zone(entry.key, entry.value, findings)
            }
        }
        try findings.throwIfInvalid()
        return zones
    }

    static func zone(_ id: String, _ tree: Tree, _ findings: Findings) -> Zone? {
        let offsets = tree.elements.compactMap { offset($0, findings) }
        guard offsets.count == tree.elements.count else { return nil }
        guard let zone = Zone(id: id, offsets: offsets) else {
            findings.error("the offsets of ‘\(id)’ are ascending and within 14 hours, at least one", at: tree.place)
            return nil
        }
        return zone
    }

    private static func offset(_ tree: Tree, _ findings: Findings) -> Zone.Offset? {
        guard let fields = Fields(tree, "an offset", keys: ["from", "minutes"], findings) else { return nil }
        let from = fields.required("from").flatMap { instant($0, findings) }
        let minutes = fields.requiredInteger("minutes")
        guard let from, let minutes else { return nil }
        return Zone.Offset(from: from, minutes: minutes)
    }

    private static func instant(_ tree: Tree, _ findings: Findings) -> Instant? {
        guard case .scalar(let text) = tree.content, let instant = Instant(text) else {
            findings.error("‘from’ is an instant such as 2026-04-01T00:00:00Z, not \(tree.kind)", at: tree.place)
            return nil
        }
        return instant
    }
}
