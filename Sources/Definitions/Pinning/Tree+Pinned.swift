import Regulation

extension Tree {
    /// The mapping with only these of its keys.
    func keeping(_ keys: [String]) -> Tree {
        guard case .mapping(let entries) = content else { return self }
        return Tree(place: place, content: .mapping(entries.filter { keys.contains($0.key) }))
    }

    /// A jurisdiction's rules as they bind a case: one version of one route, the zone with its offsets.
    func pinned(route: RouteName, version: Tree, zone: Zone) -> Tree {
        guard case .mapping(let entries) = keeping(JurisdictionReader.keys).content else { return self }
        let kept = entries.filter { $0.key != "names" }.map { entry -> Tree.Entry in
            switch entry.key {
            case "zone": entry.replacing(.mapping(of: zone, at: entry.value.place))
            case "routes": entry.replacing(.mapping([(route.rawValue, version.withoutCitations)], at: entry.place))
            default: entry.replacing(entry.value.withoutCitations)
            }
        }
        return Tree(place: place, content: .mapping(kept))
    }

    /// Without `names`, and with each `source` reduced to its confidence.
    ///
    /// A fact's own name may be any word, but none of the names of bodies, clocks, fees or periods holds a mapping
    /// with a confidence under `source` except as its source.
    private var withoutCitations: Tree {
        switch content {
        case .scalar: return self
        case .list(let elements): return Tree(place: place, content: .list(elements.map(\.withoutCitations)))
        case .mapping(let entries):
            let kept = entries.filter { $0.key != "names" }.map { entry in
                entry.replacing(
                    entry.key == "source" ? entry.value.keeping(["confidence"]) : entry.value.withoutCitations
                )
            }
            return Tree(place: place, content: .mapping(kept))
        }
    }

    private static func mapping(_ pairs: [(String, Tree)], at place: Place) -> Tree {
        Tree(place: place, content: .mapping(pairs.map { Entry(key: $0.0, place: place, value: $0.1) }))
    }

    private static func mapping(of zone: Zone, at place: Place) -> Tree {
        func text(_ text: String) -> Tree { Tree(place: place, content: .scalar(text)) }
        let offsets = zone.offsets.map {
            mapping([("from", text($0.from.description)), ("minutes", text(String($0.minutes)))], at: place)
        }
        return mapping(
            [("id", text(zone.id)), ("offsets", Tree(place: place, content: .list(offsets)))],
            at: place
        )
    }
}

extension Tree.Entry {
    fileprivate func replacing(_ value: Tree) -> Tree.Entry {
        Tree.Entry(key: key, place: place, value: value)
    }
}
