package import Engine
import Regulation
package import Submissions

/// A submission with the texts that its questions and conditions stand for.
package struct SubmissionView: Hashable, Sendable {
    package let submission: Submission
    package let texts: [TextCommitment: String]
    /// The conditions of its approvals, and what became of them.
    package let conditions: [HeldCondition]
    /// The procedure by which each case runs.
    package let procedures: [CaseName: ProcedureID]
}

extension Tasuki {
    package func submission(_ name: SubmissionName) async throws -> SubmissionView {
        try await store.read { reader in
            let submission = try self.loaded(name, in: reader)
            let commitments =
                submission.questions.flatMap { [$0.text] + ($0.answer.map { [$0] } ?? []) }
                + submission.approvals.flatMap { $0.conditions.map(\.text) } + submission.obligations.compactMap(\.text)
            let library = Library(reader, self.world, self.pins)
            let duties = try self.dues(of: submission, at: try self.now(reader), library, reader)
            let procedures = try submission.cases.compactMap { subject in
                try library.procedure(subject.procedure).map { (subject.name, $0.id) }
            }
            return SubmissionView(
                submission: submission,
                texts: try reader.texts(commitments).mapValues(\.text),
                conditions: submission.approvals.flatMap(\.conditions).uniqued().map {
                    HeldCondition($0, of: submission, duties)
                },
                procedures: Dictionary(procedures) { first, _ in first }
            )
        }
    }
}
