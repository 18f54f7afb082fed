package import Regulation
package import Submissions

/// What a command would change; nothing of it was written.
package struct Rehearsal: Sendable {
    package let acceptance: Acceptance
    /// The submission as it is; `nil` where the command would open it.
    package let before: Submission?
    package let after: Submission?
    package let moment: Instant
    /// What cases would newly be bound to.
    package let pinned: [Pin: String]
    /// Other submissions that would be told, because they rest on an approval that would change.
    package let told: [SubmissionName]
}

/// How a use case ends that is rehearsed.
struct Rehearsed: Error {
    let rehearsal: Rehearsal
}

extension Tasuki {
    /// What the command in `body` would change, or why it would be refused; a refusal is not written down either.
    package func rehearsing(_ body: (Tasuki) async throws -> Acceptance) async throws -> Rehearsal {
        var rehearsing = self
        rehearsing.isRehearsing = true
        do {
            _ = try await body(rehearsing)
        } catch let rehearsed as Rehearsed {
            return rehearsed.rehearsal
        }
        preconditionFailure("a use case that is rehearsed ends with what it would change")
    }

    /// The use case decided on what is, after what is due.
    func rehearse(_ useCase: UseCase) async throws -> Rehearsal {
        try await store.read { reader in
            let library = Library(reader, world, pins)
            let standing = try basis(of: useCase, in: reader)
            var basis = standing
            if let submission = standing.submission, !useCase.putsRight,
                try mayMove(submission, at: standing.moment, library)
            {
                let due = try draft(.dueDeadlines, on: submission.name, standing, by: .deadline, library)
                basis = Basis(
                    submission: due.addition?.after ?? submission,
                    approvals: standing.approvals,
                    moment: standing.moment
                )
            }
            let draft = try draft(of: useCase, on: basis, library)
            let after = draft.addition?.after ?? basis.submission
            return Rehearsal(
                acceptance: draft.acceptance,
                before: standing.submission,
                after: after,
                moment: basis.moment,
                pinned: draft.pinned,
                told: try told(standing.submission, after, reader)
            )
        }
    }

    /// What time alone would bring to the submission by `moment`; `nil` where it brings nothing.
    func rehearseDue(on name: SubmissionName, at moment: Instant, _ reader: any StoreReader) throws -> Rehearsal? {
        guard let submission = try reader.submission(name) else { return nil }
        let library = Library(reader, world, pins)
        let basis = Basis(
            submission: submission,
            approvals: try reader.approvals(of: submission.opened.product, except: name),
            moment: max(moment, try now(reader))
        )
        guard try mayMove(submission, at: basis.moment, library) else { return nil }
        let draft: Draft
        do {
            draft = try self.draft(.dueDeadlines, on: name, basis, by: .deadline, library)
        } catch is Refusal {
            // What one submission's procedure refuses does not fire, as it does not when the clock is moved.
            return nil
        }
        guard let addition = draft.addition else { return nil }
        return Rehearsal(
            acceptance: draft.acceptance,
            before: submission,
            after: addition.after,
            moment: basis.moment,
            pinned: draft.pinned,
            told: try told(submission, addition.after, reader)
        )
    }

    private func told(
        _ before: Submission?,
        _ after: Submission?,
        _ lists: any CaseLists
    ) throws -> [SubmissionName] {
        let changed = (before?.approvals ?? []).filter { old in
            after?.approvals.first { $0.id == old.id }?.revision != old.revision
        }
        var names: Set<SubmissionName> = []
        for approval in changed {
            names.formUnion(try lists.dependents(on: approval.id, after: nil, limit: 500).map(\.submission))
        }
        if let before { names.remove(before.name) }
        return names.sorted()
    }
}
