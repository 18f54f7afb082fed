import CanonicalJSON
import Engine
import Foundation
import GRDB
import Regulation
import StorePromises
import Submissions
import Testing
import TransparencyLog

@testable import SQLiteStore

@Suite("Opening a workspace")
struct StoreOpeningTests {
    private let contract = StoreContract(ScratchWorkspace.self)

    @Test("a workspace keeps the clock and the zone it was made with")
    func settings() async throws { try await contract.settings() }

    @Test("simulated time moves forward only, and wall time not at all")
    func clocks() async throws { try await contract.clocks() }

    @Test("a second workspace is never made over the first, and none is opened where there is none")
    func existence() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        #expect(throws: StoreError.noWorkspace(folder: workspace.folder)) { try workspace.open() }
        let store = try workspace.create()
        #expect(throws: StoreError.alreadyExists(folder: workspace.folder)) { try workspace.create() }
        try await store.close()
        #expect(throws: StoreError.alreadyExists(folder: workspace.folder)) { try workspace.create() }
    }

    @Test("one that a process was killed over while it began to make it is made by whoever tries again")
    func begun() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        try WorkspaceFolder(path: workspace.folder).create()
        let queue = try DatabaseQueue(path: workspace.folder + "/tasuki.sqlite")
        try await queue.write {
            try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        }
        try queue.close()
        let store = try workspace.create()
        #expect(try await store.read { try $0.head().size } == 0)
    }

    @Test("a workspace of a later version is left alone, and so is a database that is none")
    func formats() async throws {
        let newer = ScratchWorkspace()
        defer { newer.remove() }
        let store = try newer.create()
        _ = try await store.execute("PRAGMA user_version = 99")
        try await store.close()
        #expect(throws: StoreError.newerFormat(found: 99, supported: Schema.current.version)) { try newer.open() }

        let older = ScratchWorkspace()
        defer { older.remove() }
        let early = try older.create()
        _ = try await early.execute("PRAGMA user_version = 1")
        try await early.close()
        #expect(throws: StoreError.olderFormat(found: 1, oldest: Schema.current.first)) { try older.open() }

        let foreign = ScratchWorkspace()
        defer { foreign.remove() }
        let other = try foreign.create()
        _ = try await other.execute("PRAGMA application_id = 7")
        try await other.close()
        #expect(throws: StoreError.notAWorkspace(folder: foreign.folder)) { try foreign.open() }

        let garbage = ScratchWorkspace()
        defer { garbage.remove() }
        try WorkspaceFolder(path: garbage.folder).create()
        try Data(repeating: 0x41, count: 4_096).write(to: URL(fileURLWithPath: garbage.folder + "/tasuki.sqlite"))
        #expect(throws: StoreError.damaged(reason: "file is not a database")) { try garbage.open() }
    }

    @Test("every commit waits for the disk, however the workspace was opened")
    func durability() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        #expect(try await store.execute("PRAGMA synchronous") == ["[synchronous:2]"])
        #expect(try await store.execute("PRAGMA journal_mode") == [#"[journal_mode:"wal"]"#])
        let second = try workspace.open()
        #expect(try await second.execute("PRAGMA synchronous") == ["[synchronous:2]"])
        #expect(try await second.execute("PRAGMA foreign_keys") == ["[foreign_keys:1]"])
        #expect(try await second.execute("PRAGMA busy_timeout") == ["[timeout:10000]"])
    }

    @Test("a closed store refuses, and closing twice does no harm")
    func closing() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        try await store.write { try $0.append([StoreStory.opened("a")], to: "a") }
        try await store.close()
        try await store.close()
        await #expect(throws: StoreError.closed) { try await store.write { _ in } }
        await #expect(throws: StoreError.closed) { try await store.read { try $0.head() } }
        #expect(try await workspace.open().read { try $0.submission("a")?.version } == 1)
    }
}
