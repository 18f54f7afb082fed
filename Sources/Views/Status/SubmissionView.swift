public import Engine
public import Regulation
public import Submissions

/// A submission with the texts that its questions and conditions stand for.
public struct SubmissionView: Hashable, Sendable {
    public let submission: Submission
    public let texts: [TextCommitment: String]
}

extension Tasuki {
    public func submission(_ name: SubmissionName) async throws -> SubmissionView {
        try await store.read { reader in
            let submission = try self.loaded(name, in: reader)
            let commitments =
                submission.questions.flatMap { [$0.text] + ($0.answer.map { [$0] } ?? []) }
                + submission.approvals.flatMap { $0.conditions.map(\.text) } + submission.obligations.compactMap(\.text)
            return SubmissionView(submission: submission, texts: try reader.texts(commitments).mapValues(\.text))
        }
    }
}
