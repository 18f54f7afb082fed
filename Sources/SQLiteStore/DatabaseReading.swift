import Engine
import Foundation
import GRDB
import Regulation
import Submissions
import TransparencyLog

/// What the reader of a snapshot and the writer's transaction answer alike.
protocol DatabaseReading: StoreReader {
    var db: Database { get }
    /// The settings as they were when the workspace was opened: all but the simulated instant is fixed.
    var settled: WorkspaceSettings { get }
}

extension DatabaseReading {
    func settings() throws -> WorkspaceSettings {
        guard case .simulated = settled.clock else { return settled }
        let statement = try db.cachedStatement(sql: "SELECT simulatedNow FROM workspace")
        guard let now = try Int64.fetchOne(statement) else {
            throw StoreError.damaged(reason: "the workspace's clock is malformed")
        }
        return WorkspaceSettings(clock: .simulated(now: Instant(millisecondsSinceEpoch: now)), zone: settled.zone)
    }

    func history(of name: SubmissionName, through instant: Instant?) throws -> [StoredEvent] {
        try LogRows.events(of: name, through: instant, in: db)
    }

    func leaves(from position: Int, limit: Int) throws -> [StoredLeaf] {
        try LogRows.leaves(from: position, limit: limit, in: db)
    }

    func heads() throws -> [TreeHead] {
        try LogRows.heads(in: db)
    }

    func submissions(after name: SubmissionName?, limit: Int) throws -> [SubmissionName] {
        try ProjectionRows.submissions(after: name, limit: limit, in: db)
    }

    func caseRows(submission: SubmissionName?) throws -> [CaseRow] {
        try ProjectionRows.cases(of: submission, in: db)
    }

    func approvals(of product: ProductID) throws -> [Approval] {
        try ProjectionRows.approvals(of: product, in: db)
    }

    func approval(_ id: Approval.ID) throws -> Approval? {
        try ProjectionRows.approval(id, in: db)
    }
}
