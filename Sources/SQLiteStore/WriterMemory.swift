import Foundation
import GRDB
import Regulation
import TransparencyLog

/// What the writer remembers from one transaction to the next, as long as no other process has written.
struct WriterMemory: Sendable {
    /// Changes when another connection commits (`PRAGMA data_version`).
    let dataVersion: Int
    var edge: LogEdge
    var folds = FoldCache()

    /// `kept` where it still holds inside the transaction that has begun, or else what the database says.
    static func current(_ kept: WriterMemory?, in db: Database) throws -> WriterMemory {
        let dataVersion = try db.rows("PRAGMA data_version") { try $0.integer(0) }.first ?? 0
        if let kept, kept.dataVersion == dataVersion { return kept }
        return WriterMemory(dataVersion: dataVersion, edge: try LogEdge(readFrom: db))
    }
}

/// The right edge of the log: all that appending a leaf needs to know of those before it.
struct LogEdge: Hashable, Sendable {
    var frontier: MerkleFrontier
    var lastRecordedAt: Instant?

    init(readFrom db: Database) throws {
        guard let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT size, peaks FROM frontier"))
        else {
            frontier = MerkleFrontier()
            lastRecordedAt = nil
            return
        }
        let bytes = [UInt8](try row.decode(Data.self, atIndex: 1))
        let peaks = stride(from: 0, to: bytes.count, by: Digest.byteCount)
            .compactMap { Digest(bytes: bytes[$0..<min($0 + Digest.byteCount, bytes.count)]) }
        guard let frontier = MerkleFrontier(size: try row.decode(atIndex: 0), peaks: peaks) else {
            throw StoreError.damaged(reason: "the edge of the tree does not fit its size")
        }
        self.frontier = frontier
        lastRecordedAt = try LogRows.lastRecordedAt(db)
    }

    /// Stores the edge, and the head beside it.
    func store(in db: Database) throws {
        let peaks = Data(frontier.peaks.flatMap(\.bytes))
        try db.run(
            """
            INSERT INTO frontier (id, size, peaks) VALUES (1, ?, ?)
            ON CONFLICT (id) DO UPDATE SET size = excluded.size, peaks = excluded.peaks
            """,
            [frontier.size, peaks]
        )
        try db.run(
            "INSERT INTO head (size, root) VALUES (?, ?)",
            [frontier.size, Data(frontier.root.bytes)]
        )
    }
}
