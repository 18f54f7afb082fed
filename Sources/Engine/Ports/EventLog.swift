package import Regulation
package import Submissions
package import TransparencyLog

/// The log as commands need it: what its submissions are by their events, and where it ends.
///
/// A submission is always the fold of all its events, however it was come by, and within a transaction the fold with
/// what that transaction has appended. Numbers of events begin at 1 and have no gap; nothing is recorded before what
/// stands in front of it.
package protocol EventLog {
    /// The submission as folded from all its events; `nil` where there is none of that name.
    func submission(_ name: SubmissionName) throws -> Submission?
    /// The submission as its events through `instant` make it; `nil` where there was none then.
    func submission(_ name: SubmissionName, through instant: Instant) throws -> Submission?
    /// The events of a submission in order, those recorded through `instant` where one is given.
    func history(of name: SubmissionName, through instant: Instant?) throws -> [StoredEvent]
    /// One event of a submission by its number.
    func event(_ number: Int, of name: SubmissionName) throws -> EventRecord?
    /// Names in order, after `name`, at most `limit`.
    func submissions(after name: SubmissionName?, limit: Int) throws -> [SubmissionName]
    /// When the last leaf was recorded.
    func lastRecordedAt() throws -> Instant?
    func head() throws -> TreeHead
}

extension EventLog {
    package func submission(_ name: SubmissionName, through instant: Instant) throws -> Submission? {
        Submission.replaying(try history(of: name, through: instant).map(\.record))
    }
}

/// An event with its place in the log.
package struct StoredEvent: Hashable, Sendable {
    package let position: Int
    package let record: EventRecord

    package init(position: Int, record: EventRecord) {
        self.position = position
        self.record = record
    }
}
