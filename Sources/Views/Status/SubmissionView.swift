package import Engine
import Regulation
package import Submissions

/// A submission with the texts that its questions and conditions stand for.
package struct SubmissionView: Hashable, Sendable {
    package let submission: Submission
    package let texts: [TextCommitment: String]
    /// The conditions of its approvals, and what became of them.
    package let conditions: [HeldCondition]
}

extension Tasuki {
    package func submission(_ name: SubmissionName) async throws -> SubmissionView {
        try await store.read { reader in
            let submission = try self.loaded(name, in: reader)
            let commitments =
                submission.questions.flatMap { [$0.text] + ($0.answer.map { [$0] } ?? []) }
                + submission.approvals.flatMap { $0.conditions.map(\.text) } + submission.obligations.compactMap(\.text)
            let duties = try self.dues(
                of: submission,
                at: try self.now(reader),
                Library(reader, self.world, self.pins),
                reader
            )
            return SubmissionView(
                submission: submission,
                texts: try reader.texts(commitments).mapValues(\.text),
                conditions: submission.approvals.flatMap(\.conditions).uniqued().map {
                    HeldCondition($0, of: submission, duties)
                }
            )
        }
    }
}
