import CanonicalJSON
import Engine
import Regulation
import Submissions
import Views

extension StatusReport {
    /// The submission as one entry of a list.
    var summary: JSONValue { .object(common) }

    /// The submission with what belongs to the whole of it; where each case stands is its status.
    var detail: JSONValue {
        .object(
            common.merging(
                [
                    "asOf": .string(asOf.description), "zone": .string(zone.id), "simulated": .bool(isSimulated),
                    "questions": .array(questions.map(\.json)),
                    "approvals": .array(rows.compactMap { $0.approval?.json }),
                ]
            ) { first, _ in first }
        )
    }

    private var common: [String: JSONValue] {
        [
            "submission": .string(submission.rawValue), "product": .string(product.rawValue),
            "productVersion": .string(productVersion), "version": .integer(Int64(version)),
            "cases": .array(rows.map { .string($0.fullName) }),
        ]
    }
}

extension Question {
    fileprivate var json: JSONValue {
        .object([
            "id": .string(id.rawValue), "origin": .string(origin.rawValue),
            "scope": scope.map { .string($0.rawValue) } ?? .null,
            "heading": heading.map { .string($0.description) } ?? .null, "status": .string(status.rawValue),
            "due": due.map { .string($0.description) } ?? .null,
        ])
    }
}

extension Approval {
    fileprivate var json: JSONValue {
        .object([
            "id": .string(id.rawValue), "jurisdiction": .string(jurisdiction.rawValue),
            "basis": .string(basis.rawValue), "stage": stage.map { .integer(Int64($0)) } ?? .null,
            "standing": .string(standing.rawValue), "number": number.map { .string($0) } ?? .null,
            "claims": .array(claims.map { .string($0.rawValue) }), "grantedOn": .string(grantedOn.description),
            "validUntil": validUntil.map { .string($0.description) } ?? .null,
            "dependsOn": .array(
                dependsOn.map {
                    .object(["approval": .string($0.approval.rawValue), "revision": .integer(Int64($0.revision))])
                }
            ),
            "revision": .integer(Int64(revision)),
        ])
    }
}
