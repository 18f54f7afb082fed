import Dossiers
import Engine
import Regulation
import Views

/// Each cell of one heading in words, with its condition and its source.
struct DossierExplanation {
    let labels: Labels
    let matrix: DossierMatrix
    let showsPlaces: Bool

    /// Countries that say the same stand together.
    func lines(_ heading: HeadingCode) -> [String] {
        var groups: [(sentences: [String], countries: [JurisdictionCode])] = []
        for country in matrix.countries {
            for cell in matrix.cells(heading, country) {
                let sentences = sentences(cell)
                if let index = groups.firstIndex(where: { $0.sentences == sentences }) {
                    groups[index].countries.append(country.jurisdiction)
                } else {
                    groups.append((sentences, [country.jurisdiction]))
                }
            }
        }
        let text = MatrixText(
            labels: labels,
            matrix: matrix,
            showsAll: true,
            explains: true,
            showsPlaces: showsPlaces
        )
        return ["\(heading) \(matrix.title(heading, labels.language))"]
            + (text.places(of: heading).map { ["  " + $0] } ?? [])
            + groups.flatMap { group in
                ["  \(group.countries.map(\.rawValue).joined(separator: ", ")): \(group.sentences[0])"]
                    + group.sentences.dropFirst().map { "    " + $0 }
            }
    }

    private func sentences(_ cell: Completeness.Cell) -> [String] {
        let requirement = cell.requirement
        var sentences = ["\(labels["needs.\(requirement.need.rawValue)"]) · \(reason(cell))"]
        sentences.append(accepted(cell.accepted))
        if let when = requirement.when[labels.language] ?? requirement.when["en"] {
            sentences.append(labels.text("dossier.when", when))
        }
        if let standing = standing(cell) { sentences.append(standing) }
        sentences.append(labels.text("dossier.source", source(requirement.source)))
        return sentences
    }

    private func accepted(_ languages: AcceptedLanguages) -> String {
        guard !languages.tags.isEmpty else { return labels["dossier.acceptedUnknown"] }
        let isSure = languages.confidence == .confirmed
        return labels.text(
            isSure ? "dossier.accepted" : "dossier.acceptedUnsure",
            languages.tags.joined(separator: ", ")
        )
    }

    /// What happened to the requirement, with the documents that serve it or that come close.
    private func reason(_ cell: Completeness.Cell) -> String {
        let words = labels["dossier.reasons.\(cell.reason.rawValue)"]
        let others = cell.inUnknownLanguages.isEmpty ? cell.inOtherLanguages : cell.inUnknownLanguages
        let entries = cell.serving.isEmpty ? others : cell.serving
        guard !entries.isEmpty else { return words }
        return "\(words): \(matrix.documents(entries).map(named).joined(separator: ", "))"
    }

    private func named(_ document: Document) -> String {
        "\(document.path) (\(document.language ?? labels["dossier.languageNotStated"]))"
    }

    private func standing(_ cell: Completeness.Cell) -> String? {
        let isUnconfirmed = cell.requirement.source.confidence == .unconfirmed
        return switch (isUnconfirmed, cell.blocks) {
        case (true, true): labels["dossier.adopted"]
        case (true, false): labels["dossier.unconfirmed"]
        case (false, true): labels["dossier.blocks"]
        case (false, false): nil
        }
    }

    private func source(_ source: Source) -> String {
        [
            labels.said(source.text), source.url.map { "<\($0)>" }, source.asOf?.description,
            labels["confidence.\(source.confidence.rawValue)"],
        ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
