package import CanonicalJSON
import Engine
import Regulation
import Statecharts
import Submissions

extension Portfolio {
    /// The product for programs.
    package func json(labels: Labels) -> JSONValue {
        .object([
            "product": .string(product.rawValue),
            "name": name.map { .string($0) } ?? .null,
            "asOf": .string(asOf.description),
            "simulated": .bool(isSimulated),
            "submissions": .array(
                submissions.map { filed in
                    .object([
                        "submission": .string(filed.name.rawValue),
                        "productVersion": .string(filed.productVersion),
                        "claims": .array(filed.claims.map { .string($0.rawValue) }),
                    ])
                }
            ),
            "dueThrough": .string(through.description),
            "jurisdictions": .array(countries.map { $0.json(labels: labels) }),
        ])
    }
}

extension Portfolio.Country {
    func json(labels: Labels) -> JSONValue {
        .object([
            "jurisdiction": .string(code.rawValue),
            "approved": .bool(isApproved),
            "approvals": .array(holdings.map { $0.json(labels: labels) }),
            "inCourse": .array(courses.map { $0.json(labels: labels) }),
            "obligations": .array(obligations.map { $0.json(labels: labels) }),
            "due": .array(due.map { $0.json(labels: labels) }),
        ])
    }
}

extension Portfolio.RunningCase {
    func json(labels: Labels) -> JSONValue {
        .object([
            "case": .string(row.fullName),
            "track": .bool(row.isTrack),
            "route": .string(row.route.rawValue),
            "state": .array(row.states.map { .string($0.rawValue) }),
            "stateLabel": .string(labels.state(of: row)),
            "since": .string(row.since.description),
            "due": row.due.map { .string($0.description) } ?? .null,
            "earliest": row.due.firstDay,
            "latest": row.due.lastDay,
            "unconfirmed": .bool(row.isDueUnconfirmed),
            "firstDayUnknown": .bool(row.isFirstDayUnknown),
            "turn": .string(row.turnWord),
            "overdue": .bool(row.isOverdue),
        ])
    }
}

extension Portfolio.Holding {
    func json(labels: Labels) -> JSONValue {
        .object([
            "approval": .string(approval.id.rawValue),
            "submission": .string(submission.rawValue),
            "declared": .bool(isDeclared),
            "productVersion": .string(approval.productVersion),
            "number": approval.number.map { .string($0) } ?? .null,
            "basis": .string(approval.basis.rawValue),
            "stage": approval.stage.map { .integer(Int64($0)) } ?? .null,
            "claims": .array(approval.claims.map { .string($0.rawValue) }),
            "grantedOn": .string(approval.grantedOn.description),
            "validUntil": term.end.map { .string($0.description) } ?? .null,
            "earliest": term.end.firstDay,
            "latest": term.end.lastDay,
            "validity": term.rule.map { .string($0.model.rawValue) } ?? .null,
            "computed": .bool(term.isComputed),
            "confidence": .string(term.confidence.rawValue),
            "firstDayUnknown": .bool(term.isFirstDayUnknown),
            "ended": .bool(hasEnded),
            "standing": .string(approval.standing.rawValue),
            "holder": approval.holder.map { .string($0.rawValue) } ?? .null,
            "openFlags": .array(approval.openFlags.map(\.json)),
        ])
    }
}
