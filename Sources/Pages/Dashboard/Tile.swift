import Engine
import Regulation
import Submissions
import Views

/// One figure of the overview.
struct Tile: TemplateModel {
    let tileLabel: String
    let tileValue: String
    let tileTone: String
    let tileNote: String?

    init(_ label: String, _ value: String, _ level: Level, isText: Bool = false, note: String? = nil) {
        tileLabel = label
        tileValue = value
        tileTone = isText ? "\(level.rawValue) text" : level.rawValue
        tileNote = note
    }

    /// `due` counts with what is overdue: an obligation is, though nobody's turn it is in the case.
    static func summary(of report: StatusReport, _ due: DueReport?, _ labels: Labels) -> [Tile] {
        let counts = ReportCounts(report, due)
        let next = counts.next
        return [
            Tile(labels["page.counts.jurisdictions"], "\(counts.jurisdictions)", .plain),
            Tile(labels["page.counts.approved"], "\(counts.approved)", counts.approved > 0 ? .good : .plain),
            Tile(labels["page.counts.underWay"], "\(counts.underWay)", counts.underWay > 0 ? .info : .plain),
            Tile(labels["page.counts.ended"], "\(counts.ended)", .plain),
            Tile(labels["page.counts.overdue"], "\(counts.overdue)", counts.overdue > 0 ? .bad : .plain),
            Tile(
                labels["page.counts.openQuestions"],
                "\(counts.openQuestions)",
                counts.openQuestions > 0 ? .wait : .plain
            ),
            Tile(
                labels["page.nextDue"],
                next?.due?.latest.description ?? "–",
                .info,
                isText: true,
                note: next.map { labels.laneName($0) }
            ),
        ]
    }
}

/// How many jurisdictions of a submission stand where.
struct ReportCounts {
    let jurisdictions: Int
    let approved: Int
    let underWay: Int
    let ended: Int
    let overdue: Int
    let openQuestions: Int
    /// The case whose date comes next, the overdue included.
    let next: StatusRow?

    init(_ report: StatusReport, _ due: DueReport? = nil) {
        let current = report.rows.filter { $0.replacedBy == nil }
        let members = current.filter { $0.name != .hub && !$0.isTrack }
        jurisdictions = Set(members.map(\.jurisdiction)).count
        approved = members.count { $0.approval?.standing == .inForce }
        underWay = members.count { !$0.isOver && $0.turn != .nobody && $0.approval?.standing != .inForce }
        ended = members.count - approved - underWay
        let late = current.count { $0.isOverdue && !$0.isOver }
        overdue = due.map { max(late, $0.items.count(where: \.isOverdue)) } ?? late
        openQuestions = report.questions.count { $0.status == .issued }
        next = current.filter { !$0.isOver && $0.due != nil }
            .min { ($0.due?.latest ?? .latest, $0.name) < ($1.due?.latest ?? .latest, $1.name) }
    }
}
