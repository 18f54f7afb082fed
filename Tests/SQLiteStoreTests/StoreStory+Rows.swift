import Engine
import Regulation
import Statecharts
import Submissions
import TestSupport

@testable import SQLiteStore

extension StoreStory {
    /// Rows of cases whose procedures nobody knows: these tests are about the store alone.
    static let making: CaseRowMaking = { submission, _ in rows(of: submission) }

    static func rows(of submission: Submission) -> [CaseRow] {
        submission.cases.map { subject in
            CaseRow(
                subject,
                of: submission,
                standing: CaseRow.Standing(
                    procedure: "by-hand",
                    state: "waiting",
                    holder: subject.isOver ? .nobody : .applicant,
                    movers: subject.isOver ? .none : .applicant,
                    due: nil,
                    looksOutside: false,
                    flagged: nil
                )
            )
        }
    }
}

extension StoreTransaction {
    func append(_ records: [EventRecord], to name: SubmissionName) throws {
        let before = try submission(name)
        guard !records.isEmpty, let after = records.reduce(before, Submission.evolve) else { return }
        try append(LogAddition(records, from: before, to: after, rows: StoreStory.rows(of: after)))
    }
}

extension StoreReader {
    /// The rows of every submission, replaced cases as well.
    func everyRow() throws -> [CaseRow] {
        try submissions(after: nil, limit: 1_000).flatMap { try caseRows(of: $0) }
    }
}
