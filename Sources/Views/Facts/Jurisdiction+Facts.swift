import Engine
package import Regulation

extension Jurisdiction {
    /// Every fact that the configuration states of the jurisdiction, in the order of its file, each with its source.
    package var facts: [Fact] {
        var list = FactList(code, counting)
        addGeneral(to: &list)
        for route in routes { list.add(route, under: "routes") }
        for track in tracks { list.add(track, under: "tracks") }
        addRegistration(to: &list)
        for requirement in requirements { list.add(requirement) }
        for observation in observed { list.add(observation) }
        return list.facts
    }

    private func addGeneral(to list: inout FactList) {
        if let source = languages.source {
            list.add(.general, "languages.dossier", languages.dossier.listed, source)
            list.add(.general, "languages.label", languages.label.listed, source)
        }
        for (number, law) in laws.enumerated() {
            list.add(.general, "laws[\(number + 1)]", law.names["en"], law.source)
        }
        for part in CountingLaws.Part.allCases where counting[part].source != .unstated {
            list.add(.clocks, "counting.\(part.rawValue)", counting[part].text, counting[part].source)
        }
        for classification in classification { list.add(classification) }
        if let holder { list.add(.general, "holder", holder.names["en"], holder.source) }
        for body in bodies {
            list.add(.general, "bodies.\(body.id).functions", body.functions.map(\.rawValue).listed, body.source)
        }
    }

    private func addRegistration(to list: inout FactList) {
        for rule in validity { list.add(rule) }
        for change in changes {
            let place = "changes.\(change.id)".of(change.classes)
            list.add(.changes, "\(place).step", change.step.rawValue, change.source, change.window)
            if let period = change.period { list.add(.changes, "\(place).period", period, change.window) }
        }
        for rule in safety {
            let place = "safety.\(rule.id)"
            guard let period = rule.period else {
                list.add(.general, "\(place).period", nil, rule.source, rule.window)
                continue
            }
            list.add(.general, "\(place).period", period, rule.window)
        }
        for rule in advertising {
            let value = rule.extent == .unknown ? nil : rule.extent.rawValue
            list.add(.general, "advertising.\(rule.id)", value, rule.source, rule.window)
        }
    }
}

extension FactList {
    /// What was observed, as one fact: `mean 137 workingDays, 2021`.
    fileprivate mutating func add(_ observation: Observation) {
        let place = "observed.\(observation.routes.map(\.rawValue).joined(separator: ","))".of(observation.classes)
        let times = Quantiles.Point.allCases.compactMap { point in
            observation.times[point].map { "\(point.rawValue) \($0.plain) \(observation.unit.rawValue)" }
        }
        let rest = [
            observation.asked.map { "asked \($0.plain)" }, observation.size.map { "n \($0)" },
            observation.year?.description,
        ]
        add(
            .clocks,
            "\(place).\(observation.counts.rawValue)",
            (times + rest.compactMap(\.self)).listed,
            observation.source
        )
    }

    fileprivate mutating func add(_ classification: Classification) {
        let window = classification.window
        add(.general, "classification.classes", classification.classes.listed, classification.source, window)
        guard let software = classification.software else { return }
        if let rule = software.names["en"] {
            add(.general, "classification.software.rule", rule, software.source, window)
        }
        for situation in SoftwareSituation.allCases {
            for significance in SoftwareSignificance.allCases {
                guard let deviceClass = software.grid[situation]?[significance] else { continue }
                let place = "classification.software.grid.\(situation.rawValue).\(significance.rawValue)"
                add(.general, place, deviceClass.rawValue, software.source, window)
            }
        }
    }

    fileprivate mutating func add(_ rule: ValidityRule) {
        let place = "validity".of(rule.routes).of(rule.classes)
        add(.validity, "\(place).model", rule.model.rawValue, rule.source, rule.window)
        if let years = rule.years { add(.validity, "\(place).years", "\(years)", rule.source, rule.window) }
        if rule.model == .fixed, rule.years == nil { add(.validity, "\(place).years", nil, rule.source, rule.window) }
        if let end = rule.ending { add(.validity, "\(place).ends", end.day.description, end.source, rule.window) }
        if let yearly = rule.yearly {
            let window = yearly.window.filled(from: rule.window)
            add(.validity, "\(place).yearly.by", yearly.by?.description, yearly.source, window)
        }
        guard let renewal = rule.renewal else { return }
        for (name, period) in [("opens", renewal.opens), ("closes", renewal.closes)] {
            guard let period else {
                add(.validity, "\(place).renewal.\(name)", nil, renewal.source, rule.window)
                continue
            }
            add(.validity, "\(place).renewal.\(name)", period, rule.window)
        }
    }

    fileprivate mutating func add(_ requirement: Requirement) {
        let types = requirement.types.map(\.rawValue).joined(separator: ",")
        let place = "requirements.\(requirement.heading)" + (requirement.types == [.initial] ? "" : "[\(types)]")
        add(.documents, "\(place).need", requirement.need.rawValue, requirement.source, requirement.window)
        guard !requirement.languages.isEmpty else { return }
        add(.documents, "\(place).languages", requirement.languages.listed, requirement.source, requirement.window)
    }
}
