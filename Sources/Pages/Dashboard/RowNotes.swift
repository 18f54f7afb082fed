import Engine
import Regulation
import Submissions
import Views

/// What must be said of a case beside its state.
struct RowNotes {
    private let labels: Labels
    private let texts: CommittedTexts
    private let history: [HistoryEntry]

    init(_ labels: Labels, _ texts: CommittedTexts, _ history: [HistoryEntry]) {
        self.labels = labels
        self.texts = texts
        self.history = history
    }

    func notes(on row: StatusRow) -> [Note] {
        var notes: [Note] = []
        if let other = row.replacedBy {
            notes.append(Note(labels.text("page.continuedAs", other.rawValue), .plain))
        }
        if row.isOverdue, !row.isOver, let due = row.due {
            let key = row.clock?.isRunning == true && row.clock?.due == due ? "page.flags.clockExceeded" : "page.passed"
            notes.append(Note(labels.text(key, labels.words(for: due)), .bad))
        }
        if let report = row.report {
            notes.append(Note(labels.words(for: report), report.verdict == .met ? .plain : .bad))
        }
        notes += self.notes(on: row.flags)
        if !row.transcribed.isEmpty {
            let letters = row.transcribed.map { document(of: $0) }.joined(separator: ", ")
            notes.append(Note(labels.text("page.transcribed", letters), .plain))
            notes += row.remarksOnLetters(labels).map { Note($0.text, $0.isSettled ? .plain : .wait) }
        }
        return notes
    }

    /// Changes of approvals on which this one rests, with the way from there to here.
    func notes(on flags: [Approval.Flag]) -> [Note] {
        flags.filter { !$0.isSettled }.map { Note(labels.words(for: $0), $0.change == .reinstated ? .plain : .wait) }
    }

    /// The letters that came with an event, by name.
    private func document(of number: Int) -> String {
        let documents = history.first { $0.record.number == number }?.record.event.payload?.documents ?? []
        let names = documents.compactMap { texts.text(ifAny: $0.name) }
        guard !names.isEmpty else { return labels.text("page.unnamedDocument", "\(number)") }
        return labels.text("page.namedDocument", names.joined(separator: ", "), "\(number)")
    }
}
