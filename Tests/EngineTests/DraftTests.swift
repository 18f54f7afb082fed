import CanonicalJSON
import Regulation
import StorePromises
import Submissions
import Synchronization
import TestSupport
import Testing
import Views

@testable import Engine

@Suite("A draft made beside the writer")
struct DraftTests {
    @Test("holds only for the same events, the same approvals elsewhere and the same moment")
    func basis() throws {
        let moment = Instant(millisecondsSinceEpoch: 1_000)
        let early = try #require(Submission.replaying(StoreStory.approved("a", product: "colon-cade").dropLast()))
        let late = try #require(Submission.replaying(StoreStory.approved("a", product: "colon-cade")))
        let other = try #require(Submission.replaying(StoreStory.approved("b", product: "colon-cade")))
        #expect(!other.approvals.isEmpty && early.version < late.version)
        let basis = Basis(submission: late, approvals: other.approvals, moment: moment)
        #expect(basis.isSame(as: Basis(submission: late, approvals: other.approvals, moment: moment)))
        #expect(!basis.isSame(as: Basis(submission: early, approvals: other.approvals, moment: moment)))
        #expect(!basis.isSame(as: Basis(submission: other, approvals: other.approvals, moment: moment)))
        #expect(!basis.isSame(as: Basis(submission: nil, approvals: other.approvals, moment: moment)))
        #expect(!basis.isSame(as: Basis(submission: late, approvals: [], moment: moment)))
        let later = moment.adding(milliseconds: 1)
        #expect(!basis.isSame(as: Basis(submission: late, approvals: other.approvals, moment: later)))
    }

    @Test("is taken where it holds, and put away where another process came between")
    func taking() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate("2026-06-01"))
        let salts = Mutex(0)
        let world = workspace.tasuki.world
        let tasuki = Tasuki(
            store: workspace.tasuki.store,
            world: World(
                wallClock: world.wallClock,
                randomBytes: { count in
                    salts.withLock { $0 += 1 }
                    return world.randomBytes(count)
                },
                definitions: world.definitions,
                vault: world.vault
            )
        )
        // Each reading of the one text takes one salt: a draft that is put away has taken one for nothing.
        func saltsTaken(by number: Int) async throws -> Int {
            salts.withLock { $0 = 0 }
            _ = try await tasuki.act(propose("Is it the same, asked for the time \(number)?"))
            return salts.withLock(\.self)
        }
        #expect(try await saltsTaken(by: 1) == 1)
        let kept = try #require(tasuki.recents["colon-cade"])
        #expect(try await saltsTaken(by: 2) == 1)
        let latest = try #require(tasuki.recents["colon-cade"])
        #expect(latest.version > kept.version)
        // What a slower command left does not take the place of what a later one did.
        tasuki.recents.keep(kept, of: "colon-cade")
        #expect(try await saltsTaken(by: 3) == 1)
        _ = try await workspace.tasuki.act(propose("Is it the same, asked by another process?"))
        #expect(try await saltsTaken(by: 4) == 2)
        let status = try await tasuki.status(of: "colon-cade")
        #expect(status.questions.count == 5 && status.version > latest.version)
        #expect(try await tasuki.verify(outsideHeads: []).isSound)
        try await workspace.remove()
    }

    private func propose(_ text: String) -> ActionRequest {
        ActionRequest(
            submission: "colon-cade",
            name: "SG",
            action: "propose",
            actor: Actor(person: "hsa-officer", capacity: .role("officer", at: "HSA")),
            fields: ["questions": [["text": .string(text)]]]
        )
    }
}
