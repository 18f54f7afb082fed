import Engine
import Regulation
import Submissions
import TestSupport
import Testing
import TransparencyLog
import Views

@Suite("The audit says the same however many leaves are read at once")
struct TiledAuditTests {
    /// What an audit in small tiles says, after it was held against the audit in one.
    private func expectSame(
        _ tasuki: Tasuki,
        _ heads: [TreeHead],
        _ comment: Comment
    ) async throws -> LogAudit {
        let whole = try await tasuki.verify(outsideHeads: heads, workers: 1)
        for (tile, workers) in [(1, 2), (2, 3), (8, 1), (8, 2), (16, 4)] {
            let tiled = try await tasuki.verify(outsideHeads: heads, workers: workers, tile: tile)
            #expect(tiled == whole, "\(comment), tile \(tile), \(workers) workers")
        }
        return whole
    }

    @Test("sound, changed, cut off, or with leaves taken out")
    func tiles() async throws {
        try await with { tasuki, heads in
            #expect(try await expectSame(tasuki, heads, "sound").isSound)
            let count = heads.last?.size ?? 0
            #expect(count > 12)
            for position in stride(from: 0, to: count, by: 5) {
                let changed = tampered(tasuki) { leaf in
                    var bytes = leaf.bytes
                    bytes[9] ^= 0x01
                    return leaf.position == position ? leaf.with(bytes: bytes) : leaf
                }
                #expect(try await expectSame(changed, heads, "changed at \(position)").findings.count >= 3)
                let without = tampered(tasuki) { $0.position == position || $0.position == position + 3 ? nil : $0 }
                let audit = try await expectSame(without, heads, "without \(position)")
                #expect(audit.leaves < count && !audit.isSound)
            }
            let short = try await expectSame(tampered(tasuki) { $0.position < 7 ? $0 : nil }, heads, "cut off")
            #expect(short.findings.count { $0.code == "log.leaves-missing" } == 2)
        }
    }

    @Test("outside heads of sizes that the database has no head of are checked too, in order or not, each once")
    func strays() async throws {
        try await with { tasuki, heads in
            let leaves = try await tasuki.store.read { try $0.leaves(from: 0, limit: 10_000) }
            var frontier = MerkleFrontier()
            var all = [frontier.head]
            for leaf in leaves {
                frontier.append(leaf.hash)
                all.append(frontier.head)
            }
            #expect(all.count > heads.count)
            #expect(try await expectSame(tasuki, all, "every size").isSound)
            #expect(try await expectSame(tasuki, all.reversed() + heads, "backwards, and again").isSound)
            let stray = try #require(all.first { head in head.size > 3 && !heads.contains { $0.size == head.size } })
            let forged = all.map { $0.size == stray.size ? TreeHead(size: $0.size, root: MerkleHash.emptyRoot) : $0 }
            let audit = try await expectSame(tasuki, forged, "one false")
            #expect(audit.findings.map(\.code) == ["log.root"])
            guard case .rootDiffers(.outside, let head, let computed, _, let count)? = audit.findings.first?.defect
            else {
                Issue.record("\(audit.findings)")
                return
            }
            #expect(head.size == stray.size && computed == stray.root && count == 1)
            let ahead = heads + [TreeHead(size: leaves.count + 5, root: MerkleHash.emptyRoot)]
            let missing = try await expectSame(tasuki, ahead, "a head ahead of the log")
            #expect(missing.findings.map(\.code) == ["log.leaves-missing"])
        }
    }

    @Test("what is only stored is checked by itself, and counts nothing that was not looked at")
    func hashes() async throws {
        try await with { tasuki, heads in
            let audit = try await tasuki.verify(outsideHeads: heads, depth: .hashes, tile: 4)
            #expect(audit.isSound && audit.depth == .hashes && audit.leaves == heads.last?.size)
            #expect(audit.events + audit.refusals == audit.leaves && audit.submissions == 0 && audit.texts == 0)
            let texts = tampered(
                tasuki,
                .init(text: { CommittedText(commitment: $0.commitment, salt: $0.salt, text: "x") })
            )
            #expect(try await texts.verify(outsideHeads: heads, depth: .hashes).isSound)
            #expect(try await !texts.verify(outsideHeads: heads).isSound)
        }
    }

    @Test("a fold that the store goes on from, but that its events do not give, is found")
    func keptFolds() async throws {
        try await with { tasuki, heads in
            _ = try await tasuki.status(of: HostileStory.name)
            let other = try await tasuki.store.read { try $0.submission("second") }
            let exchanged = try #require(other)
            let audit = try await tampered(tasuki, .init(kept: { _ in exchanged })).verify(outsideHeads: heads)
            #expect(audit.findings.map(\.code).allSatisfy { $0 == "submission.replay" })
            #expect(audit.findings.contains { $0.place == EventPlace(submission: HostileStory.name) })
        }
    }

    private func tampered(_ tasuki: Tasuki, _ tampering: TamperedStore.Tampering) -> Tasuki {
        Tasuki(store: TamperedStore(store: tasuki.store, tampering: tampering), world: tasuki.world)
    }

    private func tampered(_ tasuki: Tasuki, _ leaf: @escaping @Sendable (StoredLeaf) -> StoredLeaf?) -> Tasuki {
        tampered(tasuki, .init(leaf: leaf))
    }

    private func with(_ body: (Tasuki, [TreeHead]) async throws -> Void) async throws {
        let workspace = try await TestWorkspace.make()
        try await HostileStory.run(on: workspace.tasuki)
        try await HostileStory.run(on: workspace.tasuki, as: "second")
        let heads = try await workspace.tasuki.store.read { try $0.heads() }
        try await body(workspace.tasuki, heads)
        try await workspace.remove()
    }
}
