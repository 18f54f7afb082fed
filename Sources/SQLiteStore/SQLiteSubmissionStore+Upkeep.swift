import Foundation
import GRDB
import Regulation
package import Submissions

extension SQLiteSubmissionStore {
    /// What the heads file says, to be held against the log.
    package func recordedHeads() throws -> RecordedHeads {
        try folder.heads.recorded()
    }

    /// What SQLite itself finds wrong with the file; empty where it is sound.
    package func integrityCheck() async throws -> [String] {
        try await inspecting { db in
            let found = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            return found + (try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { "foreign key: \($0)" })
        }
    }

    /// Erases texts and their salts for good; the leaves that commit to them, and every proof, stay as they are.
    ///
    /// Copies that were taken before, such as backups and exports, are not reached.
    package func erase(_ commitments: [TextCommitment]) async throws {
        try await commits.submit { transaction in
            let sql = "UPDATE committedText SET salt = NULL, text = NULL WHERE commitment = ?"
            for commitment in commitments {
                try transaction.db.execute(sql: sql, arguments: [commitment.rawValue])
            }
        }
        // The write-ahead log still holds the old pages until it is written back and cut off.
        _ = try await pool.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
    }

    /// Copies one consistent state of the database, while others write, into a workspace of its own.
    ///
    /// - Throws: ``StoreError/alreadyExists(folder:)``, where `path` holds a database already.
    package func backup(to path: String) async throws {
        let copy = WorkspaceFolder(path: path)
        try copy.create()
        guard !copy.hasDatabase else { throw StoreError.alreadyExists(folder: path) }
        let unfinished = copy.database + ".partial"
        try? FileManager.default.removeItem(atPath: unfinished)
        try await inspecting { db in
            let target = try DatabaseQueue(path: unfinished)
            try target.inDatabase { try db.backup(to: $0) }
            _ = try target.inDatabase { try copy.catchUpHeads(in: $0) }
            try target.close()
        }
        try FileManager.default.moveItem(atPath: unfinished, toPath: copy.database)
    }
}
