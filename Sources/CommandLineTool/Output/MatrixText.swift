import Engine
import Regulation
import TransparencyLog

/// Headings × jurisdictions.
struct DossierMatrix {
    let countries: [Completeness]
    let titles: [HeadingCode: [String: String]]

    var isComplete: Bool { countries.allSatisfy(\.isComplete) }

    var headings: [HeadingCode] { Set(countries.flatMap { $0.cells.map(\.requirement.heading) }).sorted() }

    func cell(_ heading: HeadingCode, _ country: Completeness) -> Completeness.Cell? {
        country.cells.first { $0.requirement.heading == heading }
    }
}

/// The matrix for people and programs.
struct MatrixText {
    let labels: Labels
    let matrix: DossierMatrix
    let showsAll: Bool

    func table(width: Int) -> String {
        var table = Table(
            [labels["columns.heading"], labels["columns.document"]] + matrix.countries.map(\.jurisdiction.rawValue)
        )
        let shown = matrix.headings.filter { showsAll || isMissingSomewhere($0) }
        for heading in shown {
            table.add(
                [heading.description, title(heading)]
                    + matrix.countries.map { country in
                        matrix.cell(heading, country).map(short) ?? "·"
                    }
            )
        }
        var lines = shown.isEmpty ? [] : [table.text(width: width), ""]
        lines.append(labels["matrix.legend"])
        for country in matrix.countries where !country.isComplete {
            let missing = country.blocking.map(\.requirement.heading.description).joined(separator: ", ")
            lines.append("\(country.jurisdiction): \(labels["presence.missing"]): \(missing)")
        }
        let hidden = matrix.headings.count - shown.count
        if hidden > 0 { lines.append(labels.text("matrix.hidden", "\(hidden)")) }
        lines.append(labels[matrix.isComplete ? "matrix.complete" : "matrix.incomplete"])
        return lines.flatMap { $0.contains("\n") ? [$0] : TextWidth.wrap($0, to: width) }.joined(separator: "\n")
    }

    private func isMissingSomewhere(_ heading: HeadingCode) -> Bool {
        matrix.countries.contains { country in
            guard let presence = matrix.cell(heading, country)?.presence else { return false }
            return presence == .missing || presence == .missingUnconfirmed
        }
    }

    private func short(_ cell: Completeness.Cell) -> String {
        switch cell.presence {
        case .present: "✓"
        case .missing: "✗"
        case .missingUnconfirmed: cell.blocks ? "✗?" : "?"
        case .notNeeded: "–"
        }
    }

    private func title(_ heading: HeadingCode) -> String {
        matrix.titles[heading]?[labels.language] ?? matrix.titles[heading]?["en"] ?? ""
    }

    func csv() -> [[String]] {
        [["heading", "title", "jurisdiction", "need", "presence", "blocks", "source", "url", "confidence"]]
            + rows { heading, country, cell in
                let source = cell.requirement.source
                return [
                    heading.description, title(heading), country.jurisdiction.rawValue, cell.requirement.need.rawValue,
                    labels["presence.\(cell.presence.rawValue)"], "\(cell.blocks)", source.text, source.url ?? "",
                    source.confidence.rawValue,
                ]
            }
    }

    func json() -> JSONValue {
        .object([
            "complete": .bool(matrix.isComplete),
            "cells": .array(
                rows { heading, country, cell in
                    .object([
                        "heading": .string(heading.description), "title": .string(title(heading)),
                        "jurisdiction": .string(country.jurisdiction.rawValue),
                        "need": .string(cell.requirement.need.rawValue), "presence": .string(cell.presence.rawValue),
                        "blocks": .bool(cell.blocks), "source": .string(cell.requirement.source.text),
                        "confidence": .string(cell.requirement.source.confidence.rawValue),
                    ])
                }
            ),
        ])
    }

    private func rows<Row>(_ make: (HeadingCode, Completeness, Completeness.Cell) -> Row) -> [Row] {
        matrix.headings.flatMap { heading in
            matrix.countries.compactMap { country in matrix.cell(heading, country).map { make(heading, country, $0) } }
        }
    }
}
