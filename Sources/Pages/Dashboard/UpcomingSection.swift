import Engine
import Regulation
import Submissions
import Views

/// What falls due next, and what the holder still owes.
struct UpcomingSection: TemplateModel {
    struct Row: TemplateModel {
        let dueDate: String
        let dueCase: String
        let dueText: String
        let dueTurn: String
        let dueTurnTone: String
        let dueOverdue: String?
        let dueRemarks: [String]
        let dueHref: String?
    }

    struct Owed: TemplateModel {
        let owedText: String
        let owedCase: String
        let owedDate: String?
        let owedOverdue: String?
    }

    let upcomingEmpty: String
    let upcomingRows: [Row]
    let upcomingNotes: [String]
    let owed: [Owed]

    init(_ report: DueReport, _ labels: Labels, dates: String? = nil) {
        upcomingEmpty = labels.text("page.upcomingNone", report.through.description)
        upcomingRows = report.items.map { Self.row($0, labels, dates) }
        upcomingNotes = report.items.contains(where: \.isComputed) ? [labels["due.computedNote"]] : []
        owed = report.obligations.map { Self.owed($0, labels) }
    }

    private static func row(_ item: Duty, _ labels: Labels, _ dates: String?) -> Row {
        Row(
            dueDate: item.date.map { labels.words(for: $0) + (item.isDoubtful ? "*" : "") } ?? "–",
            dueCase: item.name?.rawValue ?? item.jurisdiction.rawValue,
            dueText: labels.words(for: item),
            dueTurn: labels.turn(of: item),
            dueTurnTone: item.turn == .applicant ? "me" : "",
            dueOverdue: item.isOverdue ? labels["page.overdue"] : nil,
            dueRemarks: labels.remarks(on: item).filter { $0 != labels["page.overdue"] },
            dueHref: item.date == nil ? nil : dates.map { "\($0)&duty=\(item.fullDuty.percentEncoded)" }
        )
    }

    private static func owed(_ open: OpenObligation, _ labels: Labels) -> Owed {
        Owed(
            owedText: labels.words(for: open),
            owedCase: open.obligation.name.rawValue,
            owedDate: open.obligation.due.map { "\(labels["columns.dueBy"]): \(labels.words(for: $0))" },
            owedOverdue: open.isOverdue ? labels["page.overdue"] : nil
        )
    }
}
