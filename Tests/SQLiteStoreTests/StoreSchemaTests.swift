import CanonicalJSON
import Engine
import Regulation
import StorePromises
import Submissions
import Testing

@testable import SQLiteStore

@Suite("The schema itself refuses what the log forbids")
struct StoreSchemaTests {
    private func refuses(_ store: SQLiteSubmissionStore, _ sql: String, _ reason: String) async {
        await #expect(throws: StoreError.refused(reason: reason), "\(sql)") { try await store.execute(sql) }
    }

    @Test("leaves and heads are never changed, removed or replaced")
    func appendOnly() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        try await store.write { try $0.append([StoreStory.opened("a"), StoreStory.caseOpened(2, "SG")], to: "a") }
        let before = try await store.execute("SELECT * FROM leaf")

        await refuses(store, "UPDATE leaf SET type = 'x'", "leaf: append only")
        await refuses(store, "UPDATE leaf SET bytes = x'00' WHERE position = 1", "leaf: append only")
        await refuses(store, "DELETE FROM leaf", "leaf: append only")
        await refuses(store, "UPDATE head SET root = zeroblob(32)", "head: append only")
        await refuses(store, "DELETE FROM head", "head: append only")
        func copy(_ position: String, _ number: String) -> String {
            """
            INSERT OR REPLACE INTO leaf
            SELECT \(position), submission, \(number), type, x'00', hash, recordedAt FROM leaf WHERE position = 1
            """
        }
        await refuses(store, copy("position", "NULL"), "leaf: not the next position")
        await refuses(store, copy("2", "number"), "leaf: not the next number of its submission")
        await refuses(store, "INSERT OR REPLACE INTO head VALUES (2, zeroblob(32))", "head: not larger than the last")

        #expect(try await store.execute("SELECT * FROM leaf") == before)
    }

    @Test("a leaf takes the next place, the next number of its submission, and no earlier time")
    func order() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        try await store.write { try $0.append([StoreStory.opened("a", at: 5)], to: "a") }
        let later = StoreStory.instant(9).millisecondsSinceEpoch
        let earlier = StoreStory.instant(4).millisecondsSinceEpoch
        func leaf(_ position: Int, _ number: String, _ time: Int64, hash: String = "zeroblob(32)") -> String {
            "INSERT INTO leaf VALUES (\(position), 'a', \(number), 't', x'00', \(hash), \(time))"
        }
        await refuses(store, leaf(2, "2", later), "leaf: not the next position")
        await refuses(store, leaf(1, "3", later), "leaf: not the next number of its submission")
        await refuses(store, leaf(1, "1", later), "leaf: not the next number of its submission")
        await refuses(store, leaf(1, "2", earlier), "leaf: recorded before the last")
        await refuses(
            store,
            leaf(1, "2", later, hash: "zeroblob(31)"),
            "CHECK constraint failed: length(hash) = 32"
        )
        _ = try await store.execute(leaf(1, "2", later))
        _ = try await store.execute(leaf(2, "NULL", later))
        _ = try await store.execute(leaf(3, "NULL", later))
    }

    @Test("what a pin means never changes, a text can only be erased, and a clock is fixed")
    func sideTables() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        try await store.write { transaction throws in
            try transaction.pin("{}", as: "sha256:1")
            try transaction.keep([CommittedText(commitment: "c-1", salt: [1, 2], text: "a reason")])
        }
        await refuses(store, "UPDATE pinned SET body = '[]'", "pinned: what a pin means never changes")
        await refuses(store, "DELETE FROM pinned", "pinned: what a pin means never changes")
        await refuses(store, "UPDATE committedText SET text = 'another'", "committedText: may only be erased")
        let fixed = "workspace: its clock and zone are fixed, and time moves forward"
        await refuses(store, "UPDATE workspace SET clock = 'simulated', simulatedNow = 1", fixed)
        await refuses(store, "DELETE FROM workspace", "workspace: never deleted")
    }
}
