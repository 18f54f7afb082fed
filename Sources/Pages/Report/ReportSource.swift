import Engine
import Regulation
import Submissions
import Views

/// What a report is made from, and the words that all its parts use.
struct ReportSource {
    let evidence: SubmissionEvidence
    let manifest: SubmissionManifest?
    let labels: Labels
    private let names: Names
    private let texts: [TextCommitment: String]

    init(_ evidence: SubmissionEvidence, manifest: SubmissionManifest?, labels: Labels, names: Names) {
        self.evidence = evidence
        self.manifest = manifest
        self.labels = labels
        self.names = names
        texts = Dictionary(evidence.texts.map { ($0.commitment, $0.text) }) { first, _ in first }
    }

    var name: String { evidence.submission.name.rawValue }

    /// `Singapore (SG)`.
    func country(_ code: JurisdictionCode) -> String { named(code.rawValue, names[code]) }

    /// `Health Sciences Authority (HSA)`.
    func body(_ id: BodyID) -> String { named(id.rawValue, names[id]) }

    private func named(_ code: String, _ name: String) -> String {
        name == code ? code : labels.text("report.named", name, code)
    }

    func capacity(_ capacity: Actor.Capacity) -> String {
        switch capacity {
        case .applicant: labels["capacities.applicant"]
        case .role(let role, let id): labels.text("capacities.role", labels["roles.\(role)"], body(id))
        case .deadline: labels["capacities.deadline"]
        case .dependency: labels["capacities.dependency"]
        }
    }

    /// The documents that came with the event; what puts an event right rests on those of that event.
    func letters(of event: SubmissionEvent) -> [DocumentReference] {
        let earlier: Int? =
            switch event {
            case .corrected(let corrected): corrected.event
            case .actionReversed(let reversed): reversed.event
            case .letterConfirmed(let confirmed): confirmed.event
            case .letterDisputed(let disputed): disputed.event
            default: nil
            }
        guard let earlier else { return event.payload?.documents ?? [] }
        return evidence.history.first { $0.record.number == earlier }?.record.event.payload?.documents ?? []
    }

    /// Nil where the text was erased.
    func typed(_ commitment: TextCommitment) -> String? { texts[commitment] }

    func text(_ commitment: TextCommitment) -> FreeText { FreeText(typed: texts[commitment]) }

    private static func brackets(_ parts: [String?]) -> String? {
        let parts = parts.compactMap(\.self)
        return parts.isEmpty ? nil : " (\(parts.joined(separator: " · ")))"
    }

    /// A condition with its date, and what became of it.
    func line(_ condition: Condition) -> ReportLine {
        ReportLine(
            text: text(condition.text),
            due: Self.brackets([
                condition.due.map { labels.text("clock.due", labels.words(for: $0)) },
                evidence.status.rows.lazy.compactMap { $0.standing(of: condition, labels) }.first,
            ])
        )
    }

    /// Claims by their ids, each with its wording where the manifest gives one.
    func claims(_ ids: [ClaimID]) -> [ReportClaim] {
        ids.map { id in
            let texts = manifest?.claims.first { $0.id == id }?.texts
            return ReportClaim(id: id.rawValue, wording: texts?[labels.language] ?? texts?["en"])
        }
    }

    /// A value of a payload with its texts in clear.
    func value(_ value: FieldValue) -> ReportValue {
        switch value {
        case .text(let commitment): ReportValue([ReportLine(text: text(commitment))])
        case .questions(let drafts): ReportValue(drafts.map { ReportLine(text: text($0.text)) })
        case .answers(let drafts):
            ReportValue(drafts.map { ReportLine(lead: "\($0.question.rawValue): ", text: text($0.text)) })
        case .conditions(let conditions): ReportValue(conditions.map { line($0) })
        case .choice(let choice): ReportValue(plain: labels.text(ifAny: "choices.\(choice)") ?? choice)
        case .claims(let ids): ReportValue(claims: claims(ids))
        case .jurisdictions(let codes): ReportValue(codes.map { ReportLine(plain: country($0)) })
        case .code, .date, .integer, .flag, .money: ReportValue(plain: labels.words(for: value))
        }
    }

    /// Whether a case is only modelled on a proposal.
    func isProposal(_ name: CaseName?) -> Bool { name.map { evidence.procedures[$0]?.standing == .proposal } ?? false }
}
