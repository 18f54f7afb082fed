package import Regulation
package import Submissions

extension Tasuki {
    /// What happened to a submission, as it is after everything that was put right, and at its end what put it right or spoke of it.
    package func course(
        of name: SubmissionName,
        through instant: Instant?,
        _ library: Library,
        _ reader: any StoreReader
    ) throws -> [EventRecord] {
        let history = try reader.history(of: name, through: instant).map(\.record)
        guard let submission = Submission.replaying(history), submission.wasPutRight else { return history }
        // Approvals elsewhere may have changed since: what was allowed then is told as it was recorded.
        guard let course = try? retaken(submission, history, library, reader) else { return history }
        return course
            + history.filter { record in
                switch record.event {
                case .corrected, .actionReversed, .letterConfirmed, .letterDisputed: true
                default: false
                }
            }
    }

    /// Where a submission in which something was put right is not what it would be, had that been right from the start.
    package func divergences(of name: SubmissionName) async throws -> [String] {
        try await store.read { reader in
            let history = try reader.history(of: name, through: nil).map(\.record)
            guard let submission = Submission.replaying(history), submission.wasPutRight else { return [] }
            let course = try self.retaken(submission, history, Library(reader, self.world, self.pins), reader)
            return Submission.replaying(course).map { submission.differences(from: $0) } ?? ["no submission"]
        }
    }

    private func retaken(
        _ submission: Submission,
        _ history: [EventRecord],
        _ library: Library,
        _ reader: any StoreReader
    ) throws -> [EventRecord] {
        let approvals = try reader.approvals(of: submission.opened.product, except: submission.name)
        return try library.preparing(submission, submission.name) { rulebook throws(Refusal) in
            try submission.course(history, rulebook, approvals)
        }
    }
}
