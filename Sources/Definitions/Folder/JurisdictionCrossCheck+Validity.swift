import Engine
import Regulation

extension JurisdictionCrossCheck {
    /// An approval would last nobody knows how long, while the others of its country have a rule; and a rule for a route that
    /// there is not would never hold.
    func checkValidity(_ read: ConfigCheck.Read<JurisdictionReader.Reading>) {
        let jurisdiction = read.value.jurisdiction
        let names = jurisdiction.routes.map(\.name).uniqued()
        for tree in read.value.tree["validity"]?.elements ?? [] {
            for route in tree["routes"]?.elements ?? [] {
                guard case .scalar(let name) = route.content, !names.contains(RouteName(name)) else { continue }
                let suggestion = Suggestion.text(for: name, among: names.map(\.rawValue))
                read.findings.error("there is no route ‘\(name)’\(suggestion)", at: route.place)
            }
        }
        guard !jurisdiction.validity.isEmpty else { return }
        for entry in read.value.tree["routes"]?.entries ?? [] {
            let route = RouteName(entry.key)
            for deviceClass in jurisdiction.classes(by: route)
            where !jurisdiction.validity.contains(where: { $0.covers(route, deviceClass) }) {
                let ofClass = deviceClass.map { " of class \($0)" } ?? ""
                let message = "no rule of ‘validity’ says how long an approval\(ofClass) by ‘\(route)’ lasts"
                read.findings.error(message, at: entry.place)
            }
        }
    }
}

extension Jurisdiction {
    /// The classes that may be approved by the route; one that is nil where the country has no classes.
    fileprivate func classes(by route: RouteName) -> [DeviceClass?] {
        let all = classification.flatMap(\.classes).uniqued()
        let admitted = all.filter { deviceClass in
            routes.contains { rule in
                rule.name == route
                    && rule.conditions.allSatisfy { condition in
                        if case .classes(let admitted) = condition.kind { admitted.contains(deviceClass) } else { true }
                    }
            }
        }
        return all.isEmpty ? [nil] : admitted
    }
}
