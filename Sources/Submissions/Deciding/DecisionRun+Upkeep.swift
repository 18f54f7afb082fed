import Regulation
import Statecharts

extension DecisionRun {
    // MARK: - Deadlines

    /// Fires every deadline of the submission whose last day is over at its body's place, in due order.
    ///
    /// A deadline that an unconfirmed figure led to is shown as overdue but never fires.
    mutating func fireDeadlines() throws(Refusal) {
        try fireWhatIsDue()
        // Conditions may have come true by time alone, such as the months for which a reference must be held.
        try settle(on: .day(Zone.utc.civilDate(at: context.now)))
    }

    private mutating func fireWhatIsDue() throws(Refusal) {
        while let next = try nextDue() {
            let subject = try subject(next.name)
            let date = PartialDate.day(next.deadline.due)
            var host = try host(for: subject, .empty, on: date, revision: nil)
            let chart = host.procedure.chart
            let microsteps =
                try chart.step(from: subject.configuration, on: next.deadline.raises, host: &host) ?? []
            try finish(microsteps, host, cause: .deadline(next.state, due: next.deadline.due))
            try settle(on: date)
        }
    }

    private func nextDue() throws(Refusal) -> (name: CaseName, state: StateID, deadline: ArmedDeadline)? {
        var first: (name: CaseName, state: StateID, deadline: ArmedDeadline)?
        for subject in submission.cases where !subject.isOver && !subject.deadlines.isEmpty {
            let today = try rules(of: subject).zone.civilDate(at: context.now)
            for state in subject.deadlines.keys.sorted() {
                guard let deadline = subject.deadlines[state], deadline.confidence == .confirmed, deadline.due < today
                else { continue }
                if first.map({ deadline.due < $0.deadline.due }) ?? true { first = (subject.name, state, deadline) }
            }
        }
        return first
    }

    // MARK: - Corrections

    /// What the event of that number recorded, as corrected since; `nil` where it is none that a person recorded.
    private func recording(_ event: Int) throws(Refusal) -> Recording? {
        try context.rulebook.event(event).flatMap(submission.recording)
    }

    /// Fields whose correction changes nothing but what is written: what a transition decided on is not among them.
    static let correctableKinds: Set<Field.Kind> = [.text, .code, .date, .conditions]

    mutating func correct(
        _ event: Int,
        _ fields: [FieldName: FieldValue],
        _ newDate: PartialDate?,
        _ reason: TextCommitment
    ) throws(Refusal) {
        guard let recording = try recording(event) else { throw .noSuchEvent(event) }
        guard !fields.isEmpty || newDate != nil else { throw .nothingToCorrect }
        let subject = try subject(recording.name)
        let bound = try bound(subject)
        let rules = bound.rules
        guard let rule = bound.procedure.action(recording.action) else {
            throw .noSuchAction(recording.action, known: [])
        }
        let onBehalfOf = try authorise(rule, in: rules)
        // The applicant corrects what the applicant transcribed, but nothing that an authority recorded itself.
        if onBehalfOf != nil, !subject.transcribed.contains(event) {
            throw .notAllowed(rule.name, by: rule.performers)
        }
        try expectVersion(of: subject)
        var changes: [Corrected.FieldChange] = []
        for name in fields.keys.sorted() {
            guard let new = fields[name] else { continue }
            guard let field = rule.fields.first(where: { $0.name == name }) else {
                throw .unknownField(name, rule.name, known: rule.fields.map(\.name))
            }
            guard Self.correctableKinds.contains(field.kind), !isSettled(name, event, subject) else {
                throw .notCorrectable(name)
            }
            guard field.accepts(new) else { throw .badField(name, expected: field.kind) }
            changes.append(.init(field: name, old: recording.payload.fields[name], new: new))
        }
        let today = rules.zone.civilDate(at: context.now)
        if let newDate {
            guard newDate.earliest <= today else { throw .futureDate(newDate, today: today) }
            guard newDate.latest >= subject.openedOn.earliest else {
                throw .beforeOpening(newDate, opened: subject.openedOn)
            }
            try checkOrder(of: newDate, event: event, in: subject)
        }
        let corrected = Corrected(
            event: event,
            name: recording.name,
            fields: changes,
            oldDate: newDate.map { _ in recording.occurredOn },
            newDate: newDate,
            reason: reason
        )
        record(.corrected(corrected), on: .day(today), onBehalfOf: onBehalfOf)
        try reviseApproval(of: subject, correctedIn: event, on: .day(today))
    }

    /// What rests on an approval learns of a correction as it does of an amendment: by a new revision.
    private mutating func reviseApproval(
        of subject: Case,
        correctedIn event: Int,
        on date: PartialDate
    ) throws(Refusal) {
        guard subject.decisionEvents.contains(event), let held = submission.approval(of: subject.name) else { return }
        var host = try host(for: try self.subject(subject.name), .empty, on: date, revision: nil)
        host.record(
            .approvalAmended(held.id, claims: held.claims, stage: held.stage, number: held.number, conditions: [])
        )
        let outcome = StepOutcome(microsteps: [], changes: host.changes, isOver: subject.isOver)
        record(.caseAdvanced(.init(name: subject.name, cause: .condition, payload: .empty, outcome: outcome)), on: date)
    }

    /// Whether something was built on the field: a deadline runs by it, or a later decision took its place.
    private func isSettled(_ field: FieldName, _ event: Int, _ subject: Case) -> Bool {
        if subject.variables[VariableName(field.rawValue)] != nil { return true }
        guard subject.decisionEvents.contains(event) else { return false }
        return subject.decisionEvents.last != event
            || field == "conditions" && subject.decisionEvents.first != event
    }

    /// A corrected date must leave the marks of each clock in their order.
    private func checkOrder(of date: PartialDate, event: Int, in subject: Case) throws(Refusal) {
        for (name, clock) in subject.clocks.sorted(by: { $0.key < $1.key }) {
            for position in clock.events.indices where clock.events[position] == event {
                if let earlier = clock.marks[..<position].last, date.latest < earlier.on.earliest {
                    throw .beforeClock(date, name, last: earlier.on)
                }
                if let later = clock.marks[(position + 1)...].first, later.on.latest < date.earliest {
                    throw .beforeClock(later.on, name, last: date)
                }
            }
        }
    }

    // MARK: - Reversal

    /// Takes an action back: only by who recorded it, and only while nothing has built on it.
    mutating func reverse(_ event: Int, _ reason: TextCommitment) throws(Refusal) {
        guard let recording = try recording(event) else { throw .noSuchEvent(event) }
        let subject = try subject(recording.name)
        guard recording.recordedBy == context.actor.person else { throw .notRecorder(event) }
        try expectVersion(of: subject)
        guard subject.lastEvent == event, recording.isReversible else { throw .notReversible(event) }
        let today = try rules(of: subject).zone.civilDate(at: context.now)
        record(
            .actionReversed(ActionReversed(event: event, name: recording.name, reason: reason)),
            on: .day(today)
        )
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
