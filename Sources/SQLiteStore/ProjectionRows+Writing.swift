import CanonicalJSON
import Engine
import GRDB
import Regulation
import Statecharts
import Submissions

extension ProjectionRows {
    /// Brings the rows of a submission up to date: those that the events between the two folds changed.
    static func update(
        from before: Submission?,
        to after: Submission,
        rows: [CaseRow],
        in db: Database
    ) throws {
        try store(after, in: db)
        try removeUndone(from: before, to: after, in: db)
        for row in rows { try store(row, in: db) }
        for approval in after.approvals where before?.approvals.contains(approval) != true {
            try store(approval, of: after.name, in: db)
        }
        try storeReliances(of: after, replacing: before?.reliances ?? [], in: db)
    }

    /// The projections with the column that names the submission, and their keys; first those that refer to others.
    private static let tables = [
        (name: "caseRow", submission: "submission", key: "submission, name"),
        (name: "approvalRow", submission: "submission", key: "id"),
        (name: "relianceRow", submission: "submission", key: "approval, dependent"),
        (name: "submissionRow", submission: "name", key: "name"),
    ]

    private static func range(
        _ column: String,
        after first: String,
        through last: String?
    ) -> (String, StatementArguments) {
        guard let last else { return ("\(column) > ?", [first]) }
        return ("\(column) > ? AND \(column) <= ?", [first, last])
    }

    /// Drops every row of the submissions whose names lie after `first` and through `last`.
    static func clear(after first: String, through last: String?, in db: Database) throws {
        for table in tables {
            let (condition, bounds) = range(table.submission, after: first, through: last)
            try db.execute(sql: "DELETE FROM \(table.name) WHERE \(condition)", arguments: bounds)
        }
    }

    /// Every row of those submissions as text, in the order of the keys.
    static func dump(
        after first: String = "",
        through last: String? = nil,
        in db: Database
    ) throws
        -> [String]
    {
        try tables.flatMap { table in
            let (condition, bounds) = range(table.submission, after: first, through: last)
            let sql = "SELECT * FROM \(table.name) WHERE \(condition) ORDER BY \(table.key)"
            return try Row.fetchAll(db, sql: sql, arguments: bounds).map { "\(table.name) \($0)" }
        }
    }

    /// What a correction or a reversal took back altogether.
    private static func removeUndone(
        from before: Submission?,
        to after: Submission,
        in db: Database
    )
        throws
    {
        guard let before else { return }
        // By index: hardly ever is one gone, and what is only looked at need not be copied.
        for index in before.cases.indices where after.index(of: before.cases[index].name) == nil {
            try db.run(
                "DELETE FROM caseRow WHERE submission = ? AND name = ?",
                [after.name.rawValue, before.cases[index].name.rawValue]
            )
        }
        for approval in before.approvals
        where !after.approvals.contains(where: { $0.id == approval.id }) {
            try db.run("DELETE FROM approvalRow WHERE id = ?", [approval.id.rawValue])
        }
    }

    private static func store(_ submission: Submission, in db: Database) throws {
        try db.run(
            """
            INSERT INTO submissionRow (name, product, version) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET version = excluded.version
            """,
            [submission.name.rawValue, submission.opened.product.rawValue, submission.version]
        )
    }

    private static func store(_ row: CaseRow, in db: Database) throws {
        try db.run(
            """
            INSERT INTO caseRow (submission, name, product, jurisdiction, route, isTrack, version, procedure, state,
                turn, due, deadline, applicantDue, flagged, looksOutside, isOver, isReplaced, movers,
                isDueUnconfirmed, dueEarliest, isFirstDayUnknown)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (submission, name) DO UPDATE SET
                version = excluded.version, state = excluded.state, turn = excluded.turn, due = excluded.due,
                deadline = excluded.deadline, applicantDue = excluded.applicantDue, flagged = excluded.flagged,
                looksOutside = excluded.looksOutside, isOver = excluded.isOver, isReplaced = excluded.isReplaced,
                movers = excluded.movers, isDueUnconfirmed = excluded.isDueUnconfirmed,
                dueEarliest = excluded.dueEarliest, isFirstDayUnknown = excluded.isFirstDayUnknown
            """,
            [
                row.submission.rawValue, row.name.rawValue, row.product.rawValue, row.jurisdiction.rawValue,
                row.route.rawValue, row.isTrack, row.version, row.outlook.procedure.rawValue,
                row.outlook.state?.rawValue ?? "",
                row.outlook.turn.description, row.outlook.due?.dayNumber ?? CaseList.noDate,
                row.deadline?.dayNumber, row.outlook.applicantDue?.dayNumber, CaseList.text(of: row.outlook.flagged),
                row.outlook.looksOutside, row.isOver, row.isReplaced,
                row.outlook.movers.description, row.outlook.isDueUnconfirmed,
                row.outlook.dueEarliest?.dayNumber, row.outlook.isFirstDayUnknown,
            ]
        )
    }

    private static func store(
        _ approval: Approval,
        of submission: SubmissionName,
        in db: Database
    )
        throws
    {
        try db.run(
            """
            INSERT INTO approvalRow (id, submission, product, body) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET body = excluded.body
            """,
            [
                approval.id.rawValue, submission.rawValue, approval.product.rawValue,
                ApprovalCodec.encode(approval).canonicalText(),
            ]
        )
    }

    private static func storeReliances(
        of submission: Submission,
        replacing before: [Reliance],
        in db: Database
    ) throws {
        let after = submission.reliances
        guard after != before else { return }
        let (old, new) = (Set(before), Set(after))
        for gone in old.subtracting(new) {
            try db.run(
                "DELETE FROM relianceRow WHERE approval = ? AND dependent = ?",
                [gone.approval.rawValue, gone.dependent.rawValue]
            )
        }
        for added in new.subtracting(old) {
            try db.run(
                """
                INSERT INTO relianceRow (approval, dependent, submission) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                """,
                [added.approval.rawValue, added.dependent.rawValue, submission.name.rawValue]
            )
        }
    }
}
