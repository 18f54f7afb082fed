import Regulation
import Submissions
import TransparencyLog
import Views

/// What the report is about, and what it was written from.
struct ReportSummary: TemplateModel {
    let title: String
    let product: String
    let claims: [ReportClaim]
    let applicant: String
    let period: String?
    let statusAt: String
    let treeSize: Int
    let root: String
    let ownEntries: String
    let generator: String
    let notes: [String]

    init(_ source: ReportSource, generator: String) {
        let (evidence, labels) = (source.evidence, source.labels)
        let (opened, status) = (evidence.submission.opened, evidence.status)
        title =
            "\(source.manifest?.product.name(in: labels.language) ?? opened.product.rawValue) \(opened.productVersion)"
        product = opened.product.rawValue
        claims = source.claims(opened.claims)
        applicant = source.manifest?.applicant.name(in: labels.language) ?? opened.applicant.rawValue
        period = Self.period(evidence)
        statusAt = "\(status.asOf) (\(status.zone.localText(status.asOf)), \(status.zone.id))"
        treeSize = evidence.head.size
        root = evidence.head.root.description
        ownEntries = labels.text(
            "report.counts",
            "\(evidence.history.count)",
            "\(evidence.refusals.count)",
            "\(evidence.erasedTexts)"
        )
        self.generator = generator
        notes = Self.notes(evidence, labels)
    }

    private static func period(_ evidence: SubmissionEvidence) -> String? {
        let dates = evidence.history.map(\.record.occurredOn)
        guard let first = dates.map(\.earliest).min(), let last = dates.map(\.latest).max() else { return nil }
        return "\(first) – \(last)"
    }

    private static func notes(_ evidence: SubmissionEvidence, _ labels: Labels) -> [String] {
        var notes: [String] = []
        if evidence.status.isSimulated { notes.append(labels["report.simulated"]) }
        if evidence.procedures.values.contains(where: { $0.standing == .proposal }) {
            notes.append("\(labels["standing.proposal"]): \(labels["page.proposalNote"])")
        }
        notes.append("\(labels["confidence.unconfirmed"]): \(labels["page.unconfirmedNote"])")
        notes.append(labels["report.identityNote"])
        notes.append(labels["page.notLegalAdvice"])
        return notes
    }
}
