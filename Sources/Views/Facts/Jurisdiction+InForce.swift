import Engine
package import Regulation

extension Jurisdiction {
    /// The jurisdiction with only those versions of its rules that are in force on `date`.
    package func inForce(on date: CivilDate) -> Jurisdiction {
        func inForce<Rule>(_ rules: [Rule], _ window: (Rule) -> Window) -> [Rule] {
            rules.filter { window($0).contains(date) }
        }
        return Jurisdiction(
            code: code,
            names: names,
            zone: zone,
            calendar: calendar,
            languages: languages,
            bodies: bodies,
            routes: inForce(routes, \.window).map { $0.inForce(on: date) },
            tracks: inForce(tracks, \.window).map { $0.inForce(on: date) },
            requirements: inForce(requirements, \.window),
            hub: hub,
            laws: laws,
            classification: inForce(classification, \.window),
            holder: holder,
            validity: inForce(validity, \.window),
            changes: inForce(changes, \.window),
            safety: inForce(safety, \.window),
            counting: counting
        )
    }
}

extension RouteRule {
    fileprivate func inForce(on date: CivilDate) -> RouteRule {
        RouteRule(
            name: name,
            names: names,
            procedure: procedure,
            fallback: fallback,
            conditions: conditions.filter { $0.window.contains(date) },
            clocks: clocks.filter { $0.window.contains(date) },
            periods: periods.filter { $0.window.contains(date) },
            values: values.filter { $0.window.contains(date) },
            fees: fees.filter { $0.window.contains(date) },
            bodies: bodies,
            isOfProduct: isOfProduct,
            bundle: bundle,
            window: window,
            source: source
        )
    }
}
