import Regulation
import Submissions
import Views

/// What was corrected: old and new value side by side, and why.
struct ReportCorrection: TemplateModel {
    let number: Int
    let what: String
    /// The event that was corrected.
    let target: Int?
    let old: ReportValue
    let new: ReportValue
    let reason: FreeText
    let who: ReportPerson
    let when: ReportMoment

    static func all(_ source: ReportSource) -> [ReportCorrection] {
        source.evidence.history.flatMap { entry -> [ReportCorrection] in
            switch entry.record.event {
            case .corrected(let corrected): all(corrected, entry, source)
            case .rulesRebound(let rebound):
                [
                    ReportCorrection(
                        entry,
                        source,
                        what: source.labels["report.rules"],
                        old: ReportValue(code: rebound.old.rawValue),
                        new: ReportValue(code: rebound.new.rawValue),
                        reason: rebound.reason
                    )
                ]
            default: []
            }
        }
    }

    private static func all(
        _ corrected: Corrected,
        _ entry: HistoryEntry,
        _ source: ReportSource
    ) -> [ReportCorrection] {
        let labels = source.labels
        var rows = corrected.fields.map { change in
            ReportCorrection(
                entry,
                source,
                what: labels.name(ofCorrected: change.field),
                target: corrected.event,
                old: change.old.map { source.value($0) } ?? ReportValue(plain: labels["page.none"]),
                new: source.value(change.new),
                reason: corrected.reason
            )
        }
        if let new = corrected.newDate {
            rows.append(
                ReportCorrection(
                    entry,
                    source,
                    what: labels["report.occurred"],
                    target: corrected.event,
                    old: ReportValue(plain: corrected.oldDate?.description ?? "–"),
                    new: ReportValue(plain: new.description),
                    reason: corrected.reason
                )
            )
        }
        return rows
    }

    private init(
        _ entry: HistoryEntry,
        _ source: ReportSource,
        what: String,
        target: Int? = nil,
        old: ReportValue,
        new: ReportValue,
        reason: TextCommitment
    ) {
        number = entry.record.number
        self.what = what
        self.target = target
        self.old = old
        self.new = new
        self.reason = source.text(reason)
        who = ReportPerson(entry.record, source)
        when = ReportMoment(entry)
    }
}
