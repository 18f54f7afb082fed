import Engine
import GRDB
import Regulation
import Submissions
import TransparencyLog

/// The projections as they are read.
enum ProjectionRows {
    static func submissions(after name: SubmissionName?, limit: Int, in db: Database) throws -> [SubmissionName] {
        let statement = try db.cachedStatement(
            sql: "SELECT name FROM submissionRow WHERE name > ? ORDER BY name LIMIT ?"
        )
        return try String.fetchAll(statement, arguments: [name?.rawValue ?? "", max(0, limit)])
            .map { SubmissionName($0) }
    }

    static func cases(of submission: SubmissionName?, in db: Database) throws -> [CaseRow] {
        let columns = "submission, product, name, jurisdiction, route, version, isOver, isReplaced"
        let rows: [Row]
        if let submission {
            let sql = "SELECT \(columns) FROM caseRow WHERE submission = ? ORDER BY name"
            rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [submission.rawValue])
        } else {
            let sql = "SELECT \(columns) FROM caseRow ORDER BY submission, name"
            rows = try Row.fetchAll(db.cachedStatement(sql: sql))
        }
        return rows.map { row in
            CaseRow(
                submission: SubmissionName(row[0] as String),
                product: ProductID(row[1] as String),
                name: CaseName(row[2] as String),
                jurisdiction: JurisdictionCode(row[3] as String),
                route: RouteName(row[4] as String),
                version: row[5],
                isOver: row[6],
                isReplaced: row[7]
            )
        }
    }

    static func approvals(of product: ProductID, in db: Database) throws -> [Approval] {
        let statement = try db.cachedStatement(sql: "SELECT body FROM approvalRow WHERE product = ? ORDER BY id")
        return try String.fetchAll(statement, arguments: [product.rawValue]).map(decoded)
    }

    static func approval(_ id: Approval.ID, in db: Database) throws -> Approval? {
        let statement = try db.cachedStatement(sql: "SELECT body FROM approvalRow WHERE id = ?")
        return try String.fetchOne(statement, arguments: [id.rawValue]).map(decoded)
    }

    private static func decoded(_ body: String) throws -> Approval {
        guard let value = try? JSONValue(parsing: body.utf8), let approval = try? ApprovalCodec.decode(value) else {
            throw StoreError.damaged(reason: "an approval's row is malformed; rebuild the projections")
        }
        return approval
    }
}
