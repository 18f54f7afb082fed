import CanonicalJSON
package import Engine
import GRDB
import Regulation
package import Submissions
import TransparencyLog

/// Makes the row of each case of a submission, as the engine does when events are appended.
package typealias CaseRowMaking = @Sendable (Submission, any StoreReader) throws -> [CaseRow]

extension SQLiteSubmissionStore {
    /// Whether the projections must be made from the log before any list is right: after the tables changed.
    package func needsRebuilding() async throws -> Bool {
        try await inspecting { db in try Rebuilding.progress(in: db) != nil }
    }

    /// Makes the nodes of the tree again from the leaves, then drops every projection and makes it again from the log,
    /// a page of submissions in each transaction.
    ///
    /// Others may read and write meanwhile; what was interrupted goes on where it stopped.
    /// - Parameters:
    ///   - making: Makes the rows of one submission.
    ///   - progress: Called after each page with the submissions done and those of the log.
    /// - Throws: What making a row, or the store, cannot do; what was done until then stays done.
    package func rebuildProjections(
        making: @escaping CaseRowMaking,
        progress: (@Sendable (Int, Int) -> Void)? = nil
    ) async throws {
        try await remakeTreeNodes()
        let total = try await inspecting { try Rebuilding.submissions(in: $0) }
        var (last, done) = try await commits.submit { try Rebuilding.begin(in: $0.db) }
        while true {
            let page = try await commits.submit { [last] transaction in
                let page = try Rebuilding.page(after: last, in: transaction.db)
                try Rebuilding.rebuild(page, in: transaction, making: making)
                try Rebuilding.note(page, in: transaction.db)
                return page
            }
            done += page.names.count
            progress?(done, max(done, total))
            guard let end = page.last else { return }
            last = end
        }
    }

    /// What others append meanwhile has its nodes already.
    private func remakeTreeNodes() async throws {
        let size = try await commits.submit { try TreeNodes.dropUnfounded(in: $0.db) }
        for level in 0..<TreeNodes.levels(of: size) {
            for places in TreeNodes.pages(of: level + 1, size: size) {
                try await commits.submit { try TreeNodes.remake(level: level + 1, places, in: $0.db) }
            }
        }
    }

    /// A line for each node of the tree that is not what the leaves give.
    private func treeNodeDefects() async throws -> [String] {
        let (size, strays) = try await inspecting { db in
            let size = try LogEdge(readFrom: db).frontier.size
            return (size, try TreeNodes.strayDefects(size: size, in: db))
        }
        var defects = strays
        for level in 0..<TreeNodes.levels(of: size) {
            for places in TreeNodes.pages(of: level + 1, size: size) {
                defects += try await inspecting { try TreeNodes.defects(level: level + 1, places, in: $0) }
            }
        }
        return defects
    }

    /// The rows in which the live projections and tree nodes differ from ones made anew; nothing is changed.
    ///
    /// - Parameters:
    ///   - making: Makes the rows of one submission.
    ///   - progress: Called after each page with the submissions done and those of the log.
    /// - Returns: A line for each row that is missing, or that nothing in the log gives.
    /// - Throws: What making a row, or the store, cannot do.
    package func projectionDefects(
        making: @escaping CaseRowMaking,
        progress: (@Sendable (Int, Int) -> Void)? = nil
    ) async throws -> [String] {
        let total = try await inspecting { try Rebuilding.submissions(in: $0) }
        var (last, done) = ("", 0)
        var defects = try await treeNodeDefects()
        while true {
            let (page, found) = try await commits.submit { [last] transaction in
                let page = try Rebuilding.page(after: last, in: transaction.db)
                return (page, try Rebuilding.defects(of: page, in: transaction, making: making))
            }
            defects += found
            done += page.names.count
            progress?(done, max(done, total))
            guard let end = page.last else { return defects }
            last = end
        }
    }
}

/// Some submissions of the log whose projections are made again together.
struct RebuildingPage: Hashable, Sendable {
    let first: String
    let names: [String]
    /// The last name of the page; `nil` where it reaches beyond the last submission.
    let last: String?
}

private enum Rebuilding {
    static let limit = 200

    static func submissions(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM leaf WHERE number = 1") ?? 0
    }

    /// How far an unfinished rebuilding has come; `nil` where none is due.
    static func progress(in db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT rebuiltThrough FROM upkeep")
    }

    static func begin(in db: Database) throws -> (last: String, done: Int) {
        let last = try progress(in: db) ?? ""
        try db.execute(
            sql: "INSERT INTO upkeep (id, rebuiltThrough) VALUES (1, ?) ON CONFLICT DO NOTHING",
            arguments: [last]
        )
        try db.execute(sql: "DELETE FROM snapshot")
        let done = "SELECT count(*) FROM leaf WHERE number = 1 AND submission <= ?"
        return (last, last.isEmpty ? 0 : try Int.fetchOne(db, sql: done, arguments: [last]) ?? 0)
    }

    static func page(after last: String, in db: Database) throws -> RebuildingPage {
        let names = try String.fetchAll(
            db.cachedStatement(
                sql: "SELECT submission FROM leaf WHERE submission > ? AND number = 1 ORDER BY submission LIMIT ?"
            ),
            arguments: [last, limit]
        )
        return RebuildingPage(first: last, names: names, last: names.count < limit ? nil : names.last)
    }

    static func note(_ page: RebuildingPage, in db: Database) throws {
        if let last = page.last {
            try db.execute(sql: "UPDATE upkeep SET rebuiltThrough = ?", arguments: [last])
        } else {
            try db.execute(sql: "DELETE FROM upkeep")
        }
    }

    static func rebuild(
        _ page: RebuildingPage,
        in transaction: SQLiteTransaction,
        making: CaseRowMaking
    ) throws {
        let db = transaction.db
        try ProjectionRows.clear(after: page.first, through: page.last, in: db)
        for name in page.names {
            guard let submission = try LogRows.fold(SubmissionName(name), in: db) else { continue }
            try ProjectionRows.update(from: nil, to: submission, rows: try making(submission, transaction), in: db)
        }
    }

    static func defects(
        of page: RebuildingPage,
        in transaction: SQLiteTransaction,
        making: CaseRowMaking
    ) throws -> [String] {
        let db = transaction.db
        let live = try ProjectionRows.dump(after: page.first, through: page.last, in: db)
        try db.execute(sql: "SAVEPOINT comparing")
        let rebuilt: [String]
        do {
            try rebuild(page, in: transaction, making: making)
            rebuilt = try ProjectionRows.dump(after: page.first, through: page.last, in: db)
        } catch {
            try db.execute(sql: "ROLLBACK TO comparing; RELEASE comparing")
            throw error
        }
        try db.execute(sql: "ROLLBACK TO comparing; RELEASE comparing")
        return rebuilt.difference(from: live).map { change in
            switch change {
            case .insert(_, let row, _): "missing: \(row)"
            case .remove(_, let row, _): "unfounded: \(row)"
            }
        }
    }
}
