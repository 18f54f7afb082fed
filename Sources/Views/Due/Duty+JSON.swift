package import CanonicalJSON
import Engine
import Regulation
import Submissions

extension Duty {
    /// The item for programs; a date known only in part is written so, with its first and last day beside it.
    package func json(labels: Labels) -> JSONValue {
        .object([
            "date": date.map { .string($0.description) } ?? .null,
            "earliest": date.firstDay,
            "latest": date.lastDay,
            "kind": .string(kind.rawValue),
            "words": .string(labels.words(for: self)),
            "submission": .string(submission.rawValue),
            "case": name == nil ? .null : .string(fullName),
            "jurisdiction": .string(jurisdiction.rawValue),
            "product": .string(product.rawValue),
            "turn": .string(turnWord),
            "overdue": .bool(isOverdue),
            "confidence": .string(confidence.rawValue),
            "computed": .bool(isComputed),
            "firstDayUnknown": .bool(isFirstDayUnknown),
        ])
    }

    /// The body whose turn it is, or `applicant`, `hub`, `others`, `nobody`.
    package var turnWord: String {
        switch turn {
        case .body: turnBody?.rawValue ?? "nobody"
        case .hub: turnBody?.rawValue ?? "hub"
        case .applicant: "applicant"
        case .others: "others"
        case .nobody: "nobody"
        }
    }
}

extension OpenObligation {
    package func json(labels: Labels) -> JSONValue {
        .object([
            "id": .string(obligation.id.rawValue),
            "submission": .string(submission.rawValue),
            "case": .string("\(submission)/\(obligation.name)"),
            "jurisdiction": .string(jurisdiction.rawValue),
            "kind": .string(obligation.kind.rawValue),
            "words": .string(labels.words(for: self)),
            "due": obligation.due.map { .string($0.description) } ?? .null,
            "earliest": obligation.due.bounds.firstDay,
            "latest": obligation.due.bounds.lastDay,
            "overdue": .bool(isOverdue),
        ])
    }
}
