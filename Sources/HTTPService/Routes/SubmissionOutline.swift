import CanonicalJSON
import Engine
import Regulation
import Submissions
import Views

/// A submission as it is listed and shown by itself: where each of its cases stands, and what is due, is its status.
struct SubmissionOutline: Sendable {
    let submission: Submission
    let asOf: Instant
    let zone: Zone
    let isSimulated: Bool

    /// As one entry of a list, without cases in whose place others are.
    var summary: JSONValue { .object(common(submission.cases.filter { $0.replacedBy == nil })) }

    /// With what belongs to the whole of it.
    var detail: JSONValue {
        let cases = Self.ordered(submission.cases)
        return .object(
            common(cases).merging(
                [
                    "asOf": .string(asOf.description), "zone": .string(zone.id), "simulated": .bool(isSimulated),
                    "questions": .array(submission.questions.map(\.json)),
                    "approvals": .array(cases.compactMap { submission.approval(of: $0.name)?.json }),
                ]
            ) { first, _ in first }
        )
    }

    private func common(_ cases: [Case]) -> [String: JSONValue] {
        let name = submission.name
        return [
            "submission": .string(name.rawValue), "product": .string(submission.opened.product.rawValue),
            "productVersion": .string(submission.opened.productVersion), "version": .integer(Int64(submission.version)),
            "cases": .array(Self.ordered(cases).map { .string("\(name)/\($0.name)") }),
        ]
    }

    /// Decisions first, then what surrounds them.
    private static func ordered(_ cases: [Case]) -> [Case] { cases.filter { !$0.isTrack } + cases.filter(\.isTrack) }
}

extension Tasuki {
    /// The submission as it is now.
    func outline(of name: SubmissionName) async throws -> SubmissionOutline {
        try await store.read { try self.outline(of: name, $0) }
    }

    /// The submissions after a name, and the name after which there are more.
    func outlines(
        after name: SubmissionName?,
        limit: Int
    ) async throws -> (outlines: [SubmissionOutline], next: SubmissionName?) {
        try await store.read { reader in
            let names = try reader.submissions(after: name, limit: limit + 1)
            let outlines = try names.prefix(limit).map { try self.outline(of: $0, reader) }
            return (outlines, names.count > limit ? outlines.last?.submission.name : nil)
        }
    }

    private func outline(of name: SubmissionName, _ reader: any StoreReader) throws -> SubmissionOutline {
        let settings = try reader.settings()
        return SubmissionOutline(
            submission: try loaded(name, in: reader),
            asOf: try now(reader),
            zone: settings.zone,
            isSimulated: settings.clock != .wall
        )
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
