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
            page.tellOfMore(after: found.next?.description)
            try output.print(
                Answer(
                    display: { table(items, labels, width: $0) },
                    payload: { .array(items.map { json($0, labels) }) },
                    sheet: { [["case", "state", "since", "due", "actions"]] + items.map { cells($0, labels) } }
                )
            )
        }
    }

    private func table(_ items: [WorkItem], _ labels: Labels, width: Int) -> String {
        var table = Table(["case", "state", "since", "due", "action"].map { labels["columns.\($0)"] })
        for item in items { table.add(cells(item, labels)) }
        return items.isEmpty ? labels["page.none"] : table.text(width: width)
    }

    private func cells(_ item: WorkItem, _ labels: Labels) -> [String] {
        let flags = item.flags.map { "⚑ " + labels.words(for: $0) }
        let blocked = item.blocked.map { action in
            "(\(action.rule.name): \(action.unmet.map { labels.words(for: $0, of: action.procedure) }.joined(separator: "; ")))"
        }
        let owed = item.obligations.map { obligation in
            let kind = labels["obligationKinds.\(obligation.kind.rawValue)"]
            return "\(kind) \(obligation.id) \(labels.text("clock.due", obligation.due?.description ?? "–"))"
        }
        let due = labels.due(of: item.row) + (item.row.isOverdue ? " ! \(labels["page.overdue"])" : "")
        return [
            item.row.fullName, labels.state(of: item.row), item.row.since.description, due,
            ([item.actions.map(\.rawValue).joined(separator: ", ")] + owed + blocked + flags).filter { !$0.isEmpty }
                .joined(separator: " · "),
        ]
    }

    private func json(_ item: WorkItem, _ labels: Labels) -> JSONValue {
        .object([
            "case": .string(item.row.fullName),
            "state": .array(item.row.states.map { .string($0.rawValue) }),
            "stateLabel": .string(labels.state(of: item.row)),
            "since": .string(item.row.since.description),
            "due": item.row.due.map { .string($0.description) } ?? .null,
            "overdue": .bool(item.row.isOverdue),
            "actions": .array(item.actions.map { .string($0.rawValue) }),
            "blocked": .array(item.blocked.map { $0.json(labels: labels) }),
            "obligations": .array(item.obligations.map { .string($0.id.rawValue) }),
            "flags": .array(item.flags.map { .string(labels.words(for: $0)) }),
        ])
    }
}
