import Engine
import StorePromises
import Testing
import TransparencyLog

@testable import SQLiteStore

@Suite("Two stores on one folder, as of two processes")
struct StoreSharingTests {
    private let contract = StoreContract(ScratchWorkspace.self)

    @Test("each builds on what the other has just written")
    func interleaving() async throws {
        try await contract.interleaving { terminal in
            let recorded = try terminal.recordedHeads()
            #expect(recorded.heads == (try await terminal.read { try $0.heads() }))
            #expect(recorded.unreadableLines.isEmpty)
        }
    }

    @Test("many writers of both lose nothing and write nothing twice", .timeLimit(.minutes(30)))
    func contention() async throws {
        try await contract.contention { store in
            let heads = try await store.read { try $0.heads() }
            #expect(heads.last?.size == 200)
            #expect(try store.recordedHeads().heads == heads)
        }
    }

    @Test("a reader keeps the state it began with while others write", .timeLimit(.minutes(30)))
    func snapshots() async throws { try await contract.snapshots() }
}
