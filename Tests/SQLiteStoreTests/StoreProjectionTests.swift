import CanonicalJSON
import Engine
import Regulation
import Submissions
import TestSupport
import Testing
import TransparencyLog

@testable import SQLiteStore

@Suite("Projections")
struct StoreProjectionTests {
    private func populated() async throws -> (ScratchWorkspace, SQLiteSubmissionStore) {
        let workspace = ScratchWorkspace()
        let store = try workspace.create()
        for (name, product) in [("b", "other"), ("a", "colon-cade"), ("c", "colon-cade")] {
            for record in StoreStory.approved(.init(name), product: .init(product)) {
                try await store.write { try $0.append([record], to: .init(name)) }
            }
        }
        try await store.write { transaction throws in
            try transaction.append(
                [StoreStory.opened("d"), StoreStory.caseOpened(2, "TH"), StoreStory.caseOpened(3, "MY")],
                to: "d"
            )
            try transaction.appendRefusal(StoreStory.refusal("d"), of: "d", at: StoreStory.instant(1))
        }
        return (workspace, store)
    }

    private func dump(_ store: SQLiteSubmissionStore) async throws -> [String] {
        try await store.inspecting { try ProjectionRows.dump(in: $0) }
    }

    @Test("say of each case what its submission says, in order")
    func rows() async throws {
        let (workspace, store) = try await populated()
        defer { workspace.remove() }
        try await store.read { reader throws in
            let rows = try reader.everyRow()
            #expect(rows.map { "\($0.submission)/\($0.name)" } == ["a/SG", "b/SG", "c/SG", "d/MY", "d/TH"])
            let (first, last) = (rows[0], rows[4])
            #expect(first.version == 4 && first.isOver && first.isReplaced && first.product == "colon-cade")
            #expect(last.version == 1 && !last.isOver && !last.isReplaced && last.jurisdiction == "TH")
            #expect(try reader.caseRows(of: "d") == Array(rows[3...]))
            #expect(try reader.submissions(after: nil, limit: 2) == ["a", "b"])
            #expect(try reader.submissions(after: "b", limit: 9) == ["c", "d"])
        }
    }

    @Test("hold every approval of a product in its latest revision")
    func approvals() async throws {
        let (workspace, store) = try await populated()
        defer { workspace.remove() }
        try await store.read { reader throws in
            let approvals = try reader.approvals(of: "colon-cade")
            #expect(approvals.map(\.id) == ["a/SG", "c/SG"])
            #expect(approvals.first == (try reader.submission("a")?.approvals.first))
            #expect(approvals.first?.revision == 2)
            #expect(try reader.approval("b/SG")?.product == "other")
            #expect(try reader.approval("d/TH") == nil)
        }
        try await store.write { transaction throws in
            let granted = Change.approvalGranted(StoreStory.approval("d/TH"))
            try transaction.append([StoreStory.advanced(4, "TH", [granted], at: 1)], to: "d")
            // A transaction reads its own writes.
            #expect(try transaction.approvals(of: "colon-cade").map(\.id) == ["a/SG", "c/SG", "d/TH"])
            #expect(try transaction.caseRows(of: "d").map(\.version) == [1, 2])
        }
    }

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
