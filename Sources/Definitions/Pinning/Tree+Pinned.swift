import Regulation

extension Tree {
    /// The mapping with only these of its keys.
    func keeping(_ keys: [String]) -> Tree {
        guard case .mapping(let entries) = content else { return self }
        return Tree(place: place, content: .mapping(entries.filter { keys.contains($0.key) }))
    }

    /// A procedure, or what a state of it holds, without the markers of its states.
    var withoutMarkers: Tree {
        guard case .mapping(let entries) = content else { return self }
        let kept = entries.map { entry -> Entry in
            guard entry.key == "states", case .mapping(let states) = entry.value.content else { return entry }
            let bare = states.map { state -> Entry in
                guard case .mapping(let parts) = state.value.content else { return state }
                let own = Tree(
                    place: state.value.place,
                    content: .mapping(parts.filter { $0.key != ChartReader.markerKey })
                )
                return state.replacing(own.withoutMarkers)
            }
            return entry.replacing(Tree(place: entry.value.place, content: .mapping(bare)))
        }
        return Tree(place: place, content: .mapping(kept))
    }

    /// A jurisdiction's rules as they bind a case: one version of one route, the bodies as they act on it, the zone with its
    /// offsets.
    func pinned(
        route: RouteName,
        version: Tree,
        of jurisdiction: Jurisdiction,
        as rule: RouteRule,
        _ binding: Binding
    ) -> Tree {
        let isOfTexts = version["binds"]?.elements.isEmpty == false
        let keys = JurisdictionReader.bindingKeys + (isOfTexts ? [JurisdictionReader.advertisingKey] : [])
        guard case .mapping(let entries) = keeping(keys).content else { return self }
        let kept = entries.map { entry -> Tree.Entry in
            switch entry.key {
            case "zone": entry.replacing(.mapping(of: jurisdiction.zone, at: entry.value.place))
            case "bodies" where rule.bodies != nil:
                entry.replacing(entry.value.acting(jurisdiction.bodies(on: rule)).withoutCitations)
            case "routes":
                entry.replacing(
                    .mapping([(route.rawValue, version.boundRoute(binding).withoutCitations)], at: entry.place)
                )
            case "validity", "changes", "safety", "requirements":
                entry.replacing(entry.value.inForce(binding).withoutCitations)
            case "languages": entry.replacing(entry.value.withoutCitations)
            default: entry.replacing(entry.value.withoutCitations)
            }
        }
        return Tree(place: place, content: .mapping(kept))
    }

    /// The bodies with the functions that they have on a route.
    private func acting(_ bodies: [Body]) -> Tree {
        let acting = (entries ?? []).compactMap { entry -> Entry? in
            guard let body = bodies.first(where: { $0.id.rawValue == entry.key }) else { return nil }
            let parts = (entry.value.entries ?? []).map { part -> Entry in
                guard part.key == "functions" else { return part }
                let words = body.functions.map { Tree(place: part.place, content: .scalar($0.rawValue)) }
                return part.replacing(Tree(place: part.value.place, content: .list(words)))
            }
            return entry.replacing(Tree(place: entry.value.place, content: .mapping(parts)))
        }
        return Tree(place: place, content: .mapping(acting))
    }

    /// The route with the figures that bind, and the conditions in force; who acts on it, its bodies say.
    private func boundRoute(_ binding: Binding) -> Tree {
        guard case .mapping(let entries) = content else { return self }
        let bound = entries.filter { $0.key != "bodies" }.map { entry -> Entry in
            switch entry.key {
            case "clocks", "periods", "values", "fees":
                let figures = (entry.value.entries ?? []).compactMap { figure in
                    binding.bound(figure.value).map(figure.replacing)
                }
                return entry.replacing(Tree(place: entry.value.place, content: .mapping(figures)))
            case "conditions":
                // The dates of an arrangement are the condition itself, so it is kept with them.
                let conditions = entry.value.elements.filter {
                    binding.isInForce($0) || $0["confidentiality"] != nil
                }
                return entry.replacing(Tree(place: entry.value.place, content: .list(conditions)))
            default: return entry
            }
        }
        return Tree(place: place, content: .mapping(bound))
    }

    /// The elements of a list that are in force.
    private func inForce(_ binding: Binding) -> Tree {
        Tree(place: place, content: .list(elements.filter(binding.isInForce)))
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
            let kept = entries.filter { $0.key != "names" && $0.key != "when" }.map { entry in
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
    func replacing(_ value: Tree) -> Tree.Entry {
        Tree.Entry(key: key, place: place, value: value)
    }
}
