import Dossiers
import Engine
import Regulation
import Views

/// A check on one screen: how far each country is, what to write next, and what is odd in the folder.
struct CheckText {
    /// How many paths of one kind are told where not all are asked for.
    private static let few = 4
    private static let next = 3

    let labels: Labels
    let matrix: DossierMatrix
    let showsAll: Bool

    func text(width: Int) -> String {
        let scope = labels.text(
            "dossier.scope",
            labels["dossier.types.\(matrix.type.rawValue)"],
            matrix.date.description
        )
        let lines = [scope, "", table(width: width), ""] + notes()
        // The table is as wide as it may be already.
        return lines.flatMap { $0.contains("\n") ? [$0] : TextWidth.wrap($0, to: width) }.joined(separator: "\n")
    }

    private func table(width: Int) -> String {
        var table = Table(
            ["jurisdiction", "there", "missing", "toTranslate", "stopping", "unknownLanguage", "undecided"]
                .map { labels["columns.\($0)"] }
        )
        for country in matrix.countries {
            let cells = country.cells.filter { matrix.within?.contains($0.requirement.heading) ?? true }
            func count(_ reasons: Completeness.Reason...) -> String { "\(cells.count { reasons.contains($0.reason) })" }
            table.add([
                country.jurisdiction.rawValue, there(cells), count(.absent), count(.otherLanguage),
                "\(cells.count(where: \.blocks))", count(.unknownLanguage), count(.undecided),
            ])
            if let next = next(cells) { table.add(note: next) }
        }
        return table.text(width: width)
    }

    /// How many are there; with how many of them may not open, `40 (2!)`.
    private func there(_ cells: [Completeness.Cell]) -> String {
        let damaged = cells.count(where: matrix.isDamaged)
        return "\(cells.count { $0.reason == .present })" + (damaged > 0 ? " (\(damaged)!)" : "")
    }

    /// What a filing is refused without comes first.
    private func next(_ cells: [Completeness.Cell]) -> String? {
        let missing = cells.filter { $0.reason == .absent || $0.reason == .otherLanguage }
        let ordered = missing.filter(\.blocks) + missing.filter { !$0.blocks }
        guard !ordered.isEmpty else { return nil }
        let words = ordered.prefix(Self.next).map { cell in
            let heading = cell.requirement.heading
            let title = "\(heading) \(Self.clipped(matrix.title(heading, labels.language)))"
            guard cell.reason == .otherLanguage, let language = matrix.commonLanguage(of: cell) else { return title }
            return labels.text("dossier.translated", title, language)
        }
        return labels.text("dossier.next", words.joined(separator: labels["dossier.nextSeparator"]))
    }

    /// A title of many parts by its beginning: its number names it in full.
    private static func clipped(_ title: String) -> String {
        guard TextWidth.columns(of: title) > 24 else { return title }
        var text = ""
        for character in title {
            guard TextWidth.columns(of: text) + TextWidth.columns(of: character) < 24 else { break }
            text.append(character)
        }
        return text.trimmedEnd + "…"
    }

    private func notes() -> [String] {
        var lines = folder()
        let undecided = Set(
            matrix.countries.flatMap(\.cells).filter { $0.reason == .undecided }.map(\.requirement.heading)
        )
        if !undecided.isEmpty { lines.append(labels.text("dossier.conditions", "\(undecided.count)")) }
        lines += matrix.withoutRules.map { labels.text("dossier.noRules", $0.rawValue) }
        lines += matrix.strangers.map { labels.text("dossier.notTarget", $0.rawValue) }
        return lines + verdict()
    }

    /// What is odd in the folder itself.
    func folder() -> [String] {
        var lines: [String] = []
        let state = matrix.state
        if !state.defects.isEmpty {
            lines.append(labels.text("dossier.defects", "\(state.defects.count)"))
            lines += shown(state.defects.map { labels.said($0.description) })
        }
        if !state.findings.isEmpty {
            lines.append(labels.text("dossier.findings", "\(state.findings.count)"))
            lines += shown(state.findings.map { "\($0.path): \(labels.words(for: $0.defect))" })
        }
        if !state.samples.isEmpty {
            lines.append(labels.text("dossier.samples", "\(state.samples.count)"))
            if showsAll { lines += state.samples.map { "  " + $0 } }
        }
        if !state.waiting.isEmpty {
            let words = state.waiting.map { "\($0.country) (\($0.count))" }.joined(separator: ", ")
            lines.append(labels.text("dossier.waiting", words))
        }
        if !state.passedOver.isEmpty {
            lines.append(labels.text("dossier.passedOver", "\(state.passedOver.count)"))
            lines += shown(state.passedOver)
        }
        return lines
    }

    private func verdict() -> [String] {
        guard matrix.countries.count > matrix.withoutRules.count else { return [labels["dossier.more"]] }
        let isAnyDamaged = matrix.countries.contains { $0.cells.contains(where: matrix.isDamaged) }
        let unstated = matrix.documents.count { $0.language == nil }
        var lines = unstated > 0 ? [labels.text("dossier.unstated", "\(unstated)")] : []
        lines.append(matrix.verdict(labels))
        return lines + [labels["dossier.counts"]] + (isAnyDamaged ? [labels["dossier.damaged"]] : [])
            + [labels["dossier.more"]]
    }

    private func shown(_ texts: [String]) -> [String] {
        let few = showsAll || texts.count <= Self.few + 1 ? texts[...] : texts.prefix(Self.few)
        let rest = texts.count - few.count
        return few.map { "  " + $0 } + (rest > 0 ? ["  " + labels.text("dossier.furtherPaths", "\(rest)")] : [])
    }
}
