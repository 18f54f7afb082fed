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

    func event(_ number: Int, of name: SubmissionName) throws -> EventRecord? {
        try LogRows.events(of: name, after: number - 1, limit: 1, in: db).first.map(\.record)
            .flatMap { $0.number == number ? $0 : nil }
    }

    func leaves(of name: SubmissionName, _ kind: LeafKind, limit: Int) throws -> [StoredLeaf] {
        try LogRows.leaves(of: name, kind, limit: limit, in: db)
    }

    func treeHashes(level: Int, _ places: Range<Int>) throws -> [Digest] {
        try TreeNodes.hashes(level: level, places, in: db)
    }

    func submissions(after name: SubmissionName?, limit: Int) throws -> [SubmissionName] {
        try ProjectionRows.submissions(after: name, limit: limit, in: db)
    }

    func submissions(of product: ProductID, after name: SubmissionName?, limit: Int) throws -> [SubmissionName] {
        try ProjectionRows.submissions(of: product, after: name, limit: limit, in: db)
    }

    func products(after product: ProductID?, limit: Int) throws -> [ProductID] {
        try ProjectionRows.products(after: product, limit: limit, in: db)
    }

    func openSubmissions(of product: ProductID) throws -> [SubmissionName] {
        try ProjectionRows.openSubmissions(of: product, in: db)
    }

    func lookingOutside(after name: SubmissionName?, limit: Int) throws -> [SubmissionName] {
        try ProjectionRows.lookingOutside(after: name, limit: limit, in: db)
    }

    func dependents(on approval: Approval.ID, after dependent: Approval.ID?, limit: Int) throws -> [Approval.ID] {
        try ProjectionRows.dependents(on: approval, after: dependent, limit: limit, in: db)
    }

    func caseRows(of submission: SubmissionName) throws -> [CaseRow] { try CaseList.cases(of: submission, in: db) }

    func caseRows(_ filter: CaseFilter, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        try CaseSelection.matching(filter).rows(after: position, limit: limit, in: db)
    }

    func turnRows(of capacity: Actor.Capacity, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        try CaseSelection.turn(of: capacity).rows(after: position, limit: limit, in: db)
    }

    func flaggedRows(of capacity: Actor.Capacity, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        try CaseSelection.flagged(for: capacity).rows(after: position, limit: limit, in: db)
    }

    func owingRows(through date: CivilDate, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        try CaseSelection.owing(through: date).rows(after: position, limit: limit, in: db)
    }

    func overdueRows(before date: CivilDate, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        try CaseSelection.overdue(before: date).rows(after: position, limit: limit, in: db)
    }

    func approvals(of product: ProductID, except own: SubmissionName?) throws -> [Approval] {
        try ProjectionRows.approvals(of: product, except: own, in: db)
    }

    func approval(_ id: Approval.ID) throws -> Approval? {
        try ProjectionRows.approval(id, in: db)
    }
}
