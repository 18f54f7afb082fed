import Engine
import Regulation
import StorePromises
import Submissions
import Synchronization
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

    @Test(
        "what a body did is undone with all the others', and done again, where one of them throws",
        .timeLimit(.minutes(30))
    )
    func again() async throws {
        struct Unwanted: Error {}
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create(limits: .init(waiting: 100, batch: 100))
        try await store.write { try $0.append([StoreStory.opened("known")], to: "known") }
        let thrown = Mutex(0)
        let gate = TransactionGate()
        let tasks = try await contract.crowd(workspace, store, 4, behind: gate) { index, transaction in
            let version = try #require(try transaction.submission("known")).version
            // What an earlier run left would be seen here.
            #expect(try transaction.head().size == version)
            try transaction.append([StoreStory.caseOpened(version + 1, .init("C\(index)"))], to: "known")
            guard index == 3 else { return }
            thrown.withLock { $0 += 1 }
            throw Unwanted()
        }
        gate.open()
        for task in tasks.dropLast() { try await task.value }
        await #expect(throws: Unwanted.self) { try await tasks[4].value }
        #expect(thrown.withLock(\.self) == 2)
        // The next body finds what was committed, and no more.
        try await store.write { transaction throws in
            let cases = try #require(try transaction.submission("known")).cases
            #expect(Set(cases.map(\.name)) == ["C0", "C1", "C2"] && cases.count == 3)
            try transaction.append([StoreStory.caseOpened(5, "C4")], to: "known")
        }
        let leaves = try await store.read { try $0.leaves(from: 0, limit: 100) }
        #expect(leaves.map(\.number) == [1, 2, 3, 4, 5])
        #expect(try await store.read { try $0.heads().map(\.size) } == [1, 4, 5])
        #expect(try await store.read { try $0.head().root } == MerkleTree.root(of: leaves.map(\.hash)))
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
