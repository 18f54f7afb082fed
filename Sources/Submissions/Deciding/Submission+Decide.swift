package import Regulation
import Statecharts

/// What a command comes to: its events, and the submission after them.
package struct Decided: Hashable, Sendable {
    package let records: [EventRecord]
    /// What replaying the records gives, so that nobody has to.
    package let submission: Submission
}

extension Submission {
    /// The events that `command` causes and the submission after them, or the reason why it is refused.
    ///
    /// Pure and synchronous: the same arguments always give the same events, so a store can run it inside the
    /// transaction that appends its result. A command runs its submission to quiescence: the case's macrostep, the
    /// deliveries of its messages first in first out, then what became possible in any case, until nothing moves.
    package static func decide(
        _ command: Command,
        given submission: Submission?,
        in context: DecisionContext
    ) throws(Refusal) -> Decided {
        switch command {
        case .open, .amend, .file, .openTrack, .openBundle, .beginTrack:
            guard context.actor.capacity == .applicant else { throw .notAllowed("file", by: [.applicant]) }
        case .act, .correct, .reverse, .confirmLetter, .disputeLetter, .rebind, .fireDeadlines, .reconsider: break
        }
        guard let submission else {
            guard case .open(let opened) = command else { throw .notOpen(context.name) }
            try context.expected?.check(0)
            var run = DecisionRun(opening: opened, in: context)
            try run.open(opened)
            return Decided(records: run.records, submission: run.submission)
        }
        var run = DecisionRun(submission, in: context)
        switch command {
        case .open:
            throw .alreadyOpen(submission.name)
        case .amend(let new):
            try run.expectSubmissionVersion()
            try run.amend(new)
        case .file(let revision, let entries, let codes):
            try run.expectSubmissionVersion()
            try run.file(revision, entries, for: codes)
        case .act(let name, let action, let payload, let revision):
            try run.act(name, action, payload, revision)
        case .correct(let event, let fields, let date, let reason):
            try run.correct(event, fields, date, reason)
        case .reverse(let event, let reason):
            try run.reverse(event, reason)
        case .confirmLetter(let event):
            try run.answerLetter(event, disputing: nil)
        case .disputeLetter(let event, let reason):
            try run.answerLetter(event, disputing: reason)
        case .rebind(let name, let pin, let reason):
            try run.rebind(name, to: pin, reason)
        case .openTrack(let track, let code):
            try run.expectSubmissionVersion()
            try run.openTrack(track, code)
        case .openBundle(let hub, let codes):
            try run.expectSubmissionVersion()
            try run.openBundle(hub, codes)
        case .beginTrack(let track, let code, let action, let payload):
            try run.expectSubmissionVersion()
            try run.beginTrack(track, code, action, payload)
        case .fireDeadlines:
            try run.fireDeadlines()
        case .reconsider(let flags):
            try run.reconsider(flags)
        }
        return Decided(records: run.records, submission: run.submission)
    }

    /// Says whether the actor may do the action at all, whatever the state of the case and what is handed in.
    ///
    /// - Throws: What ``decide(_:given:in:)`` would answer first.
    package func admit(
        _ actor: Actor,
        to action: ActionName,
        of name: CaseName,
        at now: Instant,
        _ rulebook: Rulebook
    ) throws(Refusal) {
        let context = DecisionContext(
            name: self.name,
            actor: actor,
            now: now,
            occurredOn: nil,
            expected: nil,
            rulebook: rulebook,
            approvals: []
        )
        let run = DecisionRun(self, in: context)
        let bound = try run.bound(try run.subject(name))
        guard let rule = bound.procedure.action(action) else {
            throw .noSuchAction(action, known: bound.procedure.actions.map(\.name))
        }
        _ = try run.authorise(rule, in: bound.rules)
    }
}
