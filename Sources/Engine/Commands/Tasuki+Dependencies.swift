import Regulation
import Submissions

extension Tasuki {
    /// Queues, in the transaction that changed an approval, what that means for every approval resting on it.
    func enqueueDependencies(
        before: Submission?,
        after: Submission,
        in transaction: any StoreTransaction
    ) throws {
        // Hardly any command touches one.
        guard before?.approvals ?? [] != after.approvals else { return }
        var concerned: Set<SubmissionName> = []
        for approval in after.approvals {
            let old = before?.approvals.first { $0.id == approval.id }
            guard old != approval else { continue }
            // Flags alone change no dependant: those were flagged by the same cause already.
            guard old?.revision != approval.revision else { continue }
            if let change = Approval.Flag.Change(from: old, to: approval) {
                try enqueue(change, of: approval, in: transaction)
            }
            concerned.formUnion(try transaction.openSubmissions(of: approval.product))
        }
        // An approval that never was is to those who rest on it as one that was withdrawn.
        for gone in before?.approvals ?? [] where !after.approvals.contains(where: { $0.id == gone.id }) {
            var last = gone
            last.revision += 1
            try enqueue(.withdrawn, of: last, in: transaction)
            concerned.formUnion(try transaction.openSubmissions(of: gone.product))
        }
        concerned.remove(after.name)
        // Other submissions of the product may have been waiting for this approval.
        for name in concerned.sorted() {
            try transaction.enqueue(Dependency(target: name, cause: "look<\(after.name)@\(after.version)", flags: []))
        }
    }

    /// One command for each submission with something that rests on the approval, at any depth.
    private func enqueue(
        _ change: Approval.Flag.Change,
        of approval: Approval,
        in transaction: any StoreTransaction
    ) throws {
        let cause = Approval.Reference(approval: approval.id, revision: approval.revision)
        var flags: [SubmissionName: [ApprovalFlagged]] = [:]
        var frontier: [[Approval.ID]] = [[approval.id]]
        var seen: Set<Approval.ID> = [approval.id]
        while !frontier.isEmpty {
            let path = frontier.removeFirst()
            guard let last = path.last else { continue }
            for dependent in try dependents(on: last, in: transaction) where seen.insert(dependent).inserted {
                let longer = path + [dependent]
                frontier.append(longer)
                flags[dependent.submission, default: []].append(
                    ApprovalFlagged(approval: dependent, flag: .init(cause: cause, change: change, path: longer))
                )
            }
        }
        for (name, list) in flags.sorted(by: { $0.key < $1.key }) {
            let key = "flag<\(approval.id)@\(approval.revision)"
            try transaction.enqueue(Dependency(target: name, cause: key, flags: list))
        }
    }

    private func dependents(on approval: Approval.ID, in lists: any CaseLists) throws -> [Approval.ID] {
        var found: [Approval.ID] = []
        while true {
            let page = try lists.dependents(on: approval, after: found.last, limit: 500)
            found += page
            guard page.count == 500 else { return found }
        }
    }

    /// Runs one command in a transaction, and after it what the command queued for other submissions.
    ///
    /// What could not be carried out stays queued for whoever drains next: the command itself was accepted, and that is
    /// its answer.
    func writing<Output: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws -> Result<Output, Refusal>
    ) async throws -> Output {
        let (result, hasQueued) = try await store.write { transaction in
            (try body(transaction), try transaction.hasPendingDependencies())
        }
        if hasQueued { try? await drainDependencies() }
        return try result.get()
    }

    /// Carries out what is queued, each command in a transaction of its own; safe to call at any time.
    ///
    /// A command that a rule refuses stays queued, and does not keep those behind it from being carried out.
    package func drainDependencies() async throws {
        var refused: Set<Dependency> = []
        while true {
            let drained = try await store.write { [refused] transaction -> Drained in
                let queued = try transaction.dependencies(limit: refused.count + 1)
                guard let next = queued.first(where: { !refused.contains($0) }) else { return .everything }
                do {
                    if let submission = try transaction.submission(next.target) {
                        try self.run(
                            ReadOrder(command: .reconsider(next.flags), subject: nil),
                            on: submission,
                            by: .dependency,
                            Library(transaction, self.world, self.pins),
                            in: transaction
                        )
                    }
                } catch is Refusal {
                    return .refused(next)
                }
                try transaction.finish(next)
                return .one
            }
            switch drained {
            case .everything: return
            case .one: continue
            case .refused(let dependency): refused.insert(dependency)
            }
        }
    }

    /// Carries out what is queued in this transaction, as it was on a past day.
    func drainDependencies(passing day: CivilDate?, in transaction: any StoreTransaction) throws {
        var refused: Set<Dependency> = []
        while let next = try transaction.dependencies(limit: refused.count + 1).first(where: { !refused.contains($0) })
        {
            do {
                if let submission = try transaction.submission(next.target) {
                    try run(
                        ReadOrder(command: .reconsider(next.flags), subject: nil),
                        on: submission,
                        by: .dependency,
                        passing: day,
                        Library(transaction, world, pins),
                        in: transaction
                    )
                }
                try transaction.finish(next)
            } catch is Refusal {
                refused.insert(next)
            }
        }
    }

    private enum Drained {
        case everything, one
        case refused(Dependency)
    }
}

extension Approval.Flag.Change {
    /// What happened between two revisions, as those who rest on the approval must know it; `nil` for a new one.
    init?(from old: Approval?, to new: Approval) {
        guard let old else { return nil }
        switch (old.standing, new.standing) {
        case (.inForce, .inForce): self = .amended
        case (_, .inForce): self = .reinstated
        case (_, .suspended): self = .suspended
        case (_, .withdrawn): self = .withdrawn
        case (_, .lapsed): self = .lapsed
        }
    }
}
