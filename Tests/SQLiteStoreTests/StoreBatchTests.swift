import Engine
import Regulation
import StorePromises
import Submissions
import Testing
import TransparencyLog

@testable import SQLiteStore

@Suite("Writes that wait share one commit")
struct StoreBatchTests {
    private let contract = StoreContract(ScratchWorkspace.self)

    @Test(
        "a hundred writes that wait for one disk go into one transaction, each of them once",
        .timeLimit(.minutes(30))
    )
    func batching() async throws { try await contract.batching() }

    @Test("one body's refusal leaves nothing behind and never touches its neighbours", .timeLimit(.minutes(30)))
    func isolation() async throws { try await contract.isolation() }

    @Test("a body that swallows a failed append cannot commit the rest of it")
    func swallowing() async throws {
        let refusal = try await contract.swallowing()
        #expect(refusal as? StoreError == .refused(reason: "leaf: not the next number of its submission"))
    }

    @Test("a full queue says so at once, and takes writes again later", .timeLimit(.minutes(30)))
    func fullness() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create(limits: .init(waiting: 3, batch: 2))
        let gate = TransactionGate()
        let tasks = try await contract.crowd(workspace, store, 3, behind: gate) { index, transaction in
            try transaction.append([StoreStory.opened(StoreStory.name(index))], to: StoreStory.name(index))
        }
        await #expect(throws: EngineError.busy) { try await store.write { _ in } }
        gate.open()
        for task in tasks { try await task.value }
        try await store.write { try $0.append([StoreStory.opened("last")], to: "last") }
        // Two at most go into one transaction.
        #expect(try await store.read { try $0.heads().map(\.size) } == [2, 3, 4])
    }

    @Test("closing waits for everybody who was before it", .timeLimit(.minutes(30)))
    func closing() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create(limits: .init(waiting: 100, batch: 4))
        let gate = TransactionGate()
        let tasks = try await contract.crowd(workspace, store, 20, behind: gate) { index, transaction in
            try transaction.append([StoreStory.opened(StoreStory.name(index))], to: StoreStory.name(index))
        }
        let closing = Task { try await store.close() }
        try await contract.until { store.commits.isClosed }
        gate.open()
        for task in tasks { try await task.value }
        try await closing.value
        #expect(try await workspace.open().read { try $0.head().size } == 20)
    }
}
