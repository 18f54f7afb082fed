import Engine
import Regulation
import Submissions
import TestSupport
import Testing
import TransparencyLog

@testable import SQLiteStore

@Suite("Writes that wait share one commit")
struct StoreBatchTests {
    private struct Unwanted: Error, Equatable {}

    /// Starts a write that holds the writer, then `count` more that queue behind it.
    private func crowd(
        _ store: SQLiteSubmissionStore,
        _ count: Int,
        behind gate: TransactionGate,
        _ body: @escaping @Sendable (Int, any StoreTransaction) throws -> Void
    ) async -> [Task<Void, any Error>] {
        let first = Task { try await store.write { _ in gate.hold() } }
        await gate.untilHeld()
        let others = (0..<count).map { index in Task { try await store.write { try body(index, $0) } } }
        while store.commits.waitingCount < count { await Task.yield() }
        return [first] + others
    }

    @Test("a hundred writes that wait for one disk go into one transaction, each of them once", .timeLimit(.minutes(1)))
    func batching() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        let gate = TransactionGate()
        let tasks = await crowd(store, 100, behind: gate) { index, transaction in
            try transaction.append([StoreStory.opened(StoreStory.name(index))], to: StoreStory.name(index))
        }
        gate.open()
        for task in tasks { try await task.value }
        let (heads, leaves) = try await store.read { (try $0.heads(), try $0.leaves(from: 0, limit: 1_000)) }
        #expect(heads.map(\.size) == [100])
        #expect(Set(leaves.map(\.submission)).count == 100)
        #expect(leaves.count == 100)
    }

    @Test("one body's refusal leaves nothing behind and never touches its neighbours", .timeLimit(.minutes(1)))
    func isolation() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        let gate = TransactionGate()
        let tasks = await crowd(store, 9, behind: gate) { index, transaction in
            if index > 0 { #expect(try transaction.submission(StoreStory.name(index - 1)) == nil || index % 3 != 2) }
            try transaction.append(
                [StoreStory.opened(StoreStory.name(index)), StoreStory.caseOpened(2, "SG")],
                to: StoreStory.name(index)
            )
            try transaction.pin("{}", as: .init("p-\(index)"))
            if index % 3 == 1 { throw Unwanted() }
        }
        gate.open()
        for (index, task) in tasks.dropFirst().enumerated() {
            switch await task.result {
            case .success: #expect(index % 3 != 1)
            case .failure(let error): #expect(index % 3 == 1 && error is Unwanted)
            }
        }
        try await store.read { reader throws in
            let kept = (0..<9).filter { $0 % 3 != 1 }.map { StoreStory.name($0) }
            #expect(try reader.submissions(after: nil, limit: 99) == kept)
            #expect(try reader.everyRow().map(\.submission) == kept)
            #expect(try reader.heads().map(\.size) == [12])
            let leaves = try reader.leaves(from: 0, limit: 99)
            #expect(try reader.head().root == MerkleTree.root(of: leaves.map(\.hash)))
            #expect(try reader.pinned("p-1") == nil)
            #expect(try reader.pinned("p-2") == "{}")
        }
        // What was rolled back is not remembered either.
        #expect(try await store.write { try $0.submission("s-1") } == nil)
    }

    @Test("a body that swallows a failed append cannot commit the rest of it")
    func swallowing() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        await #expect(throws: StoreError.refused(reason: "leaf: not the next number of its submission")) {
            try await store.write { transaction throws in
                try? transaction.append([StoreStory.opened("a"), StoreStory.caseOpened(3, "SG")], to: "a")
            }
        }
        #expect(try await store.read { try $0.head().size } == 0)
    }

    @Test("a full queue says so at once, and takes writes again later", .timeLimit(.minutes(1)))
    func fullness() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create(limits: .init(waiting: 3, batch: 2))
        let gate = TransactionGate()
        let tasks = await crowd(store, 3, behind: gate) { index, transaction in
            try transaction.append([StoreStory.opened(StoreStory.name(index))], to: StoreStory.name(index))
        }
        await #expect(throws: EngineError.busy) { try await store.write { _ in } }
        gate.open()
        for task in tasks { try await task.value }
        try await store.write { try $0.append([StoreStory.opened("last")], to: "last") }
        // Two at most go into one transaction.
        #expect(try await store.read { try $0.heads().map(\.size) } == [2, 3, 4])
    }

    @Test("closing waits for everybody who was before it", .timeLimit(.minutes(1)))
    func closing() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create(limits: .init(waiting: 100, batch: 4))
        let gate = TransactionGate()
        let tasks = await crowd(store, 20, behind: gate) { index, transaction in
            try transaction.append([StoreStory.opened(StoreStory.name(index))], to: StoreStory.name(index))
        }
        let closing = Task { try await store.close() }
        while !store.commits.isClosed { await Task.yield() }
        gate.open()
        for task in tasks { try await task.value }
        try await closing.value
        #expect(try await workspace.open().read { try $0.head().size } == 20)
    }
}
