import Engine
import Regulation
import StorePromises
import Submissions
import Testing

@testable import SQLiteStore

@Suite("What lies in the files")
struct StoreFileTests {
    @Test("an erased text is gone from the files, and its commitment stays")
    func erasure() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        let secret = "the name of a person"
        try await store.write { try $0.keep([CommittedText(commitment: "c-1", salt: [9], text: secret)]) }
        try await store.erase(["c-1"])
        #expect(try await store.read { try $0.texts(["c-1"]) }.isEmpty)
        #expect(try await store.execute("SELECT commitment, salt, text FROM committedText").count == 1)
        #expect(try !workspace.bytes(of: "tasuki.sqlite").contains(secret.utf8))
        #expect(try !workspace.bytes(of: "tasuki.sqlite-wal").contains(secret.utf8))
    }

    @Test("a damaged event is refused before anything is decided on it")
    func damage() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        try await store.write { try $0.append([StoreStory.opened("a"), StoreStory.caseOpened(2, "SG")], to: "a") }
        _ = try await store.execute("DROP TRIGGER leafIsNeverUpdated")
        _ = try await store.execute(
            "UPDATE leaf SET bytes = CAST(replace(CAST(bytes AS TEXT), 'SG', 'MY') AS BLOB) WHERE position = 1"
        )
        try await store.close()
        let again = try workspace.open()
        await #expect(throws: StoreError.damagedLeaf(position: 1)) { try await again.read { try $0.submission("a") } }
        await #expect(throws: StoreError.damagedLeaf(position: 1)) { try await again.write { try $0.submission("a") } }
        #expect(try await again.read { try $0.leaves(from: 0, limit: 5) }.count == 2)
    }
}
