import Engine
import Regulation
import StorePromises
import Submissions
import Testing
import TransparencyLog

@testable import SQLiteStore

@Suite("Projections")
struct StoreProjectionTests {
    private let contract = StoreContract(ScratchWorkspace.self)

    private func populated() async throws -> (ScratchWorkspace, SQLiteSubmissionStore) {
        let workspace = ScratchWorkspace()
        let store = try workspace.create()
        try await StoreStory.populate(store)
        return (workspace, store)
    }

    private func dump(_ store: SQLiteSubmissionStore) async throws -> [String] {
        try await store.inspecting { try ProjectionRows.dump(in: $0) }
    }

    @Test("say of each case what its submission says, in order")
    func rows() async throws { try await contract.rows() }

    @Test("hold every approval of a product in its latest revision")
    func approvals() async throws { try await contract.approvals() }

    @Test("are rebuilt from the log to the same rows")
    func rebuilding() async throws {
        let (workspace, store) = try await populated()
        defer { workspace.remove() }
        let live = try await dump(store)
        // Submissions, cases, approvals, and what rests on what.
        let expected = [4, 5, 3, 3].reduce(0, +)
        #expect(live.count == expected)
        #expect(try await store.projectionDefects(making: StoreStory.making).isEmpty)
        try await store.rebuildProjections(making: StoreStory.making)
        #expect(try await dump(store) == live)

        _ = try await store.execute("UPDATE caseRow SET version = 77 WHERE submission = 'a'")
        _ = try await store.execute("DELETE FROM approvalRow WHERE id = 'b/SG'")
        let damaged = try await dump(store)
        #expect(try await store.projectionDefects(making: StoreStory.making).count == 3)
        #expect(try await dump(store) == damaged)
        try await store.rebuildProjections(making: StoreStory.making)
        #expect(try await dump(store) == live)
    }

    @Test("and the log pass into a backup, which is a workspace of its own")
    func backup() async throws {
        let (workspace, store) = try await populated()
        defer { workspace.remove() }
        let copy = ScratchWorkspace()
        defer { copy.remove() }
        try await store.backup(to: copy.folder)
        await #expect(throws: StoreError.alreadyExists(folder: copy.folder)) { try await store.backup(to: copy.folder) }
        let (head, heads) = try await store.read { (try $0.head(), try $0.heads()) }
        try await store.write { try $0.append([StoreStory.opened("later", at: 2)], to: "later") }

        #expect(try copy.headLines() == heads.map(\.description))
        let restored = try copy.open()
        #expect(try await restored.read { try $0.head() } == head)
        #expect(try await restored.integrityCheck().isEmpty)
        #expect(try await restored.projectionDefects(making: StoreStory.making).isEmpty)
        #expect(try await restored.read { try $0.submission("later") } == nil)
    }
}
