import Engine
import Regulation
import Submissions
package import Views

/// What waits for who looks at the page.
package struct Desk: Sendable {
    package let items: [WorkItem]
    /// Whether more waits than is shown.
    package let hasMore: Bool

    package init(items: [WorkItem], hasMore: Bool) {
        self.items = items
        self.hasMore = hasMore
    }
}

/// One case that waits, as the desk shows it.
struct DeskRow: TemplateModel {
    let deskHref: String
    let deskName: String
    let deskState: String
    let deskDue: String
    let deskTone: String
    /// What is to be done by a day, and what may be done now.
    let deskNotes: [Note]

    init(_ item: WorkItem, _ labels: Labels) {
        let row = item.row
        deskHref = "/submissions/\(row.submission.rawValue.percentEncoded)?lang=\(labels.language)"
        deskName = row.fullName
        deskState = labels.state(of: row)
        let due = item.due.map { labels.words(for: $0) } ?? "–"
        deskDue = item.isOverdue ? "\(due) · \(labels["page.overdue"])" : due
        deskTone = item.isOverdue ? "alarm" : ""
        let duties = item.duties.map { duty in
            let day = duty.date.map { labels.words(for: $0) + " " } ?? ""
            return Note(day + labels.words(for: duty), duty.isOverdue ? .bad : .plain)
        }
        let actions = item.actions.map { labels.text(ifAny: "actions.\(row.procedure).\($0)") ?? $0.rawValue }
        let may =
            actions.isEmpty
            ? [] : [Note(labels.text("page.desk.may", actions.joined(separator: labels["advice.comma"])), .plain)]
        let blocked = item.blocked.map { action in
            let name =
                labels.text(ifAny: "actions.\(action.procedure).\(action.rule.name)") ?? action.rule.name.rawValue
            let why = action.unmet.map { labels.words(for: $0, of: action.procedure) }.joined(separator: "; ")
            return Note(labels.text("page.desk.notYet", name, why), .plain)
        }
        deskNotes = duties + may + blocked
    }
}
