import Engine
import Regulation
import Submissions
import Views

/// What is due, as tables.
struct DueText {
    let labels: Labels

    func table(_ report: DueReport, moves: Int, width: Int) -> String {
        var lines = TextWidth.wrap(heading(report), to: width)
        lines.append("")
        lines.append(report.items.isEmpty ? labels["page.none"] : rows(report.items).text(width: width))
        let others = moves > 0 ? [labels.text("due.moves", "\(moves)")] : []
        let notes = (notes(report.items) + others).flatMap { TextWidth.wrap($0, to: width) }
        if !notes.isEmpty { lines += [""] + notes }
        return lines.joined(separator: "\n")
    }

    private func heading(_ report: DueReport) -> String {
        let today = report.zone.civilDate(at: report.asOf)
        let clock = report.isSimulated ? " · " + labels["today.simulated"] : ""
        return labels.text("due.heading", "\(today)", "\(report.through)") + clock
    }

    func rows(_ items: [Duty]) -> Table {
        var table = Table(["date", "case", "what"].map { labels["columns.\($0)"] })
        for item in items {
            let name = item.name == nil ? "\(item.submission) (\(item.jurisdiction))" : item.fullName
            let date = item.date.map { $0.isOpen ? labels.words(for: $0) : $0.description } ?? "–"
            table.add([date + marks(item), name, labels.words(for: item)])
            // In a narrow column a date known only in part has its short form: its latest day is told below.
            let latest = item.date.flatMap { $0.isExact || $0.isOpen ? nil : [labels.words(for: $0)] } ?? []
            let remarks = latest + [labels.text("page.waitingFor", labels.turn(of: item))] + labels.remarks(on: item)
            table.add(note: remarks.joined(separator: " · "))
        }
        return table
    }

    /// The date, `!` where it has passed, `*` where it is not confirmed.
    func date(_ item: Duty) -> String { (item.date.map { labels.words(for: $0) } ?? "–") + marks(item) }

    private func marks(_ item: Duty) -> String {
        (item.isDoubtful ? "*" : "") + (item.isOverdue ? " !" : "")
    }

    func notes(_ items: [Duty]) -> [String] {
        var notes: [String] = []
        if items.contains(where: { $0.confidence == .unconfirmed }) {
            notes.append("* " + labels["page.unconfirmedNote"])
        }
        if items.contains(where: \.isFirstDayUnknown) {
            notes.append("* " + labels["page.firstDayNote"])
        }
        if items.contains(where: { $0.kind == .target }) { notes.append(labels["page.targetNote"]) }
        if items.contains(where: \.isComputed) { notes.append(labels["due.computedNote"]) }
        return notes
    }

    func csv(_ items: [Duty]) -> [[String]] {
        let header = [
            "date", "kind", "words", "submission", "case", "jurisdiction", "product", "turn", "overdue", "confidence",
            "computed", "earliest", "latest",
        ]
        return [header]
            + items.map { item in
                [
                    item.date?.description ?? "", item.kind.rawValue, labels.words(for: item), item.submission.rawValue,
                    item.name == nil ? "" : item.fullName, item.jurisdiction.rawValue, item.product.rawValue,
                    item.turnWord, "\(item.isOverdue)", item.confidence.rawValue, "\(item.isComputed)",
                ] + item.date.cells
            }
    }
}
