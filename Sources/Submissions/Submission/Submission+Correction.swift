import Regulation

extension Submission {
    /// Puts the corrected values where the event had put the old ones: payload, clock marks, decision, approval.
    mutating func apply(_ corrected: Corrected) {
        guard let index = index(of: corrected.name) else { return }
        cases[index].version += 1
        corrections[corrected.event, default: []].append(corrected)
        if let old = corrected.oldDate, let new = corrected.newDate {
            moveMarks(of: corrected.event, in: index, to: new)
            if cases[index].since == old { cases[index].since = new }
            moveDecision(of: corrected.event, to: new, in: index)
        }
        for change in corrected.fields { correct(change, of: corrected.event, in: index) }
    }

    private mutating func moveMarks(of event: Int, in index: Int, to date: PartialDate) {
        for (name, clock) in cases[index].clocks {
            for position in clock.events.indices where clock.events[position] == event {
                cases[index].clocks[name]?.marks[position] = .init(kind: clock.marks[position].kind, on: date)
            }
        }
    }

    private mutating func moveDecision(of event: Int, to date: PartialDate, in index: Int) {
        guard let position = cases[index].decisionEvents.firstIndex(of: event) else { return }
        cases[index].decisions[position].on = date
        // The first decision granted the approval; later ones amended it.
        guard position == 0, let approval = approvalIndex(of: index) else { return }
        approvals[approval].grantedOn = date
    }

    private mutating func correct(_ change: Corrected.FieldChange, of event: Int, in index: Int) {
        guard let position = cases[index].decisionEvents.firstIndex(of: event) else { return }
        let approval = approvalIndex(of: index)
        switch (change.field, change.new) {
        case ("number", .code(let number)):
            cases[index].decisions[position].number = number
            if let approval { approvals[approval].number = number }
        case ("conditions", .conditions(let conditions)):
            cases[index].decisions[position].conditions = conditions
            if let approval { approvals[approval].conditions = conditions }
        case ("validUntil", .date(let date)):
            if let approval { approvals[approval].validUntil = date }
        default: break
        }
    }

    private func approvalIndex(of index: Int) -> Int? {
        let id = approvalID(of: cases[index].name)
        return approvals.firstIndex { $0.id == id }
    }
}
