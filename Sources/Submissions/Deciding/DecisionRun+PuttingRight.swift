import Regulation
import Statecharts

// What people put right: a correction, a reversal, an act in time that is typed in late.
extension DecisionRun {
    /// Corrects what a person recorded, and makes everything that follows from it what it would be.
    ///
    /// Judged on what stood before anything fell due that only the error made due.
    mutating func correct(
        _ event: Int,
        _ fields: [FieldName: FieldValue],
        _ newDate: PartialDate?,
        _ reason: TextCommitment
    ) throws(Refusal) {
        let history = try context.rulebook.history()
        let course = Course(history, of: submission)
        let found = course.step(of: event)
        try checkIsNoManifest(event, found)
        guard let step = found, step.isOfAPerson else { throw .noSuchEvent(event) }
        guard !fields.isEmpty || newDate != nil else { throw .nothingToCorrect }
        // A day that has not come is told first: fields that lie too far from it are not what was mistyped.
        guard let place = step.subject ?? step.firstCase(in: history) ?? submission.cases.first?.name else {
            throw .noSuchEvent(event)
        }
        let today = try rules(of: subject(place)).zone.civilDate(at: context.now)
        if let newDate, newDate.earliest > today { throw .futureDate(newDate, today: today) }
        let (name, onBehalfOf, changes) = try allowed(step, fields, newDate, history, course)
        if let newDate, step.beginsACourse { try checkReach(of: newDate, today) }
        let corrected = Corrected(
            event: step.number,
            name: name,
            fields: changes,
            oldDate: newDate.map { _ in step.occurredOn },
            newDate: newDate,
            reason: reason
        )
        let number = nextNumber
        record(.corrected(corrected), on: .day(today), onBehalfOf: onBehalfOf)
        try takeAgain(history, putting: step.number, because: number, in: name)
        try beginWhatHasBegun(in: name)
    }

    /// What the manifest said, at the opening or since, is put right by amending it.
    private func checkIsNoManifest(_ event: Int, _ step: Course.Step?) throws(Refusal) {
        if case .amend = step?.deed { throw .amendmentStands(event) }
        if event == 1 { throw .amendmentStands(event) }
    }

    /// Takes back what a person recorded, with what Tasuki itself did in consequence: only by who recorded it.
    mutating func reverse(_ event: Int, _ reason: TextCommitment) throws(Refusal) {
        let history = try context.rulebook.history()
        let found = Course(history, of: submission).step(of: event)
        try checkIsNoManifest(event, found)
        guard let step = found, step.isOfAPerson,
            let name = step.subject ?? step.firstCase(in: history)
        else { throw .noSuchEvent(event) }
        guard step.record.recordedBy.person == context.actor.person else { throw .notRecorder(event) }
        let subject = try subject(name)
        try expectVersion(of: subject)
        let today = try rules(of: subject).zone.civilDate(at: context.now)
        let number = nextNumber
        let reversed = ActionReversed(event: step.number, name: name, reason: reason)
        record(.actionReversed(reversed), on: .day(today))
        try takeAgain(history, putting: step.number, because: number, in: name)
    }

    /// Takes an act as of its day where it was done in time, though a deadline that it keeps has passed since.
    ///
    /// - Returns: Whether it was so taken; else it is an act like any other.
    mutating func takeInTime(_ act: PersonalAct, on date: PartialDate) throws(Refusal) -> TakenInTime {
        // By index: hardly ever has one passed, and what is only looked at need not be copied.
        guard let index = submission.index(of: act.name),
            let passed = submission.cases[index].passed.first(where: { date.latest <= $0.due })
        else { return .no }
        let subject = submission.cases[index]
        let date = context.occurredOn ?? date
        let history = try context.rulebook.history()
        var course = Course(history, of: submission)
        let number = nextNumber
        // After a correction the passing is told by no event of its own: it was found by the first step after the day.
        let zone = try rules(of: subject).zone
        let found = course.steps.first { zone.civilDate(at: $0.record.recordedAt) > passed.due }
        guard let first = course.step(of: passed.event) ?? found else { return .no }
        let record = EventRecord(
            number: number,
            occurredOn: date,
            // As if it had been typed in just before the deadline was found to have passed.
            recordedAt: first.record.recordedAt,
            recordedBy: context.actor,
            onBehalfOf: act.onBehalfOf,
            event: first.record.event
        )
        let step = Course.Step(
            number: number,
            last: number,
            record: record,
            deed: .act(act),
            occurredOn: date,
            isMoved: true
        )
        course.insert(step, before: first.number)
        let run: DecisionRun
        do throws(Refusal) {
            run = try .retaking(course, putting: number, derived: number, in: context)
        } catch {
            // It could not have been done then: whether it can be done now is asked next.
            if case .unprepared = error { throw error }
            if case .heldBy = error { return .held(error) }
            return .no
        }
        restate(as: run, because: number, in: act.name, putting: (act, before: first.number, on: date))
        return .yes
    }

