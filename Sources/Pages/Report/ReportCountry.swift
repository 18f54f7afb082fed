import Regulation
import Submissions
import Views

/// Where one case stands.
struct ReportCountry: TemplateModel {
    let fullName: String
    let country: String
    let authority: String?
    let route: String
    let isProposal: Bool
    let participation: String?
    let state: String?
    let since: String
    let replacedBy: String?
    let clock: ReportFigure
    let due: ReportFigure?
    let isOverdue: Bool
    /// What stands in place of a date.
    let noDue: String
    let turn: String
    let outcome: String

    init(_ row: StatusRow, _ source: ReportSource) {
        let labels = source.labels
        fullName = row.fullName
        country = source.country(row.jurisdiction)
        authority = labels.authority(of: row).ifAny
        route = labels.routeName(of: row)
        isProposal = source.isProposal(row.name)
        participation = row.participation.map { labels["participation.\($0.rawValue)"] }
        state = labels.state(of: row).ifAny
        since = row.since.description
        replacedBy = row.replacedBy.map { labels.text("report.replacedBy", $0.rawValue) }
        // What narrow tables mark with an asterisk is spelled out here.
        clock = ReportFigure(
            text: labels.clock(of: row).replacing("*", with: ""),
            isUnconfirmed: row.isLimitUnconfirmed
        )
        due = row.due.map { ReportFigure(text: labels.words(for: $0), isUnconfirmed: row.isDueDoubtful) }
        isOverdue = row.isOverdue
        noDue = labels.due(of: row)
        turn = labels.turn(of: row)
        outcome = row.outcome.map { labels["outcomes.\($0.rawValue)"] } ?? labels["page.notYet"]
    }
}
