import Engine
package import Regulation

/// Reads how a person would file a product, country by country.
package enum StrategyReader {
    /// The strategy with its steps' places, for checks against the rules.
    struct Reading {
        let strategy: FilingStrategy
        let steps: [(step: FilingStrategy.Step, country: Place, route: Place, after: Place)]
    }

    static func read(_ tree: Tree, _ findings: Findings) -> Reading? {
        let keys = ["strategy", "names", "countries"]
        guard let fields = Fields(tree, "a strategy", keys: keys, ignoring: ["$schema"], findings) else { return nil }
        let id = fields.requiredWord("strategy")
        var steps: [(step: FilingStrategy.Step, country: Place, route: Place, after: Place)] = []
        for entry in fields.requiredEntries("countries") {
            guard
                let own = Fields(
                    entry.value,
                    "the country ‘\(entry.key)’",
                    keys: ["route", "fileOn", "after"],
                    findings
                )
            else { continue }
            let day = own["fileOn"].flatMap { $0.day("‘fileOn’", findings) }
            let after = own.word("after").map { JurisdictionCode($0) }
            if own["fileOn"] != nil, let tree = own["after"] {
                findings.error("‘fileOn’ and ‘after’ exclude each other", at: tree.place)
            }
            let filing: FilingStrategy.Step.Filing? = day.map { .on($0) } ?? after.map { .after($0) }
            let step = FilingStrategy.Step(
                jurisdiction: JurisdictionCode(entry.key),
                route: own.word("route").map { RouteName($0) },
                filing: filing
            )
            let places = (own["route"]?.place ?? entry.place, own["after"]?.place ?? entry.place)
            steps.append((step, entry.place, places.0, places.1))
        }
        guard let id else { return nil }
        let names = fields["names"].map { $0.texts("‘names’", findings) } ?? [:]
        return Reading(strategy: FilingStrategy(id: id, names: names, steps: steps.map(\.step)), steps: steps)
    }
}

extension ConfigFolder {
    /// The assumptions of plans.
    package func forecast() throws(Diagnostics) -> Forecast {
        try ForecastReader.forecast(from: file("forecast.yaml"))
    }

    /// The strategy in `file`, held against the rules of this folder.
    ///
    /// - Throws: Every defect of the file, each with its place.
    package func strategy(from file: SourceFile) throws(Diagnostics) -> FilingStrategy {
        let findings = Findings(file: file.path)
        guard let tree = YAMLText.tree(of: file, findings), let reading = StrategyReader.read(tree, findings) else {
            throw Diagnostics(all: findings.all)
        }
        let rules = try jurisdictions()
        let codes = reading.steps.map(\.step.jurisdiction.rawValue)
        for (step, country, route, after) in reading.steps {
            guard let own = rules.first(where: { $0.code == step.jurisdiction }) else {
                let code = step.jurisdiction.rawValue
                let suggestion = Suggestion.text(for: code, among: rules.map(\.code.rawValue))
                findings.error("the jurisdiction ‘\(code)’ is not configured\(suggestion)", at: country)
                continue
            }
            let names = own.routes.map(\.name.rawValue).uniqued()
            if let name = step.route?.rawValue, !names.contains(name) {
                let suggestion = Suggestion.text(for: name, among: names)
                findings.error(
                    "‘\(own.code)’ has no route ‘\(name)’, only \(Tree.alternatives(names))\(suggestion)",
                    at: route
                )
            }
            guard case .after(let other)? = step.filing else { continue }
            if other == step.jurisdiction {
                findings.error("‘\(other)’ is not filed after itself", at: after)
            } else if !rules.contains(where: { $0.code == other }) {
                let suggestion = Suggestion.text(for: other.rawValue, among: codes)
                findings.error("the jurisdiction ‘\(other)’ is not configured\(suggestion)", at: after)
            }
        }
        guard !findings.hasErrors else { throw Diagnostics(all: findings.all) }
        return reading.strategy
    }
}
