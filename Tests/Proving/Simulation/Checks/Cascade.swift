import Engine
import Regulation
import Submissions

/// Who must be flagged because an approval changed, as the log alone tells it.
struct Cascade {
    private struct Need: Hashable, Comparable {
        let target: Approval.ID
        let cause: Approval.ID
        let revision: Int

        static func < (left: Need, right: Need) -> Bool {
            (left.target, left.cause, left.revision) < (right.target, right.cause, right.revision)
        }
    }

    private var needed: Set<Need> = []
    private var flagged: Set<Need> = []

    /// Goes on with one command's events; `others` are all submissions as they stand then.
    mutating func add(
        _ records: ArraySlice<EventRecord>,
        from before: Submission?,
        to after: Submission,
        _ others: [SubmissionName: Submission]
    ) {
        for case .approvalFlagged(let flag) in records.map(\.event) {
            let cause = flag.flag.cause
            flagged.insert(Need(target: flag.approval, cause: cause.approval, revision: cause.revision))
        }
        for approval in Self.changed(from: before, to: after) {
            for other in others.values {
                for target in Self.dependants(of: approval, in: other.name == after.name ? after : other) {
                    needed.insert(Need(target: target, cause: approval.id, revision: approval.revision))
                }
            }
        }
    }

    /// Approvals in a new revision; one that never was counts as the next revision of what it was thought to be.
    private static func changed(from before: Submission?, to after: Submission) -> [Approval] {
        (before?.approvals ?? []).compactMap { old in
            guard let new = after.approvals.first(where: { $0.id == old.id }) else {
                var gone = old
                gone.revision += 1
                return gone
            }
            return old.revision < new.revision ? new : nil
        }
    }

    /// Approvals, and cases on their way to one, that rest on `approval` directly.
    private static func dependants(of approval: Approval, in other: Submission) -> [Approval.ID] {
        guard other.opened.product == approval.product else { return [] }
        let held = other.approvals.filter { $0.dependsOn.contains { $0.approval == approval.id } }.map(\.id)
        let citing = other.cases.filter { subject in
            !subject.isOver && other.approval(of: subject.name) == nil
                && subject.references.contains { $0.approval == approval.id }
        }
        return held + citing.map { other.approvalID(of: $0.name) }
    }

    /// Somebody who was not flagged although everything has been drained.
    var missing: String? {
        needed.subtracting(flagged).min().map { "\($0.target) for revision \($0.revision) of \($0.cause)" }
    }
}
