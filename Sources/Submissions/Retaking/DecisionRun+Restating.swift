import Regulation
import Statecharts

// How the log is told what a course comes to that was taken again.
extension DecisionRun {
    /// Records what makes this submission the one that `course` comes to.
    ///
    /// `cause` is the event that put something right, in the case `main`: it is recorded already, or is recorded now as `act`,
    /// whose event tells what becomes of its case.
    mutating func restate(
        as course: DecisionRun,
        because cause: Int,
        in main: CaseName,
        putting act: (PersonalAct, before: Int, on: PartialDate)? = nil
    ) {
        let target = course.submission.settled(after: submission)
        // Tracks that are opened now follow from what was put right: nobody asked for them.
        let new = target.cases.filter { submission[$0.name] == nil }
        var beside = new.filter(\.isTrack).map { Change.sent("track.opened", to: $0.name) }
        if let judged = course.judged { beside.append(.restated(judged)) }
        if let act {
            let (deed, before, date) = act
            advance(
                main,
                to: target,
                .lateAction(deed.action, before: before),
                deed.payload,
                course.changes(by: deed, recordedAs: cause) + beside,
                on: date,
                onBehalfOf: deed.onBehalfOf
            )
            beside = []
        }
        // What a new case begins with would be put over what stands beside the cases, so that comes last then.
        if new.isEmpty { beside += submission.changes(to: target) }
        for name in submission.cases.map(\.name) where submission.differs(from: target, in: name) {
            advance(name, to: target, .correction(cause), .empty, beside, on: target[name]?.since)
            beside = []
        }
        if !beside.isEmpty { advance(main, to: target, .correction(cause), .empty, beside, on: nil) }
        for opening in course.records {
            guard case .caseOpened(let opened) = opening.event, submission[opened.name] == nil else { continue }
            record(.caseOpened(opened), on: opening.occurredOn)
            if submission.differs(from: target, in: opened.name) {
                advance(opened.name, to: target, .correction(cause), .empty, [], on: target[opened.name]?.since)
            }
        }
        for name in submission.cases.map(\.name) where target[name] == nil { undo(name, because: cause) }
        let rest = submission.changes(to: target)
        if !rest.isEmpty { advance(main, to: target, .correction(cause), .empty, rest, on: nil) }
    }

    private mutating func advance(
        _ name: CaseName,
        to target: Submission,
        _ cause: CaseAdvanced.Cause,
        _ payload: Payload,
        _ beside: [Change],
        on date: PartialDate?,
        onBehalfOf: Actor.Capacity? = nil
    ) {
        // Where the case itself never was, what is beside it is told by another.
        guard let subject = submission[name] ?? submission.cases.first else { return }
        let new = target[subject.name] ?? subject
        let steps = subject.configuration.step(to: new.configuration)
        let date = date ?? new.since
        // What stands beside may touch the case itself: only what it leaves is restated.
        var told = submission
        if let index = told.index(of: subject.name) {
            for change in beside { told.apply(change, to: index, on: date, event: nextNumber) }
        }
        var changes = beside + told.changes(of: told[subject.name] ?? subject, to: new)
        // A step enters its states on its day, and an act in time is one.
        let (since, isOfAct) = steps.isEmpty ? (subject.since, subject.isSinceOfAct) : (date, cause.action != nil)
        if since != new.since || isOfAct != new.isSinceOfAct {
            changes.append(.restated(.since(new.since, ofAct: new.isSinceOfAct)))
        }
        let outcome = StepOutcome(microsteps: steps, changes: changes, isOver: new.isOver)
        let advanced = CaseAdvanced(name: subject.name, cause: cause, payload: payload, outcome: outcome)
        record(.caseAdvanced(advanced), on: date, onBehalfOf: onBehalfOf)
    }

    /// What the act did in its place; what followed by itself may bear the same number.
    private func changes(by act: PersonalAct, recordedAs number: Int) -> [Change] {
        records.first { $0.number == number && $0.event.subject == act.name && $0.event.action == act.action }?
            .event.changes ?? []
    }

    private mutating func undo(_ name: CaseName, because cause: Int) {
        guard let subject = submission[name] else { return }
        let outcome = StepOutcome(microsteps: [], changes: [.restated(.undone)], isOver: subject.isOver)
        let advanced = CaseAdvanced(name: name, cause: .correction(cause), payload: .empty, outcome: outcome)
        record(.caseAdvanced(advanced), on: subject.since)
    }
}

extension Submission {
    /// Whether a case of both is not the same in `target`.
    fileprivate func differs(from target: Submission, in name: CaseName) -> Bool {
        guard let subject = self[name], let new = target[name] else { return false }
        return subject.configuration != new.configuration || subject.since != new.since
            || subject.isSinceOfAct != new.isSinceOfAct || !changes(of: subject, to: new).isEmpty
    }

    /// This submission with the revisions by which others know its approvals: what changed bears the next one.
    func settled(after before: Submission) -> Submission {
        var settled = self
        for index in settled.approvals.indices {
            guard let old = before.approvals.first(where: { $0.id == settled.approvals[index].id }) else { continue }
            settled.approvals[index].keep(of: old)
        }
        for index in settled.cases.indices {
            guard let old = before[settled.cases[index].name] else { continue }
            if old.references.map(\.approval) == settled.cases[index].references.map(\.approval) {
                settled.cases[index].references = old.references
            }
        }
        return settled
    }
}

extension Approval {
    fileprivate mutating func keep(of old: Approval) {
        // In which revision others were relied on, and what was said of them since, is history that nothing changes.
        if old.dependsOn.map(\.approval) == dependsOn.map(\.approval) { dependsOn = old.dependsOn }
        revision = old.revision
        if self != old { revision = old.revision + 1 }
    }
}
