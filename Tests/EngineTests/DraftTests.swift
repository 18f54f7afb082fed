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

    @Test("made a moment earlier is what is decided now, and of another minute is not taken")
    func moments() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate("2026-06-01"))
        let tasuki = workspace.tasuki
        // Zones are counted in whole minutes, and their clocks change with one, so that no day begins within a minute.
        for jurisdiction in try tasuki.world.definitions.jurisdictions() {
            for offset in jurisdiction.zone.offsets.dropFirst() {
                #expect(offset.from.millisecondsSinceEpoch.isMultiple(of: 60_000))
            }
        }
        let requests = [
            propose("Is it the same a moment later?"),
            ActionRequest(
                submission: "colon-cade",
                name: "SG",
                action: "leave",
                actor: Actor(person: "lead", capacity: .applicant),
                fields: ["reason": .string("The product is sold.")]
            ),
        ]
        let world = World(
            wallClock: tasuki.world.wallClock,
            // The same salts, so that two readings of one text give the same.
            randomBytes: { Array(repeating: 7, count: $0) },
            definitions: tasuki.world.definitions,
            vault: tasuki.world.vault
        )
        let drafting = Tasuki(store: tasuki.store, world: world)
        for request in requests {
            let useCase = UseCase(
                request.submission,
                by: request.actor,
                attempt: "test",
                content: request.content,
                order: .act(request, frozen: nil)
            )
            try await tasuki.store.read { reader in
                let basis = try drafting.basis(of: useCase, in: reader)
                let start = basis.moment.adding(
                    milliseconds: 59_999 - basis.moment.millisecondsSinceEpoch % 60_000 - 50
                )
                func at(_ milliseconds: Int64) -> Basis {
                    Basis(
                        submission: basis.submission,
                        approvals: basis.approvals,
                        moment: start.adding(milliseconds: milliseconds)
                    )
                }
                func draft(_ milliseconds: Int64) throws -> Draft {
                    try drafting.draft(of: useCase, on: at(milliseconds), Library(reader, world, drafting.pins))
                }
                let early = try draft(0)
                let moved = try #require(early.made(on: at(50)))
                let anew = try draft(50)
                let (left, right) = (try #require(moved.addition), try #require(anew.addition))
                #expect(left.leaves == right.leaves && left.leaves != early.addition?.leaves)
                #expect(left.after == right.after && left.before == right.before && left.rows == right.rows)
                #expect(moved.acceptance == anew.acceptance && moved.texts == anew.texts)
                #expect(moved.basis.isSame(as: at(50)))
                #expect(early.made(on: at(51)) == nil)
                #expect(early.made(on: Basis(submission: nil, approvals: basis.approvals, moment: start)) == nil)
            }
        }
        try await workspace.remove()
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
