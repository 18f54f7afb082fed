import CanonicalJSON
import Engine
import GRDB
import Regulation
import Statecharts
import Submissions

/// The projections as they are read: each list by the order of one index, from a key on, never by an offset.
enum ProjectionRows {
    static func submissions(after name: SubmissionName?, limit: Int, in db: Database) throws -> [SubmissionName] {
        try names(Query.submissions, [name?.rawValue ?? "", max(0, limit)], in: db).map { SubmissionName($0) }
    }

    static func submissions(
        of product: ProductID,
        after name: SubmissionName?,
        limit: Int,
        in db: Database
    ) throws -> [SubmissionName] {
        try names(Query.submissionsOfProduct, [product.rawValue, name?.rawValue ?? "", max(0, limit)], in: db)
            .map { SubmissionName($0) }
    }

    static func products(after product: ProductID?, limit: Int, in db: Database) throws -> [ProductID] {
        // One step through the index for each product, whatever number of submissions it has.
        var found: [ProductID] = []
        while found.count < limit {
            let last = found.last ?? product
            guard let next = try names(Query.nextProduct, [last?.rawValue ?? ""], in: db).first else { break }
            found.append(ProductID(next))
        }
        return found
    }

    static func openSubmissions(of product: ProductID, in db: Database) throws -> [SubmissionName] {
        try names(Query.openSubmissions, [product.rawValue], in: db).map { SubmissionName($0) }
    }

    static func lookingOutside(after name: SubmissionName?, limit: Int, in db: Database) throws -> [SubmissionName] {
        try names(Query.lookingOutside, [name?.rawValue ?? "", max(0, limit)], in: db).map { SubmissionName($0) }
    }

    static func dependents(
        on approval: Approval.ID,
        after dependent: Approval.ID?,
        limit: Int,
        in db: Database
    ) throws -> [Approval.ID] {
        try names(Query.dependents, [approval.rawValue, dependent?.rawValue ?? "", max(0, limit)], in: db)
            .map { Approval.ID($0) }
    }

    static func approvals(of product: ProductID, except own: SubmissionName?, in db: Database) throws -> [Approval] {
        try names(Query.approvals, [product.rawValue, own?.rawValue ?? ""], in: db).map(decoded)
    }

    static func approval(_ id: Approval.ID, in db: Database) throws -> Approval? {
        try names(Query.approval, [id.rawValue], in: db).first.map(decoded)
    }

    private static func names(_ sql: String, _ values: [any StatementBinding], in db: Database) throws -> [String] {
        try db.rows(sql, values) { try $0.text(0) }
    }

    private static func decoded(_ body: String) throws -> Approval {
        guard let value = try? JSONValue(parsing: body.utf8), let approval = try? ApprovalCodec.decode(value) else {
            throw StoreError.damaged(reason: "an approval's row is malformed; rebuild the projections")
        }
        return approval
    }

    /// The statements by which names are listed, for the test of their plans as well.
    enum Query {
        static let submissions = "SELECT name FROM submissionRow WHERE name > ? ORDER BY name LIMIT ?"
        static let submissionsOfProduct =
            "SELECT name FROM submissionRow WHERE product = ? AND name > ? ORDER BY name LIMIT ?"
        static let nextProduct = "SELECT product FROM submissionRow WHERE product > ? ORDER BY product LIMIT 1"
        static let openSubmissions = """
            SELECT name FROM submissionRow WHERE product = ? AND EXISTS (
                SELECT 1 FROM caseRow WHERE submission = submissionRow.name AND isOver = 0
            ) ORDER BY name
            """
        static let lookingOutside = """
            SELECT DISTINCT submission FROM caseRow WHERE looksOutside = 1 AND submission > ?
            ORDER BY submission LIMIT ?
            """
        static let dependents =
            "SELECT dependent FROM relianceRow WHERE approval = ? AND dependent > ? ORDER BY dependent LIMIT ?"
        static let approvals = "SELECT body FROM approvalRow WHERE product = ? AND submission <> ? ORDER BY id"
        static let approval = "SELECT body FROM approvalRow WHERE id = ?"

        static let all = [
            submissions, submissionsOfProduct, nextProduct, openSubmissions, lookingOutside, dependents, approvals,
            approval,
        ]
    }
}
