import Engine
import Regulation
import Submissions
import Views

/// Memos about dates, for the terminal.
struct MemoTable {
    let labels: Labels
    let report: MemoReport
    /// As it was typed: a case, or a submission.
    let subject: String

    /// The dates with the name of each.
    func list(width: Int) -> String {
        let due = DueText(labels: labels)
        var table = Table([labels["columns.date"], labels["memo.rows.duty"], labels["columns.what"]])
        for memo in report.memos {
            table.add([due.date(memo.item), name(of: memo.item), labels.words(for: memo.item)])
        }
        let first = report.memos.first.map { name(of: $0.item) } ?? ""
        let hints = [
            labels.text("memo.list", subject, "\(report.memos.count)", "tasuki explain date \(subject) \(first)"),
            labels["memo.listAll"],
        ]
        let notes = due.notes(report.memos.map(\.item))
        return ([table.text(width: width), ""] + (hints + notes).flatMap { TextWidth.wrap($0, to: width) })
            .joined(separator: "\n")
    }

    private func name(of item: Duty) -> String { report.name == nil ? item.fullDuty : item.duty }

    /// Every memo whole, and why there is none where there is none.
    func memos(width: Int) -> String {
        let texts = report.memos.map { labels.text(of: $0, in: report) }
        guard !texts.isEmpty else {
            let silences = report.silences.map { labels.words(for: $0) }
            return ([labels.text("memo.none", subject)] + silences.map { "– \($0)" })
                .flatMap { TextWidth.wrap($0, to: width) }.joined(separator: "\n")
        }
        return texts.map { text(of: $0, width) }.joined(separator: "\n\n\n")
    }

    private func text(of memo: MemoText, _ width: Int) -> String {
        let clock = report.isSimulated ? " · " + labels["today.simulated"] : ""
        let asOf = labels.text("memo.asOf", String(report.zone.localText(report.asOf).prefix(16))) + clock
        let heads = [MemoText.Line](memo.head)
        let column =
            ([memo.head] + memo.sections.map(\.lines)).joined().compactMap(\.label)
            .map { TextWidth.columns(of: $0) }.max() ?? 0
        var lines = TextWidth.wrap(memo.title, to: width)
        lines.append(String(repeating: "═", count: min(width, TextWidth.columns(of: memo.title))))
        lines += labeled(labels["columns.date"], memo.day, column, width)
        lines += heads.flatMap { labeled($0.label ?? "", $0.text, column, width) }
        lines += TextWidth.wrap(asOf, to: width)
        for section in memo.sections {
            lines += ["", section.title]
            for line in section.lines {
                lines +=
                    line.label.map { labeled($0, line.text, column, width) }
                    ?? TextWidth.hanging("–", line.text, to: width)
                // An address stands whole on a line of its own, so that it can be followed.
                if let address = line.address {
                    lines.append(String(repeating: " ", count: column + 2) + "<\(address)>")
                }
            }
            guard !section.rows.isEmpty else { continue }
            var table = Table(section.header)
            for row in section.rows { table.add(row) }
            lines += table.text(width: width).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.joined(separator: "\n")
    }

    private func labeled(_ label: String, _ text: String, _ column: Int, _ width: Int) -> [String] {
        let mark = label + String(repeating: " ", count: max(0, column - TextWidth.columns(of: label)) + 1)
        return TextWidth.hanging(mark, text, to: width)
    }

    /// The days of every count.
    func csv() -> [[String]] {
        let header = ["case", "duty", "ends", "date", "day", "nature", "holiday", "stoppedBy", "behind"]
        return [header]
            + report.memos.flatMap { memo in
                (memo.count?.days ?? []).map { day in
                    [
                        memo.item.fullName, memo.item.duty, memo.date.latest.description, day.date.description,
                        day.number.map { "\($0)" } ?? "", day.nature.rawValue, day.holiday ?? "",
                        day.stoppedBy?.rawValue ?? "", "\(day.isBehind)",
                    ]
                }
            }
    }
}
