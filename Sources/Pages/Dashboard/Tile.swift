import Engine
import Regulation
import Submissions
import Views

/// One figure of the overview.
struct Tile: TemplateModel {
    let tileLabel: String
    /// In parts between which a line may break.
    let tileValue: [String]
    let tileTone: String
    let tileNote: String?

    init(_ label: String, _ value: String, _ level: Level, isText: Bool = false, note: String? = nil) {
        tileLabel = label
        tileValue = value.unbroken
        tileTone = isText ? "\(level.rawValue) text" : level.rawValue
        tileNote = note
    }

    static func summary(of report: StatusReport, _ labels: Labels) -> [Tile] {
        let counts = ReportCounts(report)
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
                next.flatMap { duty in duty.date.map { labels.words(for: $0) + (duty.isDoubtful ? "*" : "") } } ?? "–",
                .info,
                isText: true,
                note: next.map { duty in
                    report.place(of: duty, labels) + (duty.isOverdue ? " · " + labels["page.overdue"] : "")
                }
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
    /// The duty whose last day comes first, the overdue included.
    let next: Duty?

    init(_ report: StatusReport) {
        let current = report.rows.filter { $0.replacedBy == nil }
        let members = current.filter { $0.name != .hub && !$0.isTrack }
        jurisdictions = Set(members.map(\.jurisdiction)).count
        approved = members.count { $0.approval?.standing == .inForce }
        underWay = members.count { !$0.isOver && $0.turn != .nobody && $0.approval?.standing != .inForce }
        ended = members.count - approved - underWay
        overdue = report.duties.count(where: \.isOverdue)
        openQuestions = report.questions.count { $0.status == .issued }
        next = report.duties.next
    }
}

extension StatusReport {
    /// Where the duty is to be done: its lane, or its country for an approval that was granted outside.
    func place(of duty: Duty, _ labels: Labels) -> String {
        rows.first { $0.name == duty.name }.map(labels.laneName) ?? duty.jurisdiction.rawValue
    }
}

extension String {
    /// The words of the text, between which a line may break, each with the space that follows it: a date stays whole.
    var unbroken: [String] {
        var parts = [""]
        for character in self {
            // A bracket that Japanese has no space before begins a word of its own.
            if character == "（", parts.last?.isEmpty == false { parts.append("") }
            parts[parts.count - 1].append(character)
            if character == " " { parts.append("") }
        }
        return parts.filter { !$0.isEmpty }
    }
}
