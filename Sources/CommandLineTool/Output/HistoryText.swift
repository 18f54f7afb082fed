import CanonicalJSON
import Engine
import Regulation
import Submissions
import Views

/// The history of a submission as tables and JSON.
struct HistoryText {
    let labels: Labels
    let submission: SubmissionName

    func table(_ entries: [HistoryEntry], width: Int) -> String {
        var table = table(entries, saysWhoInColumns: true)
        if table.breaksWords(at: width) { table = self.table(entries, saysWhoInColumns: false) }
        return ([table.text(width: width)] + zones(entries).flatMap { TextWidth.wrap($0, to: width) })
            .joined(separator: "\n")
    }

    /// Who recorded an event and when stands in columns where there is room for them, else under the event.
    private func table(_ entries: [HistoryEntry], saysWhoInColumns: Bool) -> Table {
        let recorded = saysWhoInColumns ? ["recorded", "by"] : []
        var table = Table(
            ["#"] + (["case", "date"] + recorded + ["action", "state"]).map { labels["columns.\($0)"] }
        )
        for entry in entries {
            let when = String(entry.recordedLocally.prefix(16))
            table.add(
                ["\(entry.record.number)", entry.name?.rawValue ?? "–", entry.record.occurredOn.description]
                    + (saysWhoInColumns ? [when, who(entry)] : []) + [what(entry), states(entry)]
            )
            if !saysWhoInColumns { table.add(note: "\(labels["columns.recorded"]) \(when) · \(who(entry))") }
            for line in entry.amendment.map(labels.lines) ?? [] { table.add(note: line) }
            if let answer = entry.letter.flatMap(labels.answer) { table.add(note: "✎ " + answer) }
            for letter in letters(entry) { table.add(note: labels.text("letters.named", letter.name, letter.id)) }
        }
        return table
    }

    /// By which clocks the times are told, where there is more than one.
    private func zones(_ entries: [HistoryEntry]) -> [String] {
        var cases: [String: [String]] = [:]
        for entry in entries {
            let zone = entry.recordedLocally.split(separator: " ").last.map(String.init) ?? ""
            let name = entry.name?.rawValue ?? submission.rawValue
            if cases[zone]?.contains(name) != true { cases[zone, default: []].append(name) }
        }
        guard cases.count > 1 else { return [] }
        let words = cases.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value.joined(separator: ", ")))" }
        return [labels.text("page.zones", words.joined(separator: ", "))]
    }

    func csv(_ entries: [HistoryEntry]) -> [[String]] {
        let header = [
            "event", "case", "occurredOn", "recordedAt", "recordedBy", "as", "onBehalfOf", "what", "state", "texts",
            "correctedBy", "letters",
        ]
        return [header]
            + entries.map { entry in
                [
                    "\(submission)#\(entry.record.number)", entry.name?.rawValue ?? "",
                    entry.record.occurredOn.description, entry.record.recordedAt.description,
                    entry.record.recordedBy.person.rawValue, entry.record.recordedBy.capacity.description,
                    entry.record.onBehalfOf?.description ?? "", what(entry), states(entry),
                    texts(entry).joined(separator: " | "), entry.correctedBy.map { "#\($0)" }.joined(separator: " "),
                    letters(entry).map { "\($0.id) \($0.name)" }.joined(separator: " | "),
                ]
            }
    }

    private func who(_ entry: HistoryEntry) -> String {
        let actor = "\(entry.record.recordedBy.person) (\(entry.record.recordedBy.capacity))"
        return entry.record.onBehalfOf.map { "\(actor) ✎ \($0)" } ?? actor
    }

    func what(_ entry: HistoryEntry) -> String {
        var text = labels.words(for: entry)
        if !entry.correctedBy.isEmpty {
            text += " → " + entry.correctedBy.map { "#\($0)" }.joined(separator: ", ")
        }
        return text
    }

    private func states(_ entry: HistoryEntry) -> String {
        guard let procedure = entry.procedure else { return "" }
        return entry.states.map { labels["states.\(procedure).\($0)"] }.joined(separator: " + ")
    }

    /// The documents that came with the event, by their names and as 'tasuki letter' names them.
    private func letters(_ entry: HistoryEntry) -> [(name: String, id: String)] {
        (entry.record.event.payload?.documents ?? []).enumerated().map { place, document in
            let id = Letter.ID(submission: submission, event: entry.record.number, place: place + 1)
            return (entry.texts[document.name] ?? labels["letters.erased"], id.description)
        }
    }

    private func texts(_ entry: HistoryEntry) -> [String] {
        entry.record.event.commitments.compactMap { entry.texts[$0] } + (entry.amendment.map(labels.lines) ?? [])
    }
}
