import Engine
import Regulation
import Submissions
import Views

/// A decision: who, when, what, why, on which terms.
struct ReportDecision: TemplateModel {
    let title: String
    let isProposal: Bool
    let event: Int
    let country: String?
    let authority: String?
    let who: ReportPerson
    let when: ReportMoment
    let what: String
    let number: String?
    let claims: [ReportClaim]
    let reason: FreeText?
    let conditions: [ReportLine]
    /// Signatures do not exist yet; where a procedure will want one, its absence is said.
    let isUnsigned: Bool
    let correctedBy: [Int]

    static func all(_ source: ReportSource) -> [ReportDecision] {
        source.evidence.history.flatMap { entry in
            entry.record.event.changes.compactMap { change in
                guard case .decided(let decision) = change else { return nil }
                return ReportDecision(decision, entry, source)
            }
        }
    }

    private init(_ decision: Decision, _ entry: HistoryEntry, _ source: ReportSource) {
        let (record, labels) = (entry.record, source.labels)
        let subject = entry.name.flatMap { source.evidence.submission[$0] }
        title = "\(source.name)/\(entry.name?.rawValue ?? "") – \(labels["outcomes.\(decision.outcome.rawValue)"])"
        isProposal = source.isProposal(entry.name)
        event = record.number
        country = subject.map { source.country($0.jurisdiction) }
        authority = entry.name.flatMap { Self.authority(of: $0, source) }
        who = ReportPerson(record, source)
        when = ReportMoment(entry)
        what = labels.words(for: entry)
        number = decision.number?.ifAny
        claims = source.claims(decision.claims)
        reason = decision.reason.map { source.text($0) }
        conditions = decision.conditions.map { source.line($0) }
        isUnsigned =
            record.event.action.flatMap { action in
                entry.name.flatMap { source.evidence.procedures[$0]?.action(action)?.signature }
            } != nil
        correctedBy = entry.correctedBy
    }

    private static func authority(of name: CaseName, _ source: ReportSource) -> String? {
        let rules = source.evidence.rules[name]
        let procedure = source.evidence.procedures[name]
        let bodies =
            name == .hub
            ? rules?.hub.map { [$0] } : procedure.flatMap { rules?.authority(in: $0) } ?? rules?.authority
        return (bodies ?? []).map { source.body($0) }.joined(separator: " → ").ifAny
    }
}
