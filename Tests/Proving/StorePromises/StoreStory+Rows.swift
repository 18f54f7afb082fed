package import Engine
import Regulation
import Statecharts
package import Submissions

extension StoreStory {
    /// Three submissions with an approval each, of two products, and one on its way.
    package static func populate(_ store: any SubmissionStore) async throws {
        for (name, product) in [("b", "other"), ("a", "colon-cade"), ("c", "colon-cade")] {
            for record in approved(.init(name), product: .init(product)) {
                try await store.write { try $0.append([record], to: .init(name)) }
            }
        }
        try await store.write { transaction throws in
            try transaction.append([opened("d"), caseOpened(2, "TH"), caseOpened(3, "MY")], to: "d")
            try transaction.appendRefusal(refusal("d"), of: "d", at: instant(1))
        }
    }

    /// Rows of cases whose procedures nobody knows: these tests are about the store alone.
    package static func rows(of submission: Submission) -> [CaseRow] {
        submission.cases.map { subject in
            CaseRow(
                subject,
                of: submission,
                outlook: CaseRow.Outlook(
                    procedure: "by-hand",
                    state: "waiting",
                    turn: subject.isOver ? .nobody : .applicant,
                    movers: subject.isOver ? .none : .applicant,
                    due: nil,
                    applicantDue: nil,
                    looksOutside: false,
                    flagged: []
                )
            )
        }
    }
}

extension StoreTransaction {
    package func append(_ records: [EventRecord], to name: SubmissionName) throws {
        let before = try submission(name)
        guard !records.isEmpty, let after = records.reduce(before, Submission.evolve) else { return }
        try append(LogAddition(records, from: before, to: after, rows: StoreStory.rows(of: after)))
    }
}

extension StoreReader {
    /// The rows of every submission, replaced cases as well.
    package func everyRow() throws -> [CaseRow] {
        try submissions(after: nil, limit: 1_000).flatMap { try caseRows(of: $0) }
    }
}
