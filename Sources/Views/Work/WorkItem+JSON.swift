package import CanonicalJSON
import Engine
import Regulation
import Statecharts

extension WorkItem {
    /// What waits in a case, for programs.
    package func json(labels: Labels) -> JSONValue {
        .object([
            "case": .string(row.fullName),
            "state": .array(row.states.map { .string($0.rawValue) }),
            "stateLabel": .string(labels.state(of: row)),
            "since": .string(row.since.description),
            "due": row.due.map { .string($0.description) } ?? .null,
            "earliest": row.due.firstDay,
            "latest": row.due.lastDay,
            "unconfirmed": .bool(row.isDueUnconfirmed),
            "firstDayUnknown": .bool(row.isFirstDayUnknown),
            "overdue": .bool(row.isOverdue),
            "duties": .array(duties.map { $0.json(labels: labels) }),
            "actions": .array(actions.map { .string($0.rawValue) }),
            "blocked": .array(blocked.map { $0.json(labels: labels) }),
        ])
    }
}
