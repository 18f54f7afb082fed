import Engine
import Regulation
import Submissions
import Testing
import TransparencyLog

extension StoreContract {
    /// Texts, pins, answers and pending commands come back as they were kept, and only once.
    package func sideTables() async throws {
        try await withWorkspace { _, store in
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
    }

    /// One key has one answer, and the body that would give it another leaves nothing behind.
    package func oneAnswer() async throws {
        try await withWorkspace { _, store in
            let key = IdempotencyKey(actor: "p-1 applicant", key: "k")
            let first = KeptAnswer(
                request: Digest.sha256(of: [1]),
                acceptance: Acceptance(submission: "a", name: "SG", version: 4, events: 3...5)
            )
            let second = KeptAnswer(
                request: Digest.sha256(of: [2]),
                acceptance: Acceptance(submission: "b", name: nil, version: 1, events: 1...1)
            )
            try await store.write { try $0.keep(first, to: key) }
            await #expect(throws: (any Error).self) {
                try await store.write { transaction throws in
                    try transaction.append([StoreStory.opened("b")], to: "b")
                    try transaction.keep(second, to: key)
                }
            }
            #expect(try await store.read { try $0.answer(to: key) } == first)
            #expect(try await store.read { try $0.head().size } == 0)
        }
    }

    /// A workspace keeps the clock and the zone it was made with.
    package func settings() async throws {
        let zone = try #require(
            Zone(id: "Asia/Tokyo", offsets: [.init(from: Instant(millisecondsSinceEpoch: .min), minutes: 540)])
        )
        let settings = WorkspaceSettings(clock: .simulated(now: StoreStory.instant(0)), zone: zone)
        try await withWorkspace(settings) { workspace, store in
            try await store.close()
            let again = try workspace.reopen()
            #expect(try await again.read { try $0.settings() } == settings)
        }
    }

    /// Simulated time moves forward only, and wall time not at all.
    package func clocks() async throws {
        try await withWorkspace(.init(clock: .simulated(now: StoreStory.instant(10)), zone: .utc)) { _, store in
            try await store.write { try $0.setSimulatedNow(StoreStory.instant(20)) }
            #expect(try await store.read { try $0.settings().clock } == .simulated(now: StoreStory.instant(20)))
            let (now, asked) = (StoreStory.instant(20), StoreStory.instant(19))
            await #expect(throws: EngineError.clockBackwards(now: now, asked: asked)) {
                try await store.write { try $0.setSimulatedNow(asked) }
            }
        }
        try await withWorkspace { _, store in
            await #expect(throws: EngineError.clockIsWall) {
                try await store.write { try $0.setSimulatedNow(StoreStory.instant(1)) }
            }
        }
    }
}