    private mutating func takeAgain(
        _ history: [EventRecord],
        putting event: Int,
        because number: Int,
        in name: CaseName
    ) throws(Refusal) {
        let course = Course(history, of: submission)
        let run = try DecisionRun.retaking(course, putting: event, derived: number, in: context)
        restate(as: run, because: number, in: name)
    }

    /// Whether the actor may correct these fields of the step, and which values that changes.
    private func allowed(
        _ step: Course.Step,
        _ fields: [FieldName: FieldValue],
        _ newDate: PartialDate?,
        _ history: [EventRecord],
        _ course: Course
    ) throws(Refusal) -> (CaseName, onBehalfOf: Actor.Capacity?, [Corrected.FieldChange]) {
        guard case .act(let act) = step.deed else {
            guard context.actor.capacity == .applicant else { throw .notAllowed("file", by: [.applicant]) }
            let changes = try classes(step, fields, course)
            let reclassed = fields.keys.min().flatMap { ClassCorrection.jurisdiction(of: $0) }
            guard
                let name = reclassed.flatMap({ submission.member($0)?.name }) ?? step.subject
                    ?? submission.cases.first?.name
            else { throw .noSuchEvent(step.number) }
            try expectVersion(of: try subject(name))
            return (name, nil, changes)
        }
        let subject = try subject(act.name)
        let bound = try bound(subject)
        guard let rule = bound.procedure.action(act.action) else { throw .noSuchAction(act.action, known: []) }
        let onBehalfOf = try authorise(rule, in: bound.rules)
        // The applicant corrects what the applicant transcribed, but nothing that an authority recorded itself.
        if onBehalfOf != nil, !subject.transcribed.contains(step.number) {
            throw .notAllowed(rule.name, by: rule.performers)
        }
        try expectVersion(of: subject)
        var payload = act.payload
        var changes: [Corrected.FieldChange] = []
        for name in fields.keys.sorted() {
            guard let new = fields[name] else { continue }
            guard rule.fields.contains(where: { $0.name == name }) else {
                throw .unknownField(name, rule.name, known: rule.fields.map(\.name))
            }
            changes.append(.init(field: name, old: payload.fields[name], new: new))
            payload.fields[name] = new
        }
        try PayloadCheck(rule: rule, submission: submission).check(payload)
        // A new day of the act is seen from all its dates; else only what is corrected is judged.
        let later = history.filter { $0.number >= step.number }.flatMap(\.event.changes).flatMap(\.obligations)
        try DateCheck(
            rule: rule,
            today: bound.rules.zone.civilDate(at: context.now),
            foregoing: submission.foregoing(rule, of: act.name, without: Set(later))
        ).check(
            payload.fields,
            only: newDate == nil ? Set(fields.keys) : nil,
            on: newDate ?? step.occurredOn
        )
        return (act.name, onBehalfOf, changes)
    }
}

extension DecisionRun {
    /// The classes under which the step filed that were wrong; of other steps that are no acts there is only the day.
    private func classes(
        _ step: Course.Step,
        _ fields: [FieldName: FieldValue],
        _ course: Course
    ) throws(Refusal) -> [Corrected.FieldChange] {
        let stated = course.manifest(before: step)
        var changes: [Corrected.FieldChange] = []
        for name in fields.keys.sorted() {
            guard case .file(let filed) = step.deed, let new = fields[name],
                let code = ClassCorrection.jurisdiction(of: name)
            else { throw .notCorrectable(name) }
            guard filed.targets.contains(code) else { throw .notATarget(code, known: filed.targets) }
            let old = stated?.classes[code].map { FieldValue.code($0.rawValue) }
            if old != new { changes.append(.init(field: name, old: old, new: new)) }
        }
        if changes.isEmpty, !fields.isEmpty { throw .nothingToCorrect }
        return changes
    }
}

extension Change {
    /// The obligations that it added.
    fileprivate var obligations: [ObligationID] {
        if case .obligationsAdded(let added) = self { added.map(\.id) } else { [] }
    }
}

extension Course.Step {
    /// The first case that a filing opened.
    func firstCase(in history: [EventRecord]) -> CaseName? {
        guard case .file = deed else { return nil }
        return history.lazy.filter { (number...last).contains($0.number) }.compactMap(\.event.subject).first
    }

    /// Whether nothing came before it by which its day could be judged.
    var beginsACourse: Bool {
        switch deed {
        case .file, .openTrack, .openHub: true
        case .act, .open, .amend, .rebind, .flag, .lookAround: false
        }
    }

    /// The case in which it was done; of a filing none.
    var subject: CaseName? {
        switch deed {
        case .act(let act): act.name
        case .openTrack, .openHub, .rebind: record.event.subject
        case .open, .amend, .file, .flag, .lookAround: nil
        }
    }
}

/// Whether an act that was told late is taken as of its day.
enum TakenInTime {
    case yes
    case no
    /// It would be, but for what a person did since.
    case held(Refusal)
}
