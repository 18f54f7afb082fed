import Engine
import Regulation
package import Submissions

/// One thing that waits for somebody.
package struct WorkItem: Hashable, Sendable {
    package let row: StatusRow
    /// What the person may do now.
    package let actions: [ActionName]
    /// Actions that are the person's but not yet possible, with what stands in the way.
    package let blocked: [AvailableAction]
    /// Approvals of the person's authority that rest on one that changed.
    package let flags: [Approval.Flag]
    /// What the holder still owes in this case within 90 days, the overdue included.
    package let obligations: [Obligation]
}

extension WorkItem {
    init?(_ offered: CaseActions, for capacity: Actor.Capacity, owing owed: [Obligation]) {
        let mine = offered.actions.filter { $0.performers.contains(capacity) }
        var flags: [Approval.Flag] = []
        if case .role(_, let body) = capacity, offered.row.authority.last == body {
            flags = offered.row.flags.filter { !$0.isSettled }
        }
        let isMyTurn =
            switch capacity {
            case .applicant: offered.row.turn == .applicant
            case .role(_, let body): offered.row.turnBody == body
            case .dependency, .deadline: false
            }
        // A flag is a task of its own, whoever has the turn.
        let obligations = capacity == .applicant ? owed : []
        guard !mine.isEmpty && isMyTurn || !flags.isEmpty || !obligations.isEmpty else { return nil }
        self.init(
            row: offered.row,
            actions: mine.filter(\.isOpen).map(\.rule.name),
            blocked: mine.filter { !$0.isOpen },
            flags: flags,
            obligations: obligations
        )
    }

    func precedes(_ other: WorkItem) -> Bool {
        if row.isOverdue != other.row.isOverdue { return row.isOverdue }
        switch (row.due, other.row.due) {
        case (let mine?, let theirs?) where mine.latest != theirs.latest: return mine.latest < theirs.latest
        case (.some, .none): return true
        case (.none, .some): return false
        default: return row.fullName < other.row.fullName
        }
    }
}
