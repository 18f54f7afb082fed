import Engine
import Regulation
import Submissions
import Views

/// One event as the page shows it.
struct HistoryRow: TemplateModel {
    let entryNumber: Int
    let entryDate: String
    let entryCase: String
    let entryText: String
    let entryDetails: [String]
    let entryStates: String
    let entryBy: String
    let entryRecorded: String

    init(_ entry: HistoryEntry, _ labels: Labels, _ texts: CommittedTexts) {
        let record = entry.record
        entryNumber = record.number
        entryDate = record.occurredOn.description
        entryCase = entry.name?.rawValue ?? "–"
        entryText = labels.words(for: entry)
        entryDetails =
            (entry.amendment.map { labels.lines(for: $0) } ?? Self.details(record, labels, texts))
            + Self.corrections(entry, labels) + (entry.letter.flatMap(labels.answer).map { [$0] } ?? [])
        let procedure = entry.procedure
        entryStates = entry.states.map { state in
            procedure.map { labels["states.\($0).\(state)"] } ?? "\(state)"
        }.joined(separator: " + ")
        entryBy = labels.recorder(of: record)
        entryRecorded = entry.recordedLocally
    }

    private static func corrections(_ entry: HistoryEntry, _ labels: Labels) -> [String] {
        entry.correctedBy.map { "\(labels["page.flags.corrected"]) (\(labels["page.no"]) \($0))" }
    }

    /// What a person handed in, field by field in the order of their names, and the documents.
    private static func details(_ record: EventRecord, _ labels: Labels, _ texts: CommittedTexts) -> [String] {
        switch record.event {
        case .caseAdvanced(let advanced):
            let fields = advanced.payload.fields.sorted { $0.key < $1.key }.compactMap { name, value in
                labels.words(for: value, texts).map { "\(labels["fields.\(name)"]): \($0)" }
            }
            let documents = advanced.payload.documents.map { "\(labels["columns.document"]): \(texts[$0.name])" }
            return fields + documents
        case .corrected(let corrected): return ["\(labels["columns.reason"]): \(texts[corrected.reason])"]
        case .actionReversed(let reversed): return ["\(labels["columns.reason"]): \(texts[reversed.reason])"]
        case .rulesRebound(let rebound): return ["\(labels["columns.reason"]): \(texts[rebound.reason])"]
        case .letterDisputed(let disputed): return ["\(labels["columns.reason"]): \(texts[disputed.reason])"]
        case .opened, .amended, .dossierFiled, .caseOpened, .messageIgnored, .approvalFlagged, .letterConfirmed:
            return []
        }
    }
}
