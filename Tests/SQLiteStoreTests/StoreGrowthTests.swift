import Foundation
import Regulation
import StorePromises
import Submissions
import Testing
import TransparencyLog

@testable import Engine
@testable import SQLiteStore

@Suite("A log that grows", .timeLimit(.minutes(30)))
struct StoreGrowthTests {
    @Test("gives each leaf the proof that all leaves give, from the nodes that are kept")
    func proofs() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        for count in [1, 254, 1, 1, 255, 300] {
            try await store.write { transaction throws in
                let size = try transaction.head().size
                for number in size..<(size + count) {
                    let name = SubmissionName("s-\(number)")
                    try transaction.append([StoreStory.opened(name)], to: name)
                }
            }
            try await store.read { reader throws in
                let hashes = try reader.leaves(from: 0, limit: 10_000).map(\.hash)
                var tree = TreeReader(reader, size: hashes.count)
                for index in Set([0, 1, 200, 255, 256, 300, 511, 512, hashes.count - 1]) where index < hashes.count {
                    #expect(try tree.proof(of: index) == MerkleTree.inclusionProof(of: index, in: hashes), "\(index)")
                }
            }
        }
        let nodes = try await store.execute("SELECT level, count(*) AS n FROM treeNode GROUP BY level")
        #expect(nodes == ["[level:1 n:3]"])
    }

    @Test("has nodes that were changed, lost or slipped in told and made again from the leaves")
    func damagedNodes() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        try await store.write { transaction throws in
            for number in 0..<600 {
                let name = SubmissionName("s-\(number)")
                try transaction.append([StoreStory.opened(name)], to: name)
            }
        }
        let nodes = "SELECT level, place, hash FROM treeNode ORDER BY level, place"
        let whole = try await store.execute(nodes)
        for sql in [
            "UPDATE treeNode SET hash = zeroblob(32) WHERE place = 0", "DELETE FROM treeNode WHERE place = 1",
            "INSERT INTO treeNode VALUES (1, 2, zeroblob(32))", "INSERT INTO treeNode VALUES (3, 0, zeroblob(32))",
        ] { _ = try await store.execute(sql) }
        let told = try await store.projectionDefects(making: StoreStory.making)
        #expect(
            told == [
                "unfounded: treeNode [level:1 place:2]", "unfounded: treeNode [level:3 place:0]",
                "unfounded: treeNode [level:1 place:0]", "missing: treeNode [level:1 place:1]",
            ]
        )
        try await store.rebuildProjections(making: StoreStory.making)
        #expect(try await store.execute(nodes) == whole)
        #expect(try await store.projectionDefects(making: StoreStory.making).isEmpty)

        // Where a leaf is gone the lists are still made; the log itself is for verification to judge.
        for sql in ["DROP TRIGGER leafIsNeverDeleted", "DELETE FROM leaf WHERE position = 300"] {
            _ = try await store.execute(sql)
        }
        try await store.rebuildProjections(making: StoreStory.making)
        #expect(try await store.execute(nodes).count == 1)
        let gap = try await store.projectionDefects(making: StoreStory.making)
        #expect(gap == ["missing: treeNode [level:1 place:1]"])
    }

    @Test("keeps its write-ahead log short while one commit follows another")
    func writingBack() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        for index in 0..<400 {
            try await store.write {
                try $0.append([StoreStory.opened(StoreStory.name(index))], to: StoreStory.name(index))
            }
        }
        let size = try FileManager.default.attributesOfItem(atPath: workspace.folder + "/tasuki.sqlite-wal")[.size]
        let pages = try #require(size as? Int) / 4_096
        #expect(pages > WriteAheadLog.limit / 2 && pages < WriteAheadLog.limit * 5 / 4, "\(pages) pages")
        #expect(try await store.read { try $0.head().size } == 400)
    }
}
