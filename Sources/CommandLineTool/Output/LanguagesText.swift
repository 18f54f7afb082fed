import Engine
import Regulation
import Submissions
import Views

/// The languages of a dossier for people: how far each country is, the documents, and what to send to translators.
struct LanguagesText {
    let labels: Labels
    let report: LanguageReport
    let titles: [HeadingCode: String]
    let showsAll: Bool
    /// Of a submission, which dossiers these are.
    var filed: FiledPapers?

    func text(width: Int) -> String {
        let scope = labels.text(
            "dossier.scope",
            labels["dossier.types.\(report.type.rawValue)"],
            report.date.description
        )
        var lines = [scope] + filings + ["", countries(width: width), ""]
        let shown = report.lines.filter { showsAll || !$0.cells.allSatisfy { $0.state == .there && !$0.isDamaged } }
        if !shown.isEmpty { lines += [documents(shown, width: width), "", legend] }
        let hidden = report.lines.count - shown.count
        if hidden > 0 { lines.append(labels.text("languages.hidden", "\(hidden)")) }
        lines += report.work.map { work in
            labels.text(
                "languages.work",
                work.language,
                "\(work.lines.count)",
                work.countries.map(\.rawValue).joined(separator: ", ")
            )
        }
        lines.append(labels["languages.counts"])
        if !unsure.isEmpty {
            lines.append(labels.text("languages.unsure", unsure.map(\.rawValue).joined(separator: ", ")))
        }
        // The tables are as wide as they may be already.
        return lines.flatMap { $0.contains("\n") ? [$0] : TextWidth.wrap($0, to: width) }.joined(separator: "\n")
    }

    /// Which filing each country's dossier is.
    private var filings: [String] {
        guard let filed else { return [] }
        let waves = filed.dossiers.map { dossier in
            labels.text(
                "languages.filed",
                dossier.countries.map(\.rawValue).joined(separator: ", "),
                "\(dossier.filing.number)",
                dossier.filing.filedOn.description
            )
        }
        guard !filed.unfiled.isEmpty else { return waves }
        return waves + [labels.text("languages.unfiled", filed.unfiled.map(\.rawValue).joined(separator: ", "))]
    }

    /// A mark stays with its words.
    private var legend: String {
        let isAnyDamaged = report.lines.contains { $0.cells.contains(where: \.isDamaged) }
        return (labels["languages.legend"] + (isAnyDamaged ? " · " + labels["languages.damaged"] : "")).split(
            separator: " · "
        ).map { $0.replacing(" ", with: "\u{A0}") }
            .joined(separator: " · ")
    }

    private func countries(width: Int) -> String {
        var table = Table(
            ["jurisdiction", "takes", "there", "toTranslate", "missing", "unknownLanguage"]
                .map { labels["columns.\($0)"] }
        )
        for code in report.countries {
            let states: [LanguageReport.State] = [.there, .wrong, .missing, .unknown]
            table.add([code.rawValue + mark(code), takes(code)] + states.map { "\(report.count($0, in: code))" })
        }
        return table.text(width: width)
    }

    private func documents(_ lines: [LanguageReport.Line], width: Int) -> String {
        var table = Table(
            [labels["columns.heading"], labels["columns.document"]] + report.countries.map { $0.rawValue + mark($0) }
        )
        for line in lines {
            table.add([line.heading.description, name(line)] + report.countries.map { symbol(line.cell($0)) })
        }
        return table.text(width: width)
    }

    private func name(_ line: LanguageReport.Line) -> String {
        let title = titles[line.heading] ?? ""
        guard let name = line.name else { return title }
        let languages = line.versions.map { $0.language ?? "?" }.joined(separator: ", ")
        return (line.jurisdiction.map { "\($0): " } ?? "") + "\(name) (\(languages))"
    }

    private func symbol(_ cell: LanguageReport.Cell?) -> String {
        switch cell?.state {
        case nil: "·"
        case .there: cell?.isDamaged == true ? "✓!" : "✓"
        case .unknown: "?"
        case .wrong: cell?.isServed == true ? "≠" : "→" + (cell?.into ?? "")
        case .missing: "✗" + (cell?.into ?? "")
        }
    }

    /// What a country takes for most of what it asks for; labels may have languages of their own.
    private func takes(_ code: JurisdictionCode) -> String {
        let cells = report.lines.compactMap { $0.cell(code) }
        var seen: [String] = []
        for cell in cells {
            let words = cell.accepted.tags.isEmpty ? "?" : cell.accepted.tags.joined(separator: labels["languages.or"])
            if !seen.contains(words) { seen.append(words) }
        }
        return seen.isEmpty ? "–" : seen.joined(separator: "; ")
    }

    private var unsure: [JurisdictionCode] {
        report.countries.filter { code in
            report.lines.contains { $0.cell(code)?.accepted.confidence == .unconfirmed }
        }
    }

    private func mark(_ code: JurisdictionCode) -> String { unsure.contains(code) ? "*" : "" }
}
