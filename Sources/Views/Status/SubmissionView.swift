package import Engine
import Regulation
package import Submissions

/// A submission with the texts that its questions and conditions stand for.
package struct SubmissionView: Hashable, Sendable {
    package let submission: Submission
    package let texts: [TextCommitment: String]
}

extension Tasuki {
    package func submission(_ name: SubmissionName) async throws -> SubmissionView {
        try await store.read { reader in
            let submission = try self.loaded(name, in: reader)
            let commitments =
                submission.questions.flatMap { [$0.text] + ($0.answer.map { [$0] } ?? []) }
                + submission.approvals.flatMap { $0.conditions.map(\.text) } + submission.obligations.compactMap(\.text)
            return SubmissionView(submission: submission, texts: try reader.texts(commitments).mapValues(\.text))
        }
    }
}
