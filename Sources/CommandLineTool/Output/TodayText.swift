import Engine
import Regulation
import Submissions
import Views

/// The day as a list for people and for spreadsheets.
struct TodayText {
    let labels: Labels
    let shell: ShellWords

    func text(_ report: TodayReport, width: Int) -> String {
        guard !report.isWorkspaceEmpty else { return first(width: width) }
        var blocks = [TextWidth.wrap(heading(report), to: width)]
        for (key, items) in [("mine", report.mine), ("others", report.others), ("ahead", report.ahead)] {
            guard !items.isEmpty || key == "mine" else { continue }
            let title = labels.text("today.\(key)", "\(items.count)")
            let nothing = TextWidth.wrap("  " + labels.text("today.nothing", day(report.through, report)), to: width)
            blocks.append([title] + (items.isEmpty ? nothing : items.flatMap { lines(of: $0, width: width) }))
        }
        let notes = notes(report.items)
        if !notes.isEmpty { blocks.append(notes.flatMap { TextWidth.wrap($0, to: width) }) }
        return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private func heading(_ report: TodayReport) -> String {
        let clock = report.isSimulated ? labels["today.comma"] + labels["today.simulated"] : ""
        return labels.text("today.heading", labels.shortDay(report.today, from: nil), day(report.through, report))
            + clock
    }

    private func day(_ date: CivilDate, _ report: TodayReport) -> String {
        labels.shortDay(date, from: report.today)
    }

    /// `! colon-cade/SG: HSA asks: …; answer by Fri 27 Nov, 2 days over`, and under it how it is done.
    private func lines(of item: TodayItem, width: Int) -> [String] {
        let mark = item.isOverdue ? "! " : "- "
        let sentence = [labels.words(for: item), labels.time(of: item)].compactMap { $0 }
            .joined(separator: labels["today.semicolon"])
        let place = place(of: item) + labels["today.colon"]
        var lines = TextWidth.wrap(place + sentence, to: width - 2).enumerated().map { ($0 == 0 ? mark : "  ") + $1 }
        let obstacles = labels.obstacles(of: item)
        if !obstacles.isEmpty {
            let words = labels.text("today.blocked", obstacles.joined(separator: labels["today.semicolon"]))
            lines += TextWidth.wrap("    " + words, to: width)
        }
        if let suggestion = item.suggestion {
            lines += shell.lines(suggestion.arguments, indent: "    ", width: width)
        }
        return lines
    }

    /// The case; with the body whose turn it is, where it is another's.
    private func place(of item: TodayItem) -> String {
        let name = item.fullName.contains("/") ? item.fullName : "\(item.fullName) (\(item.jurisdiction))"
        return labels.turn(of: item).map { "\(name) · \($0)" } ?? name
    }

    private func notes(_ items: [TodayItem]) -> [String] {
        var notes: [String] = []
        if items.contains(where: { $0.suggestion?.isWhole == false }) { notes.append(labels["today.fillIn"]) }
        if items.contains(where: { $0.confidence == .unconfirmed }) {
            notes.append("* " + labels["page.unconfirmedNote"])
        }
        if items.contains(where: { $0.duty?.isFirstDayUnknown ?? false }) {
            notes.append("* " + labels["page.firstDayNote"])
        }
        if items.contains(where: { $0.duty?.kind == .target }) { notes.append(labels["page.targetNote"]) }
        if items.contains(where: { $0.duty?.isComputed ?? false }) { notes.append(labels["due.computedNote"]) }
        return notes
    }

    /// What to do first where there is nothing yet.
    private func first(width: Int) -> String {
        let steps: [(key: String, arguments: [String])] = [
            ("describe", ["product", "describe", "DIR"]), ("check", ["submission", "check", "DIR"]),
            ("new", ["submission", "new", "DIR"]),
            ("file", ["submission", "file", "NAME", "DIR"]),
        ]
        let lines =
            TextWidth.wrap(labels["today.empty"], to: width)
            + steps.flatMap { key, arguments in
                TextWidth.wrap("- " + labels["today.first.\(key)"], to: width)
                    + shell.lines(arguments, indent: "    ", width: width)
            }
        return lines.joined(separator: "\n")
    }

    func csv(_ report: TodayReport) -> [[String]] {
        let header = [
            "part", "date", "days", "overdue", "kind", "words", "time", "submission", "case", "jurisdiction", "product",
            "turn", "confidence", "command", "fillIn", "obstacles", "earliest", "latest",
        ]
        return [header] + report.items.map(cells)
    }

    private func cells(_ item: TodayItem) -> [String] {
        [
            item.part.rawValue, item.date?.description ?? "", item.days.map { "\($0)" } ?? "", "\(item.isOverdue)",
            item.kind, labels.words(for: item), labels.time(of: item) ?? "", item.submission.rawValue,
            item.fullName.contains("/") ? item.fullName : "", item.jurisdiction.rawValue, item.product.rawValue,
            item.turnWord, item.confidence.rawValue, item.suggestion.map(shell.line) ?? "",
            (item.suggestion?.open ?? []).joined(separator: " "), labels.obstacles(of: item).joined(separator: "; "),
        ] + item.date.cells
    }
}
