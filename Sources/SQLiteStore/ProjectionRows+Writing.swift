import Engine
import GRDB
import Regulation
import Submissions
import TransparencyLog

extension ProjectionRows {
    /// Brings the rows of a submission up to date: those that the events between the two folds changed.
    static func update(from before: Submission?, to after: Submission, in db: Database) throws {
        try store(after, in: db)
        for subject in after.cases {
            let row = CaseRow(subject, of: after)
            if let before, let old = before[subject.name], CaseRow(old, of: before) == row { continue }
            try store(row, in: db)
        }
        for approval in after.approvals where before?.approvals.contains(approval) != true {
            try store(approval, in: db)
        }
    }

    /// Drops every row and makes them again from the log.
    static func rebuild(in db: Database) throws {
        try db.execute(sql: "DELETE FROM caseRow; DELETE FROM approvalRow; DELETE FROM submissionRow")
        let names = try String.fetchAll(
            db,
            sql: "SELECT DISTINCT submission FROM leaf WHERE number IS NOT NULL ORDER BY submission"
        )
        for name in names {
            guard let submission = try LogRows.fold(SubmissionName(name), in: db) else { continue }
            try update(from: nil, to: submission, in: db)
        }
    }

    /// Every row as text, in the order of the keys.
    static func dump(in db: Database) throws -> [String] {
        try [("submissionRow", "name"), ("caseRow", "submission, name"), ("approvalRow", "id")].flatMap { table, key in
            try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY \(key)").map { "\(table) \($0)" }
        }
    }

    private static func store(_ submission: Submission, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO submissionRow (name, product, version) VALUES (?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET product = excluded.product, version = excluded.version
                """
        ).execute(arguments: [submission.name.rawValue, submission.opened.product.rawValue, submission.version])
    }

    private static func store(_ row: CaseRow, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO caseRow (submission, product, name, jurisdiction, route, version, isOver, isReplaced)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (submission, name) DO UPDATE SET
                    product = excluded.product, jurisdiction = excluded.jurisdiction, route = excluded.route,
                    version = excluded.version, isOver = excluded.isOver, isReplaced = excluded.isReplaced
                """
        ).execute(
            arguments: [
                row.submission.rawValue, row.product.rawValue, row.name.rawValue, row.jurisdiction.rawValue,
                row.route.rawValue, row.version, row.isOver, row.isReplaced,
            ]
        )
    }

    private static func store(_ approval: Approval, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO approvalRow (id, product, body) VALUES (?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET product = excluded.product, body = excluded.body
                """
        ).execute(
            arguments: [
                approval.id.rawValue, approval.product.rawValue, ApprovalCodec.encode(approval).canonicalText(),
            ]
        )
    }
}

extension CaseRow {
    init(_ subject: Case, of submission: Submission) {
        self.init(
            submission: submission.name,
            product: submission.opened.product,
            name: subject.name,
            jurisdiction: subject.jurisdiction,
            route: subject.route,
            version: subject.version,
            isOver: subject.isOver,
            isReplaced: subject.replacedBy != nil
        )
    }
}
