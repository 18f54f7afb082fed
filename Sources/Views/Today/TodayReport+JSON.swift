package import CanonicalJSON
import Engine
package import Regulation
package import Submissions

extension TodayReport {
    /// The day for programs, with suggestions as `command` writes them for a terminal.
    ///
    /// `Schemas/today.schema.json` describes it.
    package func json(labels: Labels, command: (Suggestion) -> String) -> JSONValue {
        func list(_ items: [TodayItem]) -> JSONValue { .array(items.map { $0.json(labels: labels, command: command) }) }
        return .object([
            "asOf": .string(asOf.description),
            "today": .string(today.description),
            "through": .string(through.description),
            "simulated": .bool(isSimulated),
            "empty": .bool(isWorkspaceEmpty),
            "mine": list(mine),
            "others": list(others),
            "ahead": list(ahead),
        ])
    }
}

extension TodayItem {
    fileprivate func json(labels: Labels, command: (Suggestion) -> String) -> JSONValue {
        .object([
            "kind": .string(kind),
            "words": .string(labels.words(for: self)),
            "time": labels.time(of: self).map { .string($0) } ?? .null,
            "date": date.map { .string($0.description) } ?? .null,
            "earliest": date.firstDay,
            "latest": date.lastDay,
            "days": days.map { .integer(Int64($0)) } ?? .null,
            "overdue": .bool(isOverdue),
            "confidence": .string(confidence.rawValue),
            "firstDayUnknown": .bool(duty?.isFirstDayUnknown ?? false),
            "submission": .string(submission.rawValue),
            "case": fullName.contains("/") ? .string(fullName) : .null,
            "jurisdiction": .string(jurisdiction.rawValue),
            "product": .string(product.rawValue),
            "turn": .string(turnWord),
            "command": suggestion.map { .string(command($0)) } ?? .null,
            "fillIn": .array((suggestion?.open ?? []).map { .string($0) }),
            "obstacles": .array(labels.obstacles(of: self).map { .string($0) }),
        ])
    }

    /// The kind of the duty, `move`, or `wait` where it is another's.
    package var kind: String {
        switch subject {
        case .duty(let duty): duty.kind.rawValue
        case .move: "move"
        case .wait: "wait"
        }
    }

    package var turnWord: String {
        switch subject {
        case .duty(let duty): duty.turnWord
        case .move: "applicant"
        case .wait(let move): move.row.turnWord
        }
    }

    package var confidence: Confidence { duty?.confidence ?? .confirmed }

    package var submission: SubmissionName {
        switch subject {
        case .duty(let duty): duty.submission
        case .move(let move), .wait(let move): move.submission
        }
    }

    package var jurisdiction: JurisdictionCode {
        switch subject {
        case .duty(let duty): duty.jurisdiction
        case .move(let move), .wait(let move): move.jurisdiction
        }
    }

    package var product: ProductID {
        switch subject {
        case .duty(let duty): duty.product
        case .move(let move), .wait(let move): move.product
        }
    }
}

extension Labels {
    /// What stands in the way, in words.
    package func obstacles(of item: TodayItem) -> [String] {
        item.blocked.map { unmet(of: $0) } ?? []
    }
}
