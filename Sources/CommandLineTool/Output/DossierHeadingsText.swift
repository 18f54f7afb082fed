import CanonicalJSON
import Definitions
import Engine
import Regulation
import Views

/// Headings of one table with their places in the others.
struct DossierHeadingsText {
    let labels: Labels
    let crosswalk: DossierCrosswalk
    let name: DossierTableName
    let table: DossierTable
    let headings: [DossierTable.Heading]

    private var others: [DossierTableName] { DossierTableName.allCases.filter { $0 != name } }

    func table(width: Int) -> String {
        var rows = Table(
            [labels["columns.heading"], labels["columns.document"]]
                + others.map { labels["dossier.tables.\($0.rawValue)"] }
        )
        for heading in headings {
            rows.add([heading.code, title(heading)] + others.map { places(heading, in: $0) })
            if let through = match(heading)?.through {
                rows.add(note: labels.text("dossier.through", through))
            }
        }
        let notes = [
            "\(labels["dossier.tables.\(name.rawValue)"]) · \(table.edition)",
            labels.text("dossier.source", source(table.source)), labels["dossier.placesNote"],
        ]
        return rows.text(width: width) + "\n\n"
            + notes.flatMap { TextWidth.wrap($0, to: width) }.joined(separator: "\n")
    }

    func csv() -> [[String]] {
        let header = ["table", "heading", "title", "samd", "scope"] + others.map(\.rawValue)
        return [header + ["through", "confidence", "basis"]]
            + headings.map { heading in
                let match = match(heading)
                return [name.rawValue, heading.code, title(heading), heading.need.rawValue, heading.scope.rawValue]
                    + others.map { (match?.codes(in: $0) ?? []).joined(separator: " ") }
                    + [
                        match?.through ?? "", match?.confidence.rawValue ?? "",
                        (match?.basis ?? []).joined(separator: "; "),
                    ]
            }
    }

    func json() -> JSONValue {
        .object([
            "table": .string(name.rawValue), "edition": .string(table.edition),
            "source": .string(table.source.text), "confidence": .string(table.source.confidence.rawValue),
            "headings": .array(headings.map(json)),
        ])
    }

    private func json(_ heading: DossierTable.Heading) -> JSONValue {
        var members: [String: JSONValue] = [
            "heading": .string(heading.code), "title": .string(title(heading)),
            "samd": .string(heading.need.rawValue), "scope": .string(heading.scope.rawValue),
            "places": .object([:]),
        ]
        if let match = match(heading) {
            members["places"] = .object(
                others.reduce(into: [:]) { places, table in
                    places[table.rawValue] = .array(match.codes(in: table).map { .string($0) })
                }
            )
            members["through"] = match.through.map { .string($0) }
            members["confidence"] = .string(match.confidence.rawValue)
            members["basis"] = .array(match.basis.map { .string($0) })
        }
        return .object(members)
    }

    private func match(_ heading: DossierTable.Heading) -> DossierCrosswalk.Match? {
        crosswalk.match(heading.code, in: name)
    }

    private func places(_ heading: DossierTable.Heading, in table: DossierTableName) -> String {
        let codes = match(heading)?.codes(in: table) ?? []
        // Of one heading the words are wanted too; in a list they would drown it.
        let words = headings.count == 1 ? codes.map { titled($0, in: table) } : codes
        return words.isEmpty ? "–" : words.joined(separator: headings.count == 1 ? "; " : ", ")
    }

    private func titled(_ code: String, in table: DossierTableName) -> String {
        crosswalk.title(code, in: table, language: labels.language)
    }

    private func title(_ heading: DossierTable.Heading) -> String {
        heading.titles[labels.language] ?? heading.titles["en"] ?? ""
    }

    private func source(_ source: Source) -> String {
        [labels.said(source.text), source.url.map { "<\($0)>" }, labels["confidence.\(source.confidence.rawValue)"]]
            .compactMap { $0 }.joined(separator: " · ")
    }
}
