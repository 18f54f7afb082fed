import Engine
import Regulation
import Submissions
import Views

/// An event of the log, with every text.
struct ReportEvent: TemplateModel {
    /// One thing that came with it: a field, a document, or the reason.
    struct Detail: TemplateModel {
        let label: String
        let content: ReportValue
        let digest: String?

        init(_ label: String, _ content: ReportValue, digest: String? = nil) {
            self.label = label
            self.content = content
            self.digest = digest
        }
    }

    let number: Int
    let leaf: String
    let when: ReportMoment
    let fullName: String
    let who: ReportPerson
    let what: String
    let details: [Detail]
    let states: String?
    let isProposal: Bool
    let correctedBy: [Int]

    init(_ entry: HistoryEntry, _ source: ReportSource) {
        let (record, labels) = (entry.record, source.labels)
        number = record.number
        leaf = labels.text("report.leaf", "\(entry.position)")
        when = ReportMoment(entry)
        fullName = entry.name.map { "\(source.name)/\($0)" } ?? source.name
        who = ReportPerson(record, source)
        what = labels.words(for: entry)
        let answer = entry.letter.flatMap(labels.answer).map { ReportValue(plain: $0) }
        details =
            Self.details(of: record.event, source)
            + (answer.map { [Detail(labels["letters.columns.letter"], $0)] } ?? [])
        states = entry.procedure.flatMap { procedure in
            entry.states.map { labels["states.\(procedure).\($0)"] }.joined(separator: " + ").ifAny
        }
        isProposal = source.isProposal(entry.name)
        correctedBy = entry.correctedBy
    }

    /// The payload in clear, and reasons.
    private static func details(of event: SubmissionEvent, _ source: ReportSource) -> [Detail] {
        let labels = source.labels
        let payload = event.payload
        let fields = (payload?.fields ?? [:]).sorted { $0.key < $1.key }.map { field, content in
            Detail(labels["fields.\(field)"], source.value(content))
        }
        let documents = (payload?.documents ?? []).map { document in
            let title =
                source.typed(document.name).map { ReportLine(plain: $0) } ?? ReportLine(text: FreeText(typed: nil))
            return Detail(labels["columns.document"], ReportValue([title]), digest: document.digest.rawValue)
        }
        let reason: TextCommitment? =
            switch event {
            case .corrected(let corrected): corrected.reason
            case .actionReversed(let reversed): reversed.reason
            case .rulesRebound(let rebound): rebound.reason
            case .letterDisputed(let disputed): disputed.reason
            default: nil
            }
        let reasons = reason.map { [Detail(labels["columns.reason"], source.value(.text($0)))] } ?? []
        return fields + documents + reasons
    }
}

/// An attempt that a rule refused: it changed nothing, and is kept.
struct ReportRefusal: TemplateModel {
    let leaf: String
    let recorded: ReportInstant
    let who: ReportPerson
    let attempt: String
    let code: String

    init(_ refused: SubmissionEvidence.Refused, _ source: ReportSource) {
        leaf = source.labels.text("report.leaf", "\(refused.position)")
        recorded = ReportInstant(refused.refusal.recordedAt, refused.recordedLocally)
        who = ReportPerson(refused.refusal.actor, source)
        attempt = refused.refusal.attempt
        code = refused.refusal.code
    }
}
