package import CanonicalJSON
import Engine
import Regulation
import Statecharts
import Submissions

extension StatusRow {
    /// The row for programs, in the order in which its members are written.
    ///
    /// Quantities are integers for days and have one decimal for months; one that is known only within bounds is the
    /// text `lower/upper`. Dates are written as well as they are known: `2026-05-12`, `2026-05`, `2026`,
    /// `2026-02-13/2026-03-25`, `../2026-03-25`, `2026-03-25/..` or `unknown`; `earliest` and `latest` are the bounds of `due`.
    package func json(labels: Labels) -> [(String, JSONValue)] {
        [
            ("submission", .string(submission.rawValue)),
            ("case", .string(fullName)),
            ("jurisdiction", .string(jurisdiction.rawValue)),
            ("authority", .string(authorities)),
            ("route", .string(route.rawValue)),
            ("state", .array(states.map { .string($0.rawValue) })),
            ("stateLabel", .string(labels.state(of: self))),
            ("since", .string(since.description)),
            ("clock", clock?.json ?? .null),
            ("report", report?.json ?? .null),
            ("due", due.map { .string($0.description) } ?? .null),
            ("earliest", due.firstDay),
            ("latest", due.lastDay),
            ("turn", .string(turnWord)),
            ("participation", participation.map { .string($0.rawValue) } ?? .null),
            ("bundle", bundle.map { .string("\(submission)/\($0)") } ?? .null),
            ("standing", .string(standing.rawValue)),
            ("overdue", .bool(isOverdue)),
            ("unconfirmed", .bool(isDueUnconfirmed)), ("firstDayUnknown", .bool(isFirstDayUnknown)),
            ("transcribed", .array(transcribed.map { .integer(Int64($0)) })),
            ("letters", .array(letters.map { $0.json(isAsked: isAsked($0)) })),
            ("flags", .array(flags.map(\.json))),
            ("version", .integer(Int64(version))),
        ]
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

extension StatusReport {
    /// The rows as a JSON array of objects, one member a line, ending with a line break.
    ///
    /// What the terminal prints with `--format json` and what HTTP answers, byte for byte.
    package func jsonText(labels: Labels) -> String { Self.jsonText([self], labels: labels) }

    /// The rows of several submissions as one array.
    package static func jsonText(_ reports: [StatusReport], labels: Labels) -> String {
        let objects = reports.flatMap(\.rows).map { row in
            let members = row.json(labels: labels).map { name, value in
                "    \(JSONValue.string(name).canonicalText()): \(value.canonicalText())"
            }
            return "  {\n\(members.joined(separator: ",\n"))\n  }"
        }
        return objects.isEmpty ? "[]\n" : "[\n\(objects.joined(separator: ",\n"))\n]\n"
    }
}

extension ClockReading {
    var json: JSONValue {
        .object([
            "unit": .string(unit.rawValue), "agencyHeld": agencyHeld.json(in: unit),
            "applicantHeld": applicantHeld.json(in: unit), "limit": limit.map { .integer(Int64($0)) } ?? .null,
            "verdict": verdict.map { .string($0.rawValue) } ?? .null,
        ])
    }
}

extension ReportTiming {
    package var json: JSONValue {
        .object([
            "due": .string(due.description), "doneOn": .string(doneOn.description),
            "verdict": .string(verdict.rawValue), "confidence": .string(confidence.rawValue),
        ])
    }
}

extension AmountBounds {
    func json(in unit: ClockUnit) -> JSONValue {
        guard isExact else { return .string(description) }
        // Days are whole by construction; a month that ends in ,0 is an integral number and prints as one.
        if unit != .months, lower.isWhole { return .integer(Int64(lower.parts / Amount.partsPerUnit)) }
        let (whole, tenth) = lower.tenths.quotientAndRemainder(dividingBy: 10)
        return tenth == 0 ? .integer(Int64(whole)) : .number(Double(lower.tenths) / 10)
    }
}

extension Transcription {
    func json(isAsked: Bool) -> JSONValue {
        let standing = isConfirmed ? "confirmed" : isDisputed ? "disputed" : isAsked ? "to-confirm" : "by-letter"
        return .object([
            "event": .integer(Int64(event)), "action": .string(action.rawValue),
            "body": body.map { .string($0.rawValue) } ?? .null, "on": .string(occurredOn.description),
            "standing": .string(standing), "answeredBy": answer.map { .integer(Int64($0.event)) } ?? .null,
            "answeredOn": answer.map { .string($0.on.description) } ?? .null,
        ])
    }
}

extension Approval.Flag {
    var json: JSONValue {
        .object([
            "change": .string(change.rawValue), "cause": .string(cause.approval.rawValue),
            "revision": .integer(Int64(cause.revision)), "path": .array(path.map { .string($0.rawValue) }),
            "settled": .bool(isSettled),
        ])
    }
}
