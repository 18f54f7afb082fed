import Engine
import Regulation
import Views

// What holds after an approval, and how many documents it takes.
extension JurisdictionText {
    mutating func addRegistration(_ jurisdiction: Jurisdiction) {
        addValidity(jurisdiction.validity)
        addChanges(jurisdiction.changes)
        guard !jurisdiction.safety.isEmpty else { return }
        section("jurisdiction.safety")
        var table = table("rule", "figure", "source")
        for rule in jurisdiction.safety {
            let figure = rule.period.map(words.span) ?? labels["advice.gap.unstated"]
            table.add([
                limited(name(of: rule), rule.window), starred(figure, rule.source), sources.number(rule.source),
            ])
        }
        add(table)
    }

    /// The name of the rule, with the kinds of event that fall under it, and where they happen.
    private func name(of rule: SafetyRule) -> String {
        let place = rule.place.map { [labels["safety.place.\($0.rawValue)"]] } ?? []
        let kinds = rule.kinds.map { labels["choices.\($0.rawValue)"] } + place
        return words.name(rule.names) + (kinds.isEmpty ? "" : " (\(kinds.joined(separator: words.comma)))")
    }

    private mutating func addValidity(_ rules: [ValidityRule]) {
        guard !rules.isEmpty else { return }
        section("jurisdiction.validity")
        for rule in rules {
            let key =
                switch rule.model {
                case .fixed where rule.years == nil: "named"
                case .unlimited where rule.ending != nil: "no-term"
                default: rule.model.rawValue
                }
            let model = labels.text("validityModels.\(key)", "\(rule.years ?? 0)")
            add(limited(model, routes: rule.routes, classes: rule.classes, rule.window), rule.source)
            if let ending = rule.ending { add(labels.text("jurisdiction.ends", ending.day.description), ending.source) }
            if let yearly = rule.yearly {
                let day = yearly.by.map { labels.text("jurisdiction.yearlyBy", $0.description) }
                add(limited(day ?? labels["jurisdiction.yearly"], yearly.window), yearly.source)
            }
            guard let renewal = rule.renewal else { continue }
            let ends = [("opens", renewal.opens), ("closes", renewal.closes)].map { key, period in
                period.map { labels.text("jurisdiction.\(key)", words.span($0)) }
                    ?? labels["jurisdiction.\(key)Unstated"]
            }
            add(labels.text("jurisdiction.renewal", ends.joined(separator: words.comma)), renewal.source)
        }
    }

    private mutating func addChanges(_ changes: [ChangeCategory]) {
        guard !changes.isEmpty else { return }
        section("jurisdiction.changes")
        var table = table("rule", "figure", "source")
        for change in changes {
            let figure = [labels["changeSteps.\(change.step.rawValue)"], change.period.map(words.span)]
            table.add([
                limited("\(words.name(change.names)) (\(change.id))", classes: change.classes, change.window),
                starred(figure.compactMap(\.self).joined(separator: words.comma), change.source),
                sources.number(change.source),
            ])
        }
        add(table)
    }

    mutating func addDocuments(_ requirements: [Requirement]) {
        guard !requirements.isEmpty else { return }
        section("jurisdiction.documents")
        let types = Requirement.ApplicationType.allCases
        var table = Table(
            [labels["columns.need"]] + types.map { labels["jurisdiction.types.\($0.rawValue)"] }
        )
        for need in Requirement.Need.allCases where requirements.contains(where: { $0.need == need }) {
            let cells = types.map { type -> String in
                let own = requirements.filter { $0.need == need && $0.types.contains(type) }
                let unconfirmed = own.count { $0.source.confidence == .unconfirmed }
                guard unconfirmed > 0 else { return "\(own.count)" }
                return labels.text("jurisdiction.count", "\(own.count)", "\(unconfirmed)")
            }
            table.add([labels["needs.\(need.rawValue)"]] + cells)
        }
        add(table)
    }
}
