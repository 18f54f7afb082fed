import Dossiers
import Engine
import Regulation
import Views

/// The matrix for people.
struct MatrixText {
    let labels: Labels
    let matrix: DossierMatrix
    let showsAll: Bool
    let explains: Bool
    let showsPlaces: Bool

    func text(width: Int) -> String {
        let shown = matrix.headings.filter { heading in
            showsAll || matrix.within != nil || matrix.isMissingSomewhere(heading)
                || explains && matrix.isUndecidedSomewhere(heading)
        }
        var lines = [scope, ""]
        if explains {
            let explanation = DossierExplanation(labels: labels, matrix: matrix, showsPlaces: showsPlaces)
            lines += shown.flatMap { explanation.lines($0) + [""] }
        } else if !shown.isEmpty {
            lines += [table(shown, width: width), ""]
        }
        lines += notes(hidden: matrix.headings.count - shown.count)
        // The table is as wide as it may be already.
        return lines.flatMap { $0.contains("\n") ? [$0] : TextWidth.wrap($0, to: width) }.joined(separator: "\n")
    }

    private var scope: String {
        labels.text("dossier.scope", labels["dossier.types.\(matrix.type.rawValue)"], matrix.date.description)
    }

    private func table(_ shown: [HeadingCode], width: Int) -> String {
        var table = Table(
            [labels["columns.heading"], labels["columns.document"]] + matrix.countries.map(\.jurisdiction.rawValue)
        )
        for heading in shown {
            let cells = matrix.countries.map { country in
                let symbols = matrix.cells(heading, country).map(symbol)
                return symbols.isEmpty ? "·" : symbols.joined(separator: " ")
            }
            table.add([heading.description, matrix.title(heading, labels.language)] + cells)
            if let places = places(of: heading) { table.add(note: places) }
        }
        return table.text(width: width)
    }

    private func notes(hidden: Int) -> [String] {
        let isAnyDamaged = matrix.countries.contains { $0.cells.contains(where: matrix.isDamaged) }
        let legend = labels["matrix.legend"] + (isAnyDamaged ? " · " + labels["languages.damaged"] : "")
        var lines = explains ? [] : [legend]
        if showsPlaces { lines.append(labels["dossier.placesNote"]) }
        for country in matrix.countries where !country.isComplete {
            let missing = Set(country.blocking.map(\.requirement.heading)).sorted().map(\.description)
                .joined(separator: ", ")
            lines.append("\(country.jurisdiction): \(labels["presence.missing"]): \(missing)")
        }
        lines += matrix.withoutRules.map { labels.text("dossier.noRules", $0.rawValue) }
        lines += matrix.strangers.map { labels.text("dossier.notTarget", $0.rawValue) }
        if explains, matrix.within == nil, !matrix.unasked.isEmpty {
            lines.append(labels.text("dossier.unasked", matrix.unasked.map(\.path).joined(separator: ", ")))
        }
        if hidden > 0 { lines.append(labels.text("matrix.hidden", "\(hidden)")) }
        if matrix.countries.count > matrix.withoutRules.count { lines.append(matrix.verdict(labels)) }
        return lines
    }

    /// Where the document stands in the dossiers of ASEAN and Japan; `nil` where nobody asks, or no place is known.
    func places(of heading: HeadingCode) -> String? {
        guard showsPlaces else { return nil }
        let known = [DossierTableName.csdt, .sted].compactMap { table -> String? in
            let places = matrix.places(heading, in: table, labels.language)
            return places.isEmpty ? nil : labels.text("dossier.place.\(table.rawValue)", places.joined(separator: ", "))
        }
        return known.isEmpty ? nil : known.joined(separator: " · ")
    }

    private func symbol(_ cell: Completeness.Cell) -> String {
        let mark =
            switch cell.presence {
            case .present: matrix.isDamaged(cell) ? "✓!" : "✓"
            case .unknown: "✓?"
            case .missing: "✗"
            case .missingUnconfirmed: cell.blocks ? "✗?" : "?"
            case .notNeeded: cell.reason == .undecided ? "○" : "–"
            }
        return cell.reason == .otherLanguage ? mark + "≠" : mark
    }
}
