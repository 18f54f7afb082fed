public import Regulation
public import Submissions

extension Tasuki {
    /// Queues, in the transaction that changed an approval, what that means for every approval resting on it.
    func enqueueDependencies(
        before: Submission?,
        after: Submission?,
        in transaction: any StoreTransaction
    ) throws {
        guard let after else { return }
        var concerned: Set<SubmissionName> = []
        for approval in after.approvals {
            let old = before?.approvals.first { $0.id == approval.id }
            guard old != approval else { continue }
            // Flags alone change no dependant: those were flagged by the same cause already.
            guard old?.revision != approval.revision else { continue }
            let others = try transaction.caseRows(submission: nil)
                .filter { $0.product == approval.product && !$0.isOver && $0.submission != after.name }
                .map(\.submission).uniqued()
            if let change = Approval.Flag.Change(from: old, to: approval) {
                let register = try transaction.approvals(of: approval.product)
                let citing = try ([after] + others.compactMap { try transaction.submission($0) }).flatMap(\.citing)
                try enqueue(change, of: approval, register.map(\.dependent) + citing, in: transaction)
            }
            concerned.formUnion(others)
        }
        // Other submissions of the product may have been waiting for this approval.
        for name in concerned.sorted() {
            try transaction.enqueue(Dependency(target: name, cause: "look<\(after.name)@\(after.version)", flags: []))
        }
    }

    private func enqueue(
        _ change: Approval.Flag.Change,
        of approval: Approval,
        _ dependents: [Dependent],
        in transaction: any StoreTransaction
    ) throws {
        let cause = Approval.Reference(approval: approval.id, revision: approval.revision)
        var flags: [SubmissionName: [ApprovalFlagged]] = [:]
        var frontier: [[Approval.ID]] = [[approval.id]]
        var seen: Set<Approval.ID> = [approval.id]
        while !frontier.isEmpty {
            let path = frontier.removeFirst()
            for dependent in dependents where path.last.map(dependent.restsOn.contains) ?? false {
                guard seen.insert(dependent.id).inserted else { continue }
                let longer = path + [dependent.id]
                frontier.append(longer)
                flags[dependent.id.submission, default: []].append(
                    ApprovalFlagged(approval: dependent.id, flag: .init(cause: cause, change: change, path: longer))
                )
            }
        }
        for (name, list) in flags.sorted(by: { $0.key < $1.key }) {
            let key = "flag<\(approval.id)@\(approval.revision)"
            try transaction.enqueue(Dependency(target: name, cause: key, flags: list))
        }
    }

    /// Carries out what is queued, each command in a transaction of its own; safe to call at any time.
    public func drainDependencies() async throws {
        while true {
            let done = try await store.write { transaction -> Bool in
                guard let next = try transaction.dependencies(limit: 1).first else { return true }
                if try transaction.submission(next.target) != nil {
                    try self.run(.reconsider(next.flags), on: next.target, by: .dependency, in: transaction)
                }
                try transaction.finish(next)
                return false
            }
            if done { return }
        }
    }

    /// Fires every deadline that is due in any submission.
    ///
    /// - Returns: How many submissions moved.
    @discardableResult
    public func fireDeadlines() async throws -> Int {
        let names = try await store.read { reader in
            Set(try reader.caseRows(submission: nil).filter { !$0.isOver }.map(\.submission)).sorted()
        }
        var moved = 0
        for name in names {
            let events = try await store.write { transaction -> Int in
                let before = try transaction.submission(name)?.version ?? 0
                do {
                    try self.fireDue(on: name, in: transaction)
                } catch is Refusal {
                    // What one submission's procedure refuses must not keep the others' deadlines from firing.
                    return 0
                }
                return (try transaction.submission(name)?.version ?? 0) - before
            }
            if events > 0 { moved += 1 }
        }
        if moved > 0 { try await drainDependencies() }
        return moved
    }
}

/// An approval, or a case on its way to one, and what it rests on.
private struct Dependent {
    let id: Approval.ID
    let restsOn: [Approval.ID]
}

extension Approval {
    fileprivate var dependent: Dependent { Dependent(id: id, restsOn: dependsOn.map(\.approval)) }
}

extension Submission {
    /// Cases that cite approvals and have not got one of their own yet.
    fileprivate var citing: [Dependent] {
        cases.filter { !$0.isOver && !$0.references.isEmpty && approval(of: $0.name) == nil }
            .map { Dependent(id: approvalID(of: $0.name), restsOn: $0.references.map(\.approval)) }
    }
}

extension Approval.ID where Subject == Approval {
    /// The submission whose case holds the approval.
    public var submission: SubmissionName {
        SubmissionName(rawValue.split(separator: "/").first.map(String.init) ?? rawValue)
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
