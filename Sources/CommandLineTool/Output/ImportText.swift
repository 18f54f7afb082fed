import Sheets
import Views

/// What an import found, for people.
struct ImportText {
    /// What people are shown at once; the rest is in the other formats.
    private static let limit = 50

    let labels: Labels

    func table(_ report: ImportReport, width: Int, isRehearsed: Bool) -> String {
        var blocks: [String] = []
        let shown = report.lines.prefix(Self.limit)
        if !shown.isEmpty {
            var table = Table([
                "", labels["import.columns.place"], labels["import.columns.column"], labels["import.columns.found"],
            ])
            for line in shown {
                let place = line.finding.place
                table.add([
                    line.finding.isDoubt ? "?" : "✗",
                    place.row.map { "\(place.file):\($0)" } ?? place.file,
                    place.column.map { labels.column($0) } ?? "",
                    line.text,
                ])
            }
            blocks.append(table.text(width: width))
        }
        if report.lines.count > shown.count {
            blocks.append(wrapped(labels.text("import.further", "\(report.lines.count - shown.count)"), width))
        }
        blocks.append(wrapped(sums(report), width) + "\n" + wrapped(ending(report, isRehearsed), width))
        return blocks.joined(separator: "\n\n")
    }

    func csv(_ report: ImportReport) -> [[String]] {
        [["file", "row", "column", "doubt", "code", "text"]]
            + report.lines.map { line in
                let place = line.finding.place
                return [
                    place.file, place.row.map { "\($0)" } ?? "", place.column ?? "",
                    line.finding.isDoubt ? "true" : "false", line.finding.code, line.text,
                ]
            }
    }

    private func sums(_ report: ImportReport) -> String {
        labels.text(
            "import.sums",
            arguments: [
                report.files, report.rows, report.opened.count, report.filings, report.letters, report.known,
                report.steps,
            ].map { "\($0)" }
        )
    }

    private func ending(_ report: ImportReport, _ isRehearsed: Bool) -> String {
        if report.conflicts > 0 { return labels.text("import.conflicts", "\(report.conflicts)", "\(report.doubts)") }
        if report.isWritten { return labels[report.isNothingNew ? "import.nothingNew" : "import.written"] }
        if report.doubts > 0, !isRehearsed { return labels.text("import.doubts", "\(report.doubts)") }
        return labels[report.isNothingNew ? "import.nothingNew" : "import.clear"]
    }

    private func wrapped(_ text: String, _ width: Int) -> String {
        TextWidth.wrap(text, to: width).joined(separator: "\n")
    }
}
