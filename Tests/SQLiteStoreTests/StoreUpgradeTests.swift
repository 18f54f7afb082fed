import Engine
import StorePromises
import Submissions
import Testing

@testable import SQLiteStore

/// The tables of today, and what a release that never was does to them.
@Suite("Workspaces of earlier versions go on", .timeLimit(.minutes(30)))
struct StoreUpgradeTests {
    /// Adds a column, and drops what the lists held, since that says nothing of it.
    private static let later = Schema(
        first: Schema.current.first,
        migrations: Schema.current.migrations + [
            """
            DELETE FROM caseRow;
            DELETE FROM approvalRow;
            DELETE FROM relianceRow;
            DELETE FROM submissionRow;
            ALTER TABLE caseRow ADD COLUMN colour TEXT NOT NULL DEFAULT 'none';
            INSERT INTO upkeep (id, rebuiltThrough) SELECT 1, '' WHERE EXISTS (SELECT 1 FROM leaf);
            """
        ]
    )
    /// More than one page of a rebuilding holds.
    private static let names = (0..<230).map(StoreStory.name).sorted()

    private struct Interruption: Error {}

    /// A workspace with today's tables, and what its log and its lists hold.
    private func made() async throws -> (ScratchWorkspace, log: [String], rows: [CaseRow]) {
        let workspace = ScratchWorkspace()
        let store = try workspace.create()
        try await store.write { transaction throws in
            for name in Self.names { try transaction.append(StoreStory.approved(name), to: name) }
        }
        let log = try await store.execute("SELECT * FROM leaf")
        let rows = try await store.read { try $0.everyRow() }
        try await store.close()
        return (workspace, log, rows)
    }

    private func openLater(_ workspace: ScratchWorkspace) throws -> SQLiteSubmissionStore {
        try SQLiteSubmissionStore(opening: workspace.folder, limits: .init(), schema: Self.later)
    }

    @Test("each is brought to today's tables, with the same log and lists made anew from it")
    func upgrade() async throws {
        let (workspace, log, rows) = try await made()
        defer { workspace.remove() }
        let store = try openLater(workspace)
        #expect(try await store.needsRebuilding())
        #expect(try await store.read { try $0.everyRow() }.isEmpty)
        try await store.rebuildProjections(making: StoreStory.making)
        #expect(try await !store.needsRebuilding())
        #expect(try await store.execute("SELECT * FROM leaf") == log)
        #expect(try await store.read { try $0.everyRow() } == rows)
        #expect(try await store.execute("SELECT DISTINCT colour FROM caseRow") == [#"[colour:"none"]"#])
        #expect(try await store.projectionDefects(making: StoreStory.making).isEmpty)
        #expect(try await store.integrityCheck().isEmpty)
        try await store.close()

        // It is brought up once, and the release before leaves it alone.
        let again = try openLater(workspace)
        #expect(try await !again.needsRebuilding())
        #expect(try await again.read { try $0.everyRow() } == rows)
        try await again.close()
        let (found, supported) = (Self.later.version, Schema.current.version)
        #expect(throws: StoreError.newerFormat(found: found, supported: supported)) { try workspace.open() }
    }

    @Test("one whose lists were made half way goes on where that stopped")
    func interrupted() async throws {
        let (workspace, _, rows) = try await made()
        defer { workspace.remove() }
        let last = try #require(Self.names.last)
        let store = try openLater(workspace)
        await #expect(throws: Interruption.self) {
            try await store.rebuildProjections { submission, reader in
                guard submission.name != last else { throw Interruption() }
                return try StoreStory.making(submission, reader)
            }
        }
        try await store.close()

        let again = try openLater(workspace)
        #expect(try await again.needsRebuilding())
        let done = try await again.read { try $0.submissions(after: nil, limit: 1_000) }
        #expect(done == Array(Self.names.prefix(200)))
        try await again.rebuildProjections { submission, reader in
            // What was made is not made again.
            guard !done.contains(submission.name) else { throw Interruption() }
            return try StoreStory.making(submission, reader)
        }
        #expect(try await !again.needsRebuilding())
        #expect(try await again.read { try $0.everyRow() } == rows)
    }
}
