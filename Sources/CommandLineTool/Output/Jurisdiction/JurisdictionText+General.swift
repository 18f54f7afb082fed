import Engine
import Regulation
import Views

// Laws, classes, languages, holder and bodies.
extension JurisdictionText {
    mutating func addGeneral(_ jurisdiction: Jurisdiction) {
        if !jurisdiction.laws.isEmpty {
            section("jurisdiction.laws")
            for law in jurisdiction.laws { add(words.name(law.names), law.source) }
        }
        for classification in jurisdiction.classification { add(classification) }
        section("jurisdiction.languages")
        let languages = labels.text(
            "jurisdiction.languagesOf",
            jurisdiction.languages.dossier.listed,
            jurisdiction.languages.label.listed
        )
        if let source = jurisdiction.languages.source { add(languages, source) } else { add(["  " + languages]) }
        if let holder = jurisdiction.holder {
            section("jurisdiction.holder")
            add(words.name(holder.names), holder.source)
        }
        addCounting(jurisdiction.counting)
        addBodies(jurisdiction)
    }

    private mutating func addCounting(_ laws: CountingLaws) {
        let parts = CountingLaws.Part.allCases.filter { laws[$0].source != .unstated }
        guard !parts.isEmpty else { return }
        section("counting.title")
        var table = table("rule", "figure", "source")
        for part in parts {
            let law = laws[part]
            let figure = starred(words.counting(law.counting), law.source)
            table.add([labels["counting.parts.\(part.rawValue)"], figure, sources.number(law.source)])
        }
        add(table)
    }

    private mutating func add(_ classification: Classification) {
        section("jurisdiction.classes")
        add(limited(classification.classes.listed, classification.window), classification.source)
        guard let software = classification.software else { return }
        if !software.names.isEmpty { add(words.name(software.names), software.source) }
        guard !software.grid.isEmpty else { return }
        var grid = Table(
            [labels["jurisdiction.software"]]
                + SoftwareSignificance.allCases.map { labels["advice.significance.\($0.rawValue)"] }
        )
        for situation in SoftwareSituation.allCases {
            let cells = SoftwareSignificance.allCases.map { significance in
                software.grid[situation]?[significance].map { starred($0.rawValue, software.source) } ?? "–"
            }
            grid.add([labels["advice.situations.\(situation.rawValue)"]] + cells)
        }
        add(grid)
    }

    private mutating func addBodies(_ jurisdiction: Jurisdiction) {
        section("jurisdiction.bodies")
        var table = table("authority", "function", "source")
        for body in jurisdiction.bodies {
            let names = body.names.sorted { $0.key < $1.key }.map(\.value)
            var functions = body.functions.map { labels["functions.\($0.rawValue)"] }
            if body.id == jurisdiction.hub { functions.append(labels["routes.hub"]) }
            table.add([
                "\(body.id) – \(names.joined(separator: " / "))",
                starred(functions.joined(separator: words.comma), body.source), sources.number(body.source),
            ])
        }
        add(table)
    }
}
