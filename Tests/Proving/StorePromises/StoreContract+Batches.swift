package import Engine
import Regulation
import Submissions
import Testing
import TransparencyLog

extension StoreContract {
    /// Starts a write that holds the writer, then `count` more that queue behind it.
    package func crowd(
        _ workspace: Workspace,
        _ store: Workspace.Store,
        _ count: Int,
        behind gate: TransactionGate,
        _ body: @escaping @Sendable (Int, any StoreTransaction) throws -> Void
    ) async throws -> [Task<Void, any Error>] {
        let first = Task { try await store.write { _ in gate.hold() } }
        await gate.untilHeld()
        let others = (0..<count).map { index in Task { try await store.write { try body(index, $0) } } }
        try await until { workspace.waitingCount(in: store) >= count }
        return [first] + others
    }

    /// Returns once the condition holds; ends with the time limit of the test.
    package func until(_ condition: () -> Bool) async throws {
        while !condition() { try await Task.sleep(for: .milliseconds(1)) }
    }

    /// A hundred writes that wait for one disk go into one transaction, each of them once.
    package func batching() async throws {
        try await withWorkspace { workspace, store in
            let gate = TransactionGate()
            let tasks = try await crowd(workspace, store, 100, behind: gate) { index, transaction in
                try transaction.append([StoreStory.opened(StoreStory.name(index))], to: StoreStory.name(index))
            }
            gate.open()
            for task in tasks { try await task.value }
            let (heads, leaves) = try await store.read { (try $0.heads(), try $0.leaves(from: 0, limit: 1_000)) }
            #expect(heads.map(\.size) == [100])
            #expect(Set(leaves.map(\.submission)).count == 100)
            #expect(leaves.count == 100)
        }
    }

    private struct Unwanted: Error {}

    /// One body's refusal leaves nothing behind and never touches its neighbours.
    package func isolation() async throws {
        try await withWorkspace { workspace, store in
            let gate = TransactionGate()
            let tasks = try await crowd(workspace, store, 9, behind: gate) { index, transaction in
                if index > 0 {
                    #expect(try transaction.submission(StoreStory.name(index - 1)) == nil || index % 3 != 2)
                }
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
    }

    /// A body that swallows a failed append cannot commit the rest of it.
    ///
    /// - Returns: The error by which the store refuses.
    package func swallowing() async throws -> any Error {
        var refusal: (any Error)?
        try await withWorkspace { _, store async throws in
            refusal = await #expect(throws: (any Error).self) {
                try await store.write { transaction throws in
                    try? transaction.append([StoreStory.opened("a"), StoreStory.caseOpened(3, "SG")], to: "a")
                }
            }
            #expect(try await store.read { try $0.head().size } == 0)
            #expect(try await store.read { try $0.submission("a") } == nil)
        }
        return try #require(refusal)
    }
}
