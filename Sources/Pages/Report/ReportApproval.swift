import Regulation
import Submissions
import Views

/// An approval, on what it rests, and what has happened to that.
struct ReportApproval: TemplateModel {
    /// The approval relied on, in the revision that was relied on, and what it is now.
    struct Reference: TemplateModel {
        let relied: String
        let now: String?
        let isFirstStage: Bool
    }

    let title: String
    let isProposal: Bool
    let country: String
    let number: String?
    let basis: String
    let stage: String?
    let claims: [ReportClaim]
    let grantedOn: String
    let validUntil: String?
    let conditions: [ReportLine]
    let dependsOn: [Reference]
    let flags: [String]
    let revision: Int

    init(_ approval: Approval, _ source: ReportSource) {
        let labels = source.labels
        title = "\(approval.id.rawValue) – \(labels["approvalStanding.\(approval.standing.rawValue)"])"
        isProposal = source.isProposal(approval.id.rawValue.split(separator: "/").last.map { CaseName(String($0)) })
        country = source.country(approval.jurisdiction)
        number = approval.number?.ifAny
        basis = labels["basis.\(approval.basis.rawValue)"]
        stage = approval.stage.flatMap { labels.text(ifAny: "approvalStage.\($0)") }
        claims = source.claims(approval.claims)
        grantedOn = approval.grantedOn.description
        validUntil = approval.validUntil?.description
        conditions = approval.conditions.map { source.line($0) }
        dependsOn = approval.dependsOn.map { Self.reference($0, source) }
        flags = approval.flags.map { labels.words(for: $0) }
        revision = approval.revision
    }

    private static func reference(_ reference: Approval.Reference, _ source: ReportSource) -> Reference {
        let labels = source.labels
        let now = source.evidence.register.first { $0.id == reference.approval }
        return Reference(
            relied: labels.text("report.revision", reference.approval.rawValue, "\(reference.revision)"),
            now: now.map {
                labels.text("report.now", labels["approvalStanding.\($0.standing.rawValue)"], "\($0.revision)")
            },
            isFirstStage: now?.isFirstStage ?? false
        )
    }
}
