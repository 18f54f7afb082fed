import CanonicalJSON
import CommandLineTool
import Engine
import Foundation
import GRDB
import Regulation
import SQLiteStore
import Submissions
import TestSupport
import Testing
import TransparencyLog
import Views

/// Databases of earlier versions, as SQL text in `Tests/Histories`; never edited.
@Suite("Workspaces of earlier versions go on", .timeLimit(.minutes(5)))
struct StoreUpgradeTests {
    private static let versions = [1, 2]

    /// Makes the workspace that the file describes.
    private func workspace(ofSchema version: Int) throws -> Workspace {
        let folder = ScratchWorkspace().folder
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let file = "\(TestWorkspace.repository)/Tests/Histories/schema-\(version).sql"
        let sql = try String(contentsOfFile: file, encoding: .utf8)
        let queue = try DatabaseQueue(path: folder + "/tasuki.sqlite")
        // The text is a transaction of its own, and says nothing of these two.
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            try db.execute(sql: sql)
            try db.execute(sql: "PRAGMA application_id = 0x7461736B; PRAGMA user_version = \(version)")
        }
        try queue.close()
        return try Workspace.open(folder: folder, configuration: TestWorkspace.configuration)
    }

    @Test("each is brought to today's tables, with the same log and lists made anew from it")
    func upgrade() async throws {
        for version in Self.versions {
            let workspace = try workspace(ofSchema: version)
            #expect(try await workspace.store.needsRebuilding())
            // The rows of version 1 said too little to be kept.
            #expect(try await workspace.tasuki.cases().rows.isEmpty == (version == 1))
            try await workspace.rebuild()
            #expect(try await !workspace.store.needsRebuilding())
            #expect(try await workspace.projectionDefects().isEmpty)
            #expect(try await workspace.store.integrityCheck().isEmpty)

            let size = try await workspace.store.read { try $0.head().size }
            #expect(size == 105)
            let rows = try await workspace.tasuki.status(of: "colon-cade").rows
            let listed = try await workspace.tasuki.cases().rows.map(\.fullName)
            #expect(Set(listed) == Set(rows.map(\.fullName)) && listed.count == rows.count)
            // Every proof is made from nodes that the old workspace did not have.
            #expect(try await workspace.tasuki.evidence(of: "colon-cade").leaves.count == size)
            try await workspace.close()
            try FileManager.default.removeItem(atPath: workspace.folder)
        }
    }

    @Test("one whose lists were made half way goes on where that stopped")
    func interrupted() async throws {
        struct Interruption: Error {}
        let workspace = try workspace(ofSchema: 1)
        await #expect(throws: Interruption.self) {
            try await workspace.store.rebuildProjections { _, _ in throw Interruption() }
        }
        #expect(try await workspace.store.needsRebuilding())
        try await workspace.rebuild()
        #expect(try await workspace.projectionDefects().isEmpty)
        try await workspace.close()
        try FileManager.default.removeItem(atPath: workspace.folder)
    }
}
