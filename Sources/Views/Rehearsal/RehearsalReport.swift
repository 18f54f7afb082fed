package import CanonicalJSON
package import Engine
import Regulation
package import Submissions

/// What a command would change: of each case its states, whose turn it is and what is due, before and after.
package struct RehearsalReport: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        /// `nil` for a case that the command would open.
        package let before: StatusRow?
        /// `nil` for a case that would never have been.
        package let after: StatusRow?

        package var name: String { (after ?? before)?.fullName ?? "" }
    }

    package let submission: SubmissionName
    /// The cases that would not stay as they are.
    package let rows: [Row]
    /// Duties that would be there no more, or on another day.
    package let duesGone: [Duty]
    /// Duties that would come, or move here.
    package let duesCome: [Duty]
    /// Other submissions that would be told.
    package let told: [SubmissionName]
    /// How many events it would be.
    package let events: Int
}

extension Tasuki {
    /// What the rehearsed command would change, case by case and duty by duty.
    package func report(of rehearsal: Rehearsal) async throws -> RehearsalReport {
        try await store.read { reader in
            let library = Library(reader, self.world, self.pins, knowing: rehearsal.pinned)
            func rows(_ submission: Submission?) throws -> [CaseName: StatusRow] {
                guard let submission else { return [:] }
                return try Dictionary(
                    uniqueKeysWithValues: submission.cases.map {
                        ($0.name, try self.row($0, of: submission, at: rehearsal.moment, library))
                    }
                )
            }
            let (before, after) = (try rows(rehearsal.before), try rows(rehearsal.after))
            let names = (rehearsal.before?.cases ?? []).map(\.name) + (rehearsal.after?.cases ?? []).map(\.name)
            let changed = names.uniqued().filter { before[$0] != after[$0] }
            func dues(_ submission: Submission?) throws -> [Duty] {
                guard let submission else { return [] }
                return try self.dues(of: submission, at: rehearsal.moment, library, reader)
            }
            let (owed, owing) = (try dues(rehearsal.before), try dues(rehearsal.after))
            let first = rehearsal.before?.version ?? 0
            return RehearsalReport(
                submission: rehearsal.acceptance.submission,
                rows: changed.map { RehearsalReport.Row(before: before[$0], after: after[$0]) },
                duesGone: owed.filter { item in !owing.contains { $0.isSame(as: item) } },
                duesCome: owing.filter { item in !owed.contains { $0.isSame(as: item) } },
                told: rehearsal.told,
                events: (rehearsal.after?.version ?? first) - first
            )
        }
    }
}

extension Duty {
    fileprivate func isSame(as other: Duty) -> Bool { identity == other.identity && date == other.date }
}

extension RehearsalReport {
    /// The report for programs.
    package func json(labels: Labels) -> JSONValue {
        .object([
            "dryRun": .bool(true),
            "submission": .string(submission.rawValue),
            "events": .integer(Int64(events)),
            "cases": .array(
                rows.map { row in
                    .object([
                        "case": .string(row.name),
                        "before": row.before.map { .object(members($0, labels)) } ?? .null,
                        "after": row.after.map { .object(members($0, labels)) } ?? .null,
                    ])
                }
            ),
            "dueNoMore": .array(duesGone.map { $0.json(labels: labels) }),
            "dueThen": .array(duesCome.map { $0.json(labels: labels) }),
            "told": .array(told.map { .string($0.rawValue) }),
        ])
    }

    private func members(_ row: StatusRow, _ labels: Labels) -> [String: JSONValue] {
        Dictionary(row.json(labels: labels)) { first, _ in first }
    }
}
