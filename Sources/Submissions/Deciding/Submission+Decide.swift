import Regulation
import Statecharts

/// What a command comes to: its events, and the submission after them.
public struct Decided: Hashable, Sendable {
    public let records: [EventRecord]
    /// What replaying the records gives, so that nobody has to.
    public let submission: Submission
}

extension Submission {
    /// The events that `command` causes and the submission after them, or the reason why it is refused.
    ///
    /// Pure and synchronous: the same arguments always give the same events, so a store can run it inside the
    /// transaction that appends its result. A command runs its submission to quiescence: the case's macrostep, the
    /// deliveries of its messages first in first out, then what became possible in any case, until nothing moves.
    public static func decide(
        _ command: Command,
        given submission: Submission?,
        in context: DecisionContext
    ) throws(Refusal) -> Decided {
        switch command {
        case .open, .file, .openTrack:
            guard context.actor.capacity == .applicant else { throw .notAllowed("file", by: [.applicant]) }
        case .act, .correct, .reverse, .rebind, .fireDeadlines, .reconsider: break
        }
        guard let submission else {
            guard case .open(let opened) = command else { throw .notOpen(context.name) }
            var run = DecisionRun(opening: opened, in: context)
            run.open(opened)
            return Decided(records: run.records, submission: run.submission)
        }
        var run = DecisionRun(submission, in: context)
        switch command {
        case .open:
            throw .alreadyOpen(submission.name)
        case .file(let revision, let entries):
            try run.expectSubmissionVersion()
            try run.file(revision, entries)
        case .act(let name, let action, let payload, let revision):
            try run.act(name, action, payload, revision)
        case .correct(let event, let fields, let date, let reason):
            try run.correct(event, fields, date, reason)
        case .reverse(let event, let reason):
            try run.reverse(event, reason)
        case .rebind(let name, let pin, let reason):
            try run.rebind(name, to: pin, reason)
        case .openTrack(let track, let code):
            try run.expectSubmissionVersion()
            try run.openTrack(track, code)
        case .fireDeadlines:
            try run.fireDeadlines()
        case .reconsider(let flags):
            try run.reconsider(flags)
        }
        return Decided(records: run.records, submission: run.submission)
    }
}
