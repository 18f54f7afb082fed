import Engine
import Regulation
import Submissions
import TestSupport
import Testing
import TransparencyLog
import Views

@Suite("The audit of the whole log")
struct LogAuditTests {
    @Test("A log that nobody touched is sound, and everything in it is counted")
    func sound() async throws {
        try await with { tasuki, heads in
            let audit = try await tasuki.verify(outsideHeads: heads)
            #expect(audit.findings == [])
            #expect(audit.events + audit.refusals == audit.leaves && audit.refusals >= 1)
            #expect(audit.submissions == 2 && audit.texts == 8 && audit.erasedTexts == 0)
            #expect(audit.root == heads.last?.root && audit.leaves == heads.last?.size)
        }
    }

    @Test("Any changed leaf is found and named, with its number and position, whether or not its hash was changed too")
    func changedLeaf() async throws {
        try await with { tasuki, heads in
            let leaves = try await tasuki.store.read { try $0.leaves(from: 0, limit: 10_000) }
            for victim in leaves where victim.position % 7 == 3 {
                var bytes = victim.bytes
                bytes[bytes.count / 2] ^= 0x01
                let changed = bytes
                let hash = MerkleHash.leaf(changed)
                for hash in [nil, hash] {
                    let tampered = tasuki.tampered { leaf in
                        leaf.position == victim.position ? leaf.with(bytes: changed, hash: hash) : leaf
                    }
                    let audit = try await tampered.verify(outsideHeads: heads)
                    let root = audit.findings.filter { $0.code == "log.root" }
                    #expect(root.count == 2, "one for each record of heads")
                    #expect(audit.findings.contains { $0.code == "leaf.changed" } == (hash == nil))
                    let places = audit.findings.compactMap(\.place?.position)
                    #expect(places.contains { $0 <= victim.position })
                    if hash == nil { #expect(audit.findings.first?.place == EventPlace(victim)) }
                }
            }
        }
    }

    @Test("A log cut off at the end is found by the heads kept outside and inside")
    func cutOff() async throws {
        try await with { tasuki, heads in
            let last = (heads.last?.size ?? 0) - 1
            let audit = try await tasuki.tampered { $0.position < last - 1 ? $0 : nil }.verify(outsideHeads: heads)
            let codes = audit.findings.filter { $0.code == "log.leaves-missing" }
            #expect(codes.count == 2)
            #expect(audit.root != heads.last?.root)
        }
    }

    @Test("A leaf taken out of the middle leaves a gap in positions and numbers, and another root")
    func takenOut() async throws {
        try await with { tasuki, heads in
            let audit = try await tasuki.tampered { $0.position == 5 ? nil : $0 }.verify(outsideHeads: heads)
            let codes = Set(audit.findings.map(\.code))
            #expect(codes.isSuperset(of: ["log.position", "submission.number", "log.root", "log.leaves-missing"]))
        }
    }

    @Test("A leaf kept under another number than its own is found")
    func misplaced() async throws {
        try await with { tasuki, heads in
            let audit = try await tasuki.tampered { $0.position == 4 ? $0.with(number: 99) : $0 }
                .verify(outsideHeads: heads)
            #expect(audit.findings.map(\.code) == ["leaf.misplaced"])
        }
    }

    @Test("A changed text is found and its event named; an erased one is counted and is no defect")
    func texts() async throws {
        try await with { tasuki, heads in
            let changed = TamperedStore.Tampering(text: { text in
                text.text == HostileStory.script
                    ? CommittedText(commitment: text.commitment, salt: text.salt, text: "harmless") : text
            })
            let audit = try await tasuki.tampered(changed).verify(outsideHeads: heads)
            #expect(audit.findings.map(\.code) == ["text.changed", "text.changed"])
            #expect(audit.findings.map(\.place?.submission) == [HostileStory.name, "second"])
            let erased = TamperedStore.Tampering(text: { $0.text == HostileStory.script ? nil : $0 })
            let second = try await tasuki.tampered(erased).verify(outsideHeads: heads)
            #expect(second.isSound && second.erasedTexts == 2)
        }
    }

    @Test("Rules that are no longer what cases are bound to are found")
    func rules() async throws {
        try await with { tasuki, heads in
            let audit = try await tasuki.tampered(.init(pinned: { $0 + " " })).verify(outsideHeads: heads)
            #expect(!audit.findings.isEmpty && audit.findings.allSatisfy { $0.code == "rules.changed" })
            let gone = try await tasuki.tampered(.init(pinned: { _ in nil })).verify(outsideHeads: heads)
            #expect(!gone.findings.isEmpty && gone.findings.allSatisfy { $0.code == "rules.missing" })
        }
    }

    @Test("No evidence is given from a log that was changed")
    func noEvidence() async throws {
        try await with { tasuki, _ in
            let tampered = tasuki.tampered { leaf in
                var bytes = leaf.bytes
                bytes[10] ^= 0x01
                return leaf.position == 2 ? leaf.with(bytes: bytes, hash: MerkleHash.leaf(bytes)) : leaf
            }
            await #expect(throws: DamagedLog.self) { try await tampered.evidence(of: HostileStory.name) }
        }
    }

    @Test("Every proof given with evidence leads to the head")
    func proofs() async throws {
        try await with { tasuki, heads in
            let evidence = try await tasuki.evidence(of: "second")
            let all = try await tasuki.store.read { try $0.leaves(from: 0, limit: 10_000) }.map(\.hash)
            #expect(evidence.head == heads.last)
            for leaf in evidence.leaves {
                #expect(leaf.proof == MerkleTree.inclusionProof(of: leaf.position, in: all))
            }
        }
    }

    @Test("A place in the log is named by its event where it has one")
    func names() {
        #expect(EventPlace(submission: "colon-cade", number: 17, position: 41).description == "colon-cade#17 (leaf 41)")
        #expect(EventPlace(submission: "colon-cade", position: 42).description == "colon-cade (leaf 42)")
        #expect(EventPlace(position: 43).description == "leaf 43")
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

extension Tasuki {
    fileprivate func tampered(_ tampering: TamperedStore.Tampering) -> Tasuki {
        Tasuki(store: TamperedStore(store: store, tampering: tampering), world: world)
    }

    fileprivate func tampered(_ leaf: @escaping @Sendable (StoredLeaf) -> StoredLeaf?) -> Tasuki {
        tampered(.init(leaf: leaf))
    }
}
