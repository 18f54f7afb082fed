import Engine
import Regulation
import Statecharts
import Submissions
import Views

/// The status of a submission as tables.
struct StatusText {
    let labels: Labels
    var shell: ShellWords?

    /// One under the other, with a line between them and after the last.
    func tables(_ reports: [StatusReport], width: Int) -> String {
        guard !reports.isEmpty else { return labels["page.none"] }
        return reports.map { table($0, width: width) + "\n" }.joined(separator: "\n")
    }

    func table(_ report: StatusReport, width: Int) -> String {
        // Of the two shapes the shorter is the one that is easier to read.
        guard !report.rows.isEmpty else {
            let lines = filings(report, width: width)
            return (heading(report, width: width) + (lines.isEmpty ? [labels["page.none"]] : lines)).joined(
                separator: "\n"
            )
        }
        let shapes = [wide(report).text(width: width), narrow(report, width: width)]
        let body = shapes.min { $0.count { $0.isNewline } < $1.count { $0.isNewline } } ?? ""
        let notes = notes(report).flatMap { TextWidth.wrap($0, to: width) }
        let filings = filings(report, width: width)
        return (heading(report, width: width) + [body] + notes + filings).joined(separator: "\n")
    }

    private func wide(_ report: StatusReport) -> Table {
        var table = Table(
            ["case", "authority", "route", "state", "since", "clock", "due", "turn"].map { labels["columns.\($0)"] }
        )
        for row in report.rows {
            table.add([
                row.name.rawValue, labels.authority(of: row), labels.route(of: row), state(row), row.since.description,
                labels.clock(of: row), due(row), labels.turn(of: row),
            ])
        }
        return table
    }

    /// For a narrow terminal: what one asks first in columns, the rest in a second line.
    private func narrow(_ report: StatusReport, width: Int) -> String {
        var table = Table(["case", "state", "due", "turn"].map { labels["columns.\($0)"] })
        for row in report.rows {
            let details = [
                labels.authority(of: row), labels.route(of: row),
                "\(labels["columns.since"]) \(row.since)", row.clock == nil ? nil : labels.clock(of: row),
                row.report.map { labels.words(for: $0) },
            ]
            table.add([row.name.rawValue, state(row), due(row), labels.turn(of: row)])
            table.add(note: details.compactMap { $0 }.joined(separator: " · "))
        }
        return table.text(width: width)
    }

    /// What is still to be filed, the first time or again, and the command that files.
    private func filings(_ report: StatusReport, width: Int) -> [String] {
        report.duties.filter { $0.kind == .filing }.flatMap { duty -> [String] in
            let lines = TextWidth.wrap(labels.text("due.toFile", labels.words(for: duty)), to: width)
            guard let shell else { return lines }
            let command = Suggestion(filing: report.submission, for: duty.jurisdiction).arguments
            return lines + shell.lines(command, indent: "    ", width: width)
        }
    }

    private func heading(_ report: StatusReport, width: Int) -> [String] {
        let lines = [
            "\(report.submission) · \(report.product) \(report.productVersion)",
            labels.asOf(report.asOf, report.zone, isSimulated: report.isSimulated),
        ]
        return lines.flatMap { TextWidth.wrap($0, to: width) }
    }

    private func state(_ row: StatusRow) -> String {
        var text = labels.state(of: row)
        if row.replacedBy != nil, let successor = row.replacedBy { text += " → \(successor)" }
        if !row.transcribed.isEmpty { text += " ✎" }
        if row.flags.contains(where: { !$0.isSettled }) { text += " ⚑" }
        return text
    }

    private func due(_ row: StatusRow) -> String {
        labels.due(of: row) + (row.isOverdue ? " !" : "")
    }

    private func notes(_ report: StatusReport) -> [String] {
        var notes: [String] = []
        if report.rows.contains(where: {
            $0.isDueUnconfirmed || $0.isLimitUnconfirmed || $0.report?.confidence == .unconfirmed
        }) {
            notes.append("* " + labels["page.unconfirmedNote"])
        }
        if report.rows.contains(where: \.isFirstDayUnknown) {
            notes.append("* " + labels["page.firstDayNote"])
        }
        if report.rows.contains(where: { $0.standing == .proposal }) {
            notes.append("(案) " + labels["page.proposalNote"])
        }
        for row in report.rows {
            if let report = row.report, report.verdict != .met {
                notes.append("\(row.name): \(labels.words(for: report))")
            }
        }
        for row in report.rows where !row.transcribed.isEmpty {
            let events = row.transcribed.map { "#\($0)" }.joined(separator: ", ")
            notes.append("✎ \(row.name): " + labels.text("page.transcribed", events))
            notes += row.remarksOnLetters(labels).map { "✎ \(row.name): \($0.text)" }
        }
        for row in report.rows {
            for flag in row.flags where !flag.isSettled {
                notes.append("⚑ \(row.name): \(labels.words(for: flag))")
            }
        }
        if report.rows.contains(where: \.isOverdue) { notes.append("! " + labels["page.overdue"]) }
        return notes
    }

    func csv(_ reports: [StatusReport]) -> [[String]] {
        let header = [
            "submission", "case", "jurisdiction", "authority", "route", "state", "stateLabel", "since", "clockUnit",
            "agencyHeld", "applicantHeld", "limit", "verdict", "due", "confidence", "turn", "overdue", "transcribed",
            "earliest", "latest", "reportDue", "reportedOn",
        ]
        return [header] + reports.flatMap { report in report.rows.map(cells) }
    }

    private func cells(_ row: StatusRow) -> [String] {
        [
            row.submission.rawValue, row.fullName, row.jurisdiction.rawValue, labels.authority(of: row),
            row.route.rawValue, row.states.map(\.rawValue).joined(separator: " "), labels.state(of: row),
            row.since.description, row.clock?.unit.rawValue ?? "", row.clock?.agencyHeld.description ?? "",
            row.clock?.applicantHeld.description ?? "", row.clock?.limit.map { "\($0)" } ?? "",
            (row.clock?.verdict ?? row.report?.verdict)?.rawValue ?? "", row.due?.description ?? "",
            row.due.map { _ in row.isDueDoubtful ? "unconfirmed" : "confirmed" } ?? "",
            row.turnBody?.rawValue ?? labels.turn(of: row), "\(row.isOverdue)",
            row.transcribed.map { "\($0)" }.joined(separator: " "),
        ] + row.due.cells + [row.report?.due.description ?? "", row.report?.doneOn.description ?? ""]
    }
}
