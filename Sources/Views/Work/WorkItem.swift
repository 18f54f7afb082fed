package import Engine
package import Regulation
package import Submissions

/// One thing that waits for somebody.
package struct WorkItem: Hashable, Sendable {
    package let row: StatusRow
    /// What the person may do now.
    package let actions: [ActionName]
    /// Actions that are the person's but not yet possible, with what stands in the way.
    package let blocked: [AvailableAction]
    /// What the person has to do in the case within 90 days, the overdue and what has no day included.
    package let duties: [Duty]

    package init(row: StatusRow, actions: [ActionName], blocked: [AvailableAction], duties: [Duty]) {
        self.row = row
        self.actions = actions
        self.blocked = blocked
        self.duties = duties
    }
}

extension WorkItem {
    /// The case as work of the capacity, with its own duties as far as one looks ahead; `nil` where it is none.
    init?(_ offered: CaseActions, for capacity: Actor.Capacity, with duties: [Duty]) {
        let mine = offered.actions.filter { $0.performers.contains(capacity) }
        // What the applicant owes, a flag, and a letter to confirm are tasks of their own, whoever has the turn.
        let tasks = duties.filter { capacity == .applicant || $0.isBesideTheTurn }
        guard !mine.isEmpty && offered.row.isMove(of: capacity) || !tasks.isEmpty else { return nil }
        self.init(
            row: offered.row,
            actions: mine.filter(\.isOpen).map(\.rule.name),
            blocked: mine.filter { !$0.isOpen },
            duties: duties
        )
    }

    /// The letters of which the body has to say whether it did what was typed in from them.
    package var letters: [Transcription] {
        duties.compactMap { duty in
            if case .letter(let letter, _) = duty.subject, duty.kind == .letter { letter } else { nil }
        }
    }

    /// The first day of what the person has to do, or else of what the case waits for.
    package var due: DateBounds? { duties.lazy.compactMap(\.date).first ?? row.due }

    package var isOverdue: Bool { duties.contains(where: \.isOverdue) || duties.isEmpty && row.isOverdue }

    func precedes(_ other: WorkItem) -> Bool {
        if isOverdue != other.isOverdue { return isOverdue }
        switch (due, other.due) {
        case (let mine?, let theirs?) where mine.latest != theirs.latest: return mine.latest < theirs.latest
        case (.some, .none): return true
        case (.none, .some): return false
        default: return row.fullName < other.row.fullName
        }
    }
}
