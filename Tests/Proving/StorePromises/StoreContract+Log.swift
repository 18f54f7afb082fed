import CanonicalJSON
import Engine
import Regulation
import Submissions
import Testing
import TransparencyLog

extension StoreContract {
    /// A submission is what its events make of it, for the writer, for readers and after a restart.
    package func folding() async throws {
        try await withWorkspace { workspace, store in
            let records = StoreStory.approved("a")
            let expected = Submission.replaying(records)
            try await store.write { transaction throws in
                #expect(try transaction.submission("a") == nil)
                try transaction.append(Array(records[..<2]), to: "a")
                #expect(try transaction.submission("a") == Submission.replaying(records[..<2]))
                try transaction.append(Array(records[2...]), to: "a")
                #expect(try transaction.submission("a") == expected)
            }
            #expect(try await store.write { try $0.submission("a") } == expected)
            #expect(try await store.read { try $0.submission("a") } == expected)
            #expect(try await store.read { try $0.submission("b") } == nil)
            try await store.close()
            let again = try workspace.reopen()
            #expect(try await again.read { try $0.submission("a") } == expected)
            #expect(try await again.read { try $0.history(of: "a", through: nil) }.map(\.record) == records)
            #expect(try await again.read { try $0.event(3, of: "a") } == records[2])
            #expect(try await again.read { try $0.event(records.count + 1, of: "a") } == nil)
        }
    }

    /// History ends with what was recorded at the instant asked for.
    package func history() async throws {
        try await withWorkspace { _, store in
            try await store.write { transaction throws in
                try transaction.append([StoreStory.opened("a", at: 1)], to: "a")
                try transaction.append([StoreStory.opened("b", at: 2)], to: "b")
                try transaction.append(
                    [StoreStory.caseOpened(2, "SG", at: 3), StoreStory.caseOpened(3, "MY", at: 4)],
                    to: "a"
                )
            }
            let (all, some, none) = try await store.read { reader throws in
                (
                    try reader.history(of: "a", through: nil),
                    try reader.history(of: "a", through: StoreStory.instant(3)),
                    try reader.history(of: "a", through: StoreStory.instant(0))
                )
            }
            #expect(all.map(\.position) == [0, 2, 3])
            #expect(some.map(\.record.number) == [1, 2])
            #expect(none.isEmpty)
            #expect(try await store.read { try $0.lastRecordedAt() } == StoreStory.instant(4))
        }
    }

    /// The head is the root over the leaves, and a refusal is a leaf that changes no version.
    package func tree() async throws {
        try await withWorkspace { _, store in
            #expect(try await store.read { try $0.head() } == MerkleFrontier().head)
            try await store.write { transaction throws in
                try transaction.append([StoreStory.opened("a")], to: "a")
                try transaction.appendRefusal(StoreStory.refusal("a"), of: "a", at: StoreStory.instant(1))
                #expect(try transaction.head().size == 2)
                #expect(try transaction.lastRecordedAt() == StoreStory.instant(1))
            }
            try await store.write { try $0.append([StoreStory.caseOpened(2, "SG", at: 2)], to: "a") }
            let (leaves, heads, head) = try await store.read { reader throws in
                (try reader.leaves(from: 0, limit: 10), try reader.heads(), try reader.head())
            }
            #expect(leaves.map(\.position) == [0, 1, 2])
            #expect(leaves.map(\.number) == [1, nil, 2])
            #expect(leaves.map(\.hash) == leaves.map { MerkleHash.leaf($0.bytes) })
            #expect(leaves[1].bytes == StoreStory.refusal("a").canonicalBytes())
            #expect(heads.map(\.size) == [2, 3])
            #expect(heads.last == head)
            #expect(head.root == MerkleTree.root(of: leaves.map(\.hash)))
            #expect(try await store.read { try $0.leaves(from: 1, limit: 1) }.map(\.position) == [1])
            #expect(try await store.read { try $0.submission("a")?.version } == 2)
        }
    }

    /// The log is shown leaf by leaf, in its own order and in that of its submissions.
    package func scanning() async throws {
        try await withWorkspace { _, store in
            try await store.write { transaction throws in
                try transaction.append([StoreStory.opened("b"), StoreStory.caseOpened(2, "SG")], to: "b")
                try transaction.append([StoreStory.opened("a")], to: "a")
                try transaction.appendRefusal(StoreStory.refusal("b"), of: "b", at: StoreStory.instant(0))
            }
            try await store.write { try $0.append([StoreStory.opened("c")], to: "c") }
            try await store.read { reader throws in
                let leaves = try reader.leaves(from: 0, limit: 9)
                #expect(try reader.leafCount() == 5)
                #expect(try reader.treeHashes(level: 0, 1..<4) == leaves[1..<4].map(\.hash))
                #expect(try reader.leaves(of: "b", .events(after: 0), limit: 9).map(\.position) == [0, 1])
                #expect(try reader.leaves(of: "b", .events(after: 1), limit: 9).map(\.position) == [1])
                #expect(try reader.leaves(of: "b", .refusals(after: -1), limit: 9).map(\.position) == [3])
                var shown: [StoredLeaf] = []
                try reader.scanLeaves(at: 1..<4) { shown.append(StoredLeaf(copying: $0)) }
                #expect(shown == Array(leaves[1..<4]))
                let first = try #require(try reader.submissionSpan(after: nil, limit: 2))
                #expect(first == SubmissionSpan(after: nil, through: "b"))
                var positions: [Int] = []
                try reader.scanLeaves(of: first) { positions.append($0.position) }
                #expect(positions == [2, 3, 0, 1])
                #expect(try reader.submissionSpan(after: "b", limit: 2) == SubmissionSpan(after: "b", through: "c"))
                #expect(try reader.submissionSpan(after: "c", limit: 2) == nil)
                let heads = try reader.heads()
                var sizes: [Int] = []
                try reader.scanHeads(of: 1...4) { sizes.append($0.size) }
                #expect(sizes == [4])
                #expect(try reader.head(of: 5) == heads.last)
                #expect(try reader.head(of: 3) == nil)
            }
        }
    }
}

extension StoredLeaf {
    fileprivate init(copying row: LeafRow) {
        self.init(
            position: row.position,
            submission: row.submissionName,
            number: row.number,
            bytes: Array(row.bytes),
            hash: row.hash
        )
    }
}
