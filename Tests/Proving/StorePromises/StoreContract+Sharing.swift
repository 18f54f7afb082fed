import Engine
import Regulation
import Submissions
import Testing
import TransparencyLog

extension StoreContract {
    /// Each of two stores on one workspace builds on what the other has just written.
    package func interleaving(_ more: (Workspace.Store) async throws -> Void = { _ in }) async throws {
        try await withWorkspace { workspace, server in
            let terminal = try workspace.reopen()
            try await server.write { try $0.append([StoreStory.opened("a")], to: "a") }
            for number in 2...21 {
                let writer = number.isMultiple(of: 2) ? terminal : server
                try await writer.write { transaction throws in
                    #expect(try transaction.submission("a")?.version == number - 1)
                    #expect(try transaction.head().size == number - 1)
                    try transaction.append([StoreStory.caseOpened(number, .init("SG-\(number)"), at: number)], to: "a")
                }
                let other = number.isMultiple(of: 2) ? server : terminal
                #expect(try await other.read { try $0.submission("a")?.cases.count } == number - 1)
                #expect(try await other.read { try $0.lastRecordedAt() } == StoreStory.instant(number))
            }
            let (leaves, head) = try await server.read { (try $0.leaves(from: 0, limit: 99), try $0.head()) }
            #expect(head == TreeHead(size: 21, root: MerkleTree.root(of: leaves.map(\.hash))))
            try await more(terminal)
        }
    }

    /// Many writers of both lose nothing and write nothing twice.
    package func contention(_ more: (Workspace.Store) async throws -> Void = { _ in }) async throws {
        try await withWorkspace { workspace, first in
            let stores = [first, try workspace.reopen()]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<200 {
                    group.addTask {
                        try await stores[index % 2].write {
                            try $0.append([StoreStory.opened(StoreStory.name(index))], to: StoreStory.name(index))
                        }
                    }
                }
                try await group.waitForAll()
            }
            for store in stores { try await store.close() }
            let store = try workspace.reopen()
            let (leaves, heads) = try await store.read { (try $0.leaves(from: 0, limit: 999), try $0.heads()) }
            #expect(leaves.count == 200)
            #expect(Set(leaves.map(\.submission)).count == 200)
            var verification = LogVerification(heads: heads)
            for leaf in leaves { verification.add(leaf.bytes, recordedAs: leaf.hash) }
            #expect(verification.defects().isEmpty)
            try await more(store)
        }
    }

    /// A reader keeps the state it began with while others write.
    package func snapshots() async throws {
        try await withWorkspace { _, store in
            try await store.write { try $0.append([StoreStory.opened("a")], to: "a") }
            let gate = TransactionGate()
            let reading = Task {
                try await store.read { reader throws in
                    let before = try reader.head().size
                    gate.hold()
                    return (before, try reader.submission("a")?.version, try reader.head().size)
                }
            }
            await gate.untilHeld()
            try await store.write { try $0.append([StoreStory.caseOpened(2, "SG")], to: "a") }
            #expect(try await store.read { try $0.submission("a")?.version } == 2)
            gate.open()
            let (before, version, after) = try await reading.value
            #expect(before == 1)
            #expect(version == 1)
            #expect(after == 1)
        }
    }

    /// A store tells of every commit since it was asked last, whoever made it.
    package func changeCount() async throws {
        try await withWorkspace { workspace, store in
            let other = try workspace.reopen()
            var last = try store.changeCount()
            for (number, writer) in [store, other, store, other].enumerated() {
                try await writer.write { try $0.pin("{}", as: .init("p-\(number)")) }
                let count = try store.changeCount()
                #expect(count != last)
                last = count
            }
        }
    }
}
