import CanonicalJSON
import Engine
import Regulation
import Submissions
import TestSupport
import Testing
import TransparencyLog

@testable import SQLiteStore

@Suite("What every store promises")
struct StoreContractTests {
    @Test("a submission is what its events make of it, for the writer, for readers and after a restart")
    func folding() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
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
        let again = try workspace.open()
        #expect(try await again.read { try $0.submission("a") } == expected)
        #expect(try await again.read { try $0.history(of: "a", through: nil) }.map(\.record) == records)
    }

    @Test("history ends with what was recorded at the instant asked for")
    func history() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
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
                try reader.history(of: "a", through: nil), try reader.history(of: "a", through: StoreStory.instant(3)),
                try reader.history(of: "a", through: StoreStory.instant(0))
            )
        }
        #expect(all.map(\.position) == [0, 2, 3])
        #expect(some.map(\.record.number) == [1, 2])
        #expect(none.isEmpty)
        #expect(try await store.read { try $0.lastRecordedAt() } == StoreStory.instant(4))
    }

    @Test("the head is the root over the leaves, and a refusal is a leaf that changes no version")
    func tree() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
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

    @Test("texts, pins, answers and pending commands come back as they were kept, and only once")
    func sideTables() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        let text = CommittedText(commitment: "c-1", salt: [0, 255, 7], text: "理由 — reason")
        let key = IdempotencyKey(actor: "p-1 applicant", key: "k")
        let acceptance = Acceptance(submission: "a", name: "SG", version: 4, events: 3...5)
        let answer = KeptAnswer(request: Digest.sha256(of: [1]), acceptance: acceptance)
        let flag = Approval.Flag(
            cause: .init(approval: "a/JP", revision: 2),
            change: .amended,
            path: ["a/JP", "b/SG"]
        )
        let flagged = Dependency(
            target: "b",
            cause: "flag<a/JP@2",
            flags: [ApprovalFlagged(approval: "b/SG", flag: flag)]
        )
        let look = Dependency(target: "c", cause: "look<a@3", flags: [])
        try await store.write { transaction throws in
            try transaction.keep([text, text])
            try transaction.pin("{}", as: "sha256:1")
            try transaction.keep(answer, to: key)
            for dependency in [flagged, look, flagged] { try transaction.enqueue(dependency) }
        }
        try await store.read { reader throws in
            #expect(try reader.texts(["c-1", "c-2"]) == ["c-1": text])
            #expect(try reader.pinned("sha256:1") == "{}")
            #expect(try reader.pinned("sha256:2") == nil)
            #expect(try reader.answer(to: key) == answer)
            #expect(try reader.answer(to: IdempotencyKey(actor: "p-2 applicant", key: "k")) == nil)
            #expect(try reader.dependencies(limit: 9) == [flagged, look])
            #expect(try reader.dependencies(limit: 1) == [flagged])
        }
        try await store.write { transaction throws in
            try transaction.finish(flagged)
            try transaction.enqueue(flagged)
        }
        #expect(try await store.read { try $0.dependencies(limit: 9) } == [look])
    }

    @Test("an erased text is gone from the files, and its commitment stays")
    func erasure() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        let secret = "the name of a person"
        try await store.write { try $0.keep([CommittedText(commitment: "c-1", salt: [9], text: secret)]) }
        try await store.erase(["c-1"])
        #expect(try await store.read { try $0.texts(["c-1"]) }.isEmpty)
        #expect(try await store.execute("SELECT commitment, salt, text FROM committedText").count == 1)
        #expect(try !workspace.bytes(of: "tasuki.sqlite").contains(secret.utf8))
        #expect(try !workspace.bytes(of: "tasuki.sqlite-wal").contains(secret.utf8))
    }

    @Test("a damaged event is refused before anything is decided on it")
    func damage() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        try await store.write { try $0.append([StoreStory.opened("a"), StoreStory.caseOpened(2, "SG")], to: "a") }
        _ = try await store.execute("DROP TRIGGER leafIsNeverUpdated")
        _ = try await store.execute(
            "UPDATE leaf SET bytes = CAST(replace(CAST(bytes AS TEXT), 'SG', 'MY') AS BLOB) WHERE position = 1"
        )
        try await store.close()
        let again = try workspace.open()
        await #expect(throws: StoreError.damagedLeaf(position: 1)) { try await again.read { try $0.submission("a") } }
        await #expect(throws: StoreError.damagedLeaf(position: 1)) { try await again.write { try $0.submission("a") } }
        #expect(try await again.read { try $0.leaves(from: 0, limit: 5) }.count == 2)
    }
}
