import Regulation

extension Submission {
    /// Puts the corrected values where the event had put the old ones: payload, clock marks, decision, approval.
    mutating func apply(_ corrected: Corrected) {
        guard let index = index(of: corrected.name) else { return }
        cases[index].version += 1
        for change in corrected.fields { recordings[corrected.event]?.payload.fields[change.field] = change.new }
        if let old = corrected.oldDate, let new = corrected.newDate {
            recordings[corrected.event]?.occurredOn = new
            moveMarks(of: corrected.event, in: index, to: new)
            if cases[index].since == old { cases[index].since = new }
            moveDecision(from: old, to: new, in: index)
        }
        for change in corrected.fields { correct(change, in: index) }
    }

    private mutating func moveMarks(of event: Int, in index: Int, to date: PartialDate) {
        for (name, clock) in cases[index].clocks {
            for position in clock.events.indices where clock.events[position] == event {
                cases[index].clocks[name]?.marks[position] = .init(kind: clock.marks[position].kind, on: date)
            }
        }
    }

    private mutating func moveDecision(from old: PartialDate, to new: PartialDate, in index: Int) {
        guard let last = cases[index].decisions.indices.last, cases[index].decisions[last].on == old else { return }
        cases[index].decisions[last].on = new
        let id = approvalID(of: cases[index].name)
        for position in approvals.indices where approvals[position].id == id && approvals[position].grantedOn == old {
            approvals[position].grantedOn = new
        }
    }

    private mutating func correct(_ change: Corrected.FieldChange, in index: Int) {
        let id = approvalID(of: cases[index].name)
        guard let position = approvals.firstIndex(where: { $0.id == id }) else { return }
        switch (change.field, change.new) {
        case ("number", .code(let number)):
            approvals[position].number = number
            if let last = cases[index].decisions.indices.last { cases[index].decisions[last].number = number }
        case ("validUntil", .date(let date)): approvals[position].validUntil = date
        case ("conditions", .conditions(let conditions)): approvals[position].conditions = conditions
        default: break
        }
    }
}
