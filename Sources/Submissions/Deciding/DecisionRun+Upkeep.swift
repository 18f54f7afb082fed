import Regulation
import Statecharts

extension DecisionRun {
    // MARK: - Deadlines

    /// Fires every deadline of the submission whose last day is over at its body's place, in due order.
    ///
    /// A deadline that an unconfirmed figure led to is shown as overdue but never fires.
    mutating func fireDeadlines() throws(Refusal) {
        // Taken again, they are counted by the days off of today as they begin.
        if retaking == nil { try countAnew() }
        try fireWhatIsDue()
        // Conditions may have come true by time alone, such as the months for which a reference must be held.
        try settle(on: .day(context.passing(in: .utc)))
    }

    /// Counts deadlines again by the days off as they are known now; those that move are told by an event.
    private mutating func countAnew() throws(Refusal) {
        for subject in submission.cases
        where !subject.isOver && subject.deadlines.values.contains(where: { $0.counted != nil }) {
            let today = try rules(of: subject).zone.civilDate(at: context.now)
            var host = try host(for: subject, .empty, on: .day(today), revision: nil)
            for (state, deadline) in subject.deadlines.sorted(by: { $0.key < $1.key }) {
                guard let counted = deadline.counted, let rule = host.procedure.details[state]?.deadline,
                    let period = host.period(counted.period)
                else { continue }
                let anew = try self.deadline(rule, in: state, by: .counted(period, from: counted.from, nil), host)
                if anew != deadline { host.record(.deadlineArmed(state, anew)) }
            }
            guard !host.changes.isEmpty else { continue }
            let outcome = StepOutcome(microsteps: [], changes: host.changes, isOver: false)
            record(
                .caseAdvanced(.init(name: subject.name, cause: .condition, payload: .empty, outcome: outcome)),
                on: .day(today)
            )
        }
    }

    private mutating func fireWhatIsDue() throws(Refusal) {
        while let next = try nextDue() {
            let subject = try subject(next.name)
            // On which of the days it passed is not known where its last day is not.
            let last = PartialDate(next.deadline.bounds)
            let bound = try bound(subject)
            // What had begun before the case was opened, begins in it with that.
            let isBeginning = bound.procedure.details[next.state]?.deadline?.isBeginning == true
            let date =
                last.cut(from: subject.openedOn.earliest)
                ?? (isBeginning ? subject.openedOn : .day(next.deadline.due))
            var host = try host(for: subject, .empty, on: date, revision: nil)
            host.trigger = next.deadline.raises
            let chart = bound.procedure.chart
            let microsteps =
                try chart.step(from: subject.configuration, on: next.deadline.raises, host: &host) ?? []
            try finish(microsteps, host, cause: .deadline(next.state, due: next.deadline.due))
            try settle(on: date)
        }
    }

    /// Lets begin at once what the act says has begun already, such as a window in which a renewal may be filed.
    ///
    /// What it says has passed is refused, so that nothing else falls due by it.
    mutating func beginWhatHasBegun(in name: CaseName) throws(Refusal) {
        guard let subject = submission[name], !subject.isOver, !subject.deadlines.isEmpty else { return }
        let bound = try bound(subject)
        let today = context.passing(in: bound.rules.zone)
        let hasBegun = subject.deadlines.contains { state, deadline in
            deadline.due < today && deadline.confidence == .confirmed
                && bound.procedure.details[state]?.deadline?.isBeginning == true
        }
        guard hasBegun else { return }
        context = context.ofDeadlines
        try fireWhatIsDue()
    }

    private func nextDue() throws(Refusal) -> (name: CaseName, state: StateID, deadline: ArmedDeadline)? {
        var first: (name: CaseName, state: StateID, deadline: ArmedDeadline)?
        for subject in submission.cases where !subject.isOver && !subject.deadlines.isEmpty {
            let today = try context.passing(in: rules(of: subject).zone)
            for state in subject.deadlines.keys.sorted() {
                guard let deadline = subject.deadlines[state], deadline.confidence == .confirmed, deadline.due < today
                else { continue }
                if first.map({ deadline.due < $0.deadline.due }) ?? true { first = (subject.name, state, deadline) }
            }
        }
        return first
    }

    // MARK: - Rules

    mutating func rebind(_ name: CaseName, to pin: Pin, _ reason: TextCommitment) throws(Refusal) {
        let subject = try subject(name)
        if case .role(_, let body) = context.actor.capacity {
            let bodies = try rules(of: subject).bodies.map(\.id)
            guard bodies.contains(body) else { throw .wrongBody(body, expected: bodies) }
        }
        try expectVersion(of: subject)
        guard let new = try context.rulebook.rules(pin), new.code == subject.jurisdiction else { throw .noRules(pin) }
        record(
            .rulesRebound(RulesRebound(name: name, old: subject.rules, new: pin, reason: reason)),
            on: .day(new.zone.civilDate(at: context.now))
        )
    }

    // MARK: - Dependencies

    /// Flags this submission's approvals for changes of what they rest on, once each, then lets cases look again.
    ///
    /// As before every command, what is due fires first: a case must not move out from under a deadline that has passed.
    mutating func reconsider(_ flags: [ApprovalFlagged]) throws(Refusal) {
        try fireWhatIsDue()
        let date = PartialDate.day(Zone.utc.civilDate(at: context.now))
        for flagged in flags {
            let isNew = !submission.handledCauses.contains(Submission.causeKey(flagged.approval, flagged.flag))
            let isHere =
                submission.approvals.contains { $0.id == flagged.approval }
                || submission.cases.contains { submission.approvalID(of: $0.name) == flagged.approval }
            if isNew, isHere {
                record(.approvalFlagged(flagged), on: date)
            }
        }
        try settle(on: date)
    }
}
