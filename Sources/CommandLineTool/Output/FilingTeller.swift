import Engine
import Regulation
import Submissions
import Views

/// Says what a filing came to: for whom the dossier is with its authority, and who has still to file, and how.
struct FilingTeller {
    private let submission: Submission
    private let acceptance: Acceptance
    private let labels: Labels
    private let filed: [Case]
    /// Cases of the filing that file for themselves, by an act of their own.
    let waiting: [Case]

    /// - Parameters:
    ///   - submission: The submission after the filing.
    ///   - cases: The cases that the filing opened.
    ///   - acceptance: What was recorded.
    ///   - labels: The words.
    init(_ submission: Submission, _ cases: [Case], _ acceptance: Acceptance, _ labels: Labels) {
        self.submission = submission
        self.acceptance = acceptance
        self.labels = labels
        let deciding = cases.filter { !$0.isTrack && !$0.isOver && $0.name != .hub }
        filed = deciding.filter { !$0.filings.isEmpty }
        waiting = deciding.filter(\.filings.isEmpty)
    }

    /// - Parameters:
    ///   - documents: How many documents the dossier holds.
    ///   - items: What is the applicant's to do now.
    ///   - shell: How a command is written.
    /// - Returns: Sentences, and commands under them.
    func lines(_ documents: Int, _ items: [TodayItem], _ shell: ShellWords) -> [String] {
        var lines: [String] = []
        if let filing = submission.filings.last(where: { submission.dossiers[$0.number] != nil }) {
            let revision = String(filing.revision.rawValue.prefix(12))
            let events = "#\(acceptance.events.lowerBound)–#\(acceptance.events.upperBound)"
            if !filed.isEmpty {
                lines.append(labels.text("filing.done", "\(documents)", list(filed), revision, events))
            }
            if !waiting.isEmpty {
                lines.append(labels.text("filing.kept", "\(documents)", list(waiting), revision, events))
            }
        }
        return lines + waiting.flatMap { next(of: $0, items, shell) }
    }

    /// The command by which the case files with its authority, or what it waits for.
    private func next(of subject: Case, _ items: [TodayItem], _ shell: ShellWords) -> [String] {
        let name = "\(submission.name)/\(subject.name)"
        guard let item = items.first(where: { $0.fullName == name && ($0.suggestion != nil || !$0.obstacles.isEmpty) })
        else { return [labels.text("filing.waiting", subject.jurisdiction.rawValue, submission.name.rawValue)] }
        guard let suggestion = item.suggestion else {
            let obstacles = labels.obstacles(of: item).joined(separator: labels["today.semicolon"])
            return [labels.text("filing.blocked", subject.jurisdiction.rawValue, obstacles)]
        }
        return [labels.text("filing.next", subject.jurisdiction.rawValue)]
            + shell.lines(suggestion.arguments, indent: "  ", width: 80)
            + (suggestion.isWhole ? [] : [labels["today.fillIn"]])
    }

    private func list(_ cases: [Case]) -> String { cases.map(\.jurisdiction.rawValue).joined(separator: ", ") }
}
