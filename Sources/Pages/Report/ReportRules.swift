import Regulation
import Submissions
import Views

/// The procedure and the rules to which a case is bound, by their digests.
struct ReportRules: TemplateModel {
    let fullName: String
    let procedure: String?
    let isProposal: Bool
    let procedurePin: String
    let country: String
    let route: String
    let rulesPin: String

    init(_ subject: Case, _ source: ReportSource) {
        let labels = source.labels
        fullName = "\(source.name)/\(subject.name)"
        procedure = source.evidence.procedures[subject.name].map { labels["procedures.\($0.id)"] }
        isProposal = source.isProposal(subject.name)
        procedurePin = subject.procedure.rawValue
        country = source.country(subject.jurisdiction)
        let row = source.evidence.status.rows.first { $0.name == subject.name }
        route = labels.name(of: subject.route, own: row?.routeNames ?? [:])
        rulesPin = subject.rules.rawValue
    }
}
