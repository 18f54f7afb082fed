import ArgumentParser
import CanonicalJSON
import Engine
import Regulation
import Statecharts
import Submissions
import Views

struct WorkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work",
        abstract: "Show what waits for you, overdue first.",
        discussion: """
            EXAMPLES
              tasuki work --as officer@HSA
              tasuki work --as applicant --format json
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: FormatOption
    @OptionGroup var page: PageOptions

    func run() async throws {
        try await global.run { workspace, labels in
            let position = try page.after.map { text in
                guard let position = WorkPosition(text) else {
                    throw Failure(.usage, "--after takes the end of a page as it was named, not '\(text)'")
                }
                return position
            }
            let capacity = try actor.actor().capacity
            let found = try await workspace.tasuki.work(for: capacity, after: position, limit: page.limit)
            let items = found.items
            if items.isEmpty { try workspace.tasuki.check(capacity) }
            page.tellOfMore(after: found.next?.description, labels)
            try output.print(
                Answer(
                    display: { table(items, of: capacity, labels, width: $0) },
                    payload: { .array(items.map { $0.json(labels: labels) }) },
                    sheet: { [["case", "state", "since", "due", "actions"]] + items.map { cells($0, labels) } }
                )
            )
        }
    }

    /// Under each case what is to be done in it, by day, and then what may be done now.
    private func table(_ items: [WorkItem], of capacity: Actor.Capacity, _ labels: Labels, width: Int) -> String {
        var table = Table(["case", "state", "since"].map { labels["columns.\($0)"] })
        for item in items {
            table.add([item.row.fullName, labels.state(of: item.row), item.row.since.description])
            for duty in duties(item, labels) { table.add(note: duty) }
            for letter in item.letters {
                for answer in Suggestion.answers(to: letter, of: item.row.submission, as: capacity) {
                    table.add(note: "→ \(answer.line)")
                }
            }
            let actions = item.actions.map(\.rawValue).joined(separator: ", ")
            if !actions.isEmpty { table.add(note: "→ \(actions)") }
            for action in blocked(item, labels) { table.add(note: action) }
        }
        return items.isEmpty ? labels["page.none"] : table.text(width: width)
    }

    private func duties(_ item: WorkItem, _ labels: Labels) -> [String] {
        let text = DueText(labels: labels)
        return item.duties.map { duty in
            let day = duty.date == nil ? nil : text.date(duty)
            let remarks = labels.remarks(on: duty)
            let words = labels.words(for: duty) + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: " · ")))")
            return [day, words].compactMap { $0 }.joined(separator: " ")
        }
    }

    private func blocked(_ item: WorkItem, _ labels: Labels) -> [String] {
        item.blocked.map { action in
            "(\(action.rule.name): \(action.unmet.map { labels.words(for: $0, of: action.procedure) }.joined(separator: "; ")))"
        }
    }

    private func cells(_ item: WorkItem, _ labels: Labels) -> [String] {
        let due = labels.due(of: item.row) + (item.row.isOverdue ? " ! \(labels["page.overdue"])" : "")
        let actions = item.actions.map(\.rawValue).joined(separator: ", ")
        return [
            item.row.fullName, labels.state(of: item.row), item.row.since.description, due,
            (duties(item, labels) + [actions] + blocked(item, labels)).filter { !$0.isEmpty }.joined(separator: " · "),
        ]
    }
}
