import CanonicalJSON
import CommandLineTool
import Dossiers
import Engine
import Regulation
import Submissions
import TestSupport
import Testing
import TransparencyLog
import Views

@Suite("The one way of a command", .timeLimit(.minutes(30)))
struct OneWayTests {
    private static let lead = Actor(person: "lead", capacity: .applicant)
    private static let hsa = Actor(person: "hsa-officer", capacity: .role("officer", at: "HSA"))

    private static let opened = SubmissionOpened(
        name: "keyed",
        product: "kazami-colon-cade",
        productVersion: "1.0.0",
        claims: ["C1", "C2"],
        applicant: "company",
        holders: ["MY"],
        targets: [.init(jurisdiction: "MY", route: "national", participation: nil)],
        adopted: [],
        manifest: "manifest"
    )

    @Test("every use case takes a key: sent twice it is done once and answered alike")
    func keys() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate("2026-06-01"))
        let tasuki = workspace.tasuki
        let entries = try await CommandTests.entries(for: "MY", workspace)
        try await twice(tasuki) { try await tasuki.open(Self.opened, by: Self.lead, key: "open") }
        try await twice(tasuki) {
            try await tasuki.file("keyed", revision: "r", entries: entries, by: Self.lead, key: "file")
        }
        let letter = IncomingDocument(name: "letter.txt", mediaType: "text/plain", bytes: Array("letter".utf8))
        func accepting(key: String) -> ActionRequest {
            ActionRequest(
                submission: "keyed",
                name: "MY",
                action: "accept",
                actor: Self.lead,
                documents: [letter],
                key: key
            )
        }
        let taken = try await twice(tasuki) { try await tasuki.act(accepting(key: "act")) }
        try await twice(tasuki) {
            let event = taken.events.lowerBound
            return try await tasuki.reverse(event, in: "keyed", by: Self.lead, reason: "Misread.", key: "reverse")
        }
        let accepted = try await tasuki.act(accepting(key: "again"))
        #expect(accepted.reached?.states.isEmpty == false)
        let correction = CorrectionRequest(
            submission: "keyed",
            event: accepted.events.lowerBound,
            actor: Self.lead,
            fields: [:],
            date: .day(try #require(CivilDate("2026-06-01"))),
            reason: "The day before.",
            key: "correct"
        )
        try await twice(tasuki) { try await tasuki.correct(correction) }
        try await twice(tasuki) {
            try await tasuki.rebind("MY", in: "keyed", by: Self.lead, reason: "Were wrong.", key: "rebind")
        }
        try await twice(tasuki) {
            try await tasuki.openTrack("registration", of: "MY", in: "keyed", by: Self.lead, key: "track")
        }
        try await workspace.remove()
    }

    @Test("a version that has passed refuses every use case")
    func versions() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate("2026-06-01"))
        let tasuki = workspace.tasuki
        let actual = try #require(await tasuki.status(of: "colon-cade").rows.first { $0.name == "SG" }?.version)
        let stale = Refusal.staleVersion(expected: 1, actual: actual)
        await #expect(throws: stale) {
            try await tasuki.rebind("SG", in: "colon-cade", by: Self.lead, reason: "Were wrong.", expecting: 1)
        }
        let proposed = try await tasuki.act(
            ActionRequest(
                submission: "colon-cade",
                name: "SG",
                action: "propose",
                actor: Self.hsa,
                fields: ["questions": [["text": "Is it the same?"]]]
            )
        )
        await #expect(throws: Refusal.staleVersion(expected: 1, actual: proposed.version)) {
            let event = proposed.events.lowerBound
            return try await tasuki.reverse(event, in: "colon-cade", by: Self.hsa, reason: "Twice.", expecting: 1)
        }
        try await workspace.remove()
    }

    @Test("documents reach the vault only where the actor may do the action at all")
    func documents() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate("2026-06-01"))
        func handIn(_ bytes: [UInt8], by actor: Actor) -> ActionRequest {
            ActionRequest(
                submission: "colon-cade",
                name: "SG",
                action: "propose",
                actor: actor,
                fields: ["questions": [["text": "Is it the same?"]]],
                documents: [IncomingDocument(name: "a.txt", mediaType: "text/plain", bytes: bytes)]
            )
        }
        let (foreign, own) = (Array("from a stranger".utf8), Array("from the officer".utf8))
        let leaves = try await workspace.tasuki.store.read { try $0.head().size }
        let stranger = Actor(person: "stranger", capacity: .role("officer", at: "TFDA"))
        await #expect(throws: Refusal.self) { try await workspace.tasuki.act(handIn(foreign, by: stranger)) }
        #expect(try await workspace.tasuki.store.read { try $0.head().size } == leaves + 1, "the attempt is recorded")
        #expect(try workspace.workspace.vault.bytes(of: Self.digest(foreign)) == nil)
        _ = try await workspace.tasuki.act(handIn(own, by: Self.hsa))
        #expect(try workspace.workspace.vault.bytes(of: Self.digest(own)) == own)
        try await workspace.remove()
    }

    private static func digest(_ bytes: [UInt8]) -> DocumentDigest {
        DocumentDigest(Digest.sha256(of: bytes).description)
    }

    @discardableResult
    private func twice(_ tasuki: Tasuki, _ send: () async throws -> Acceptance) async throws -> Acceptance {
        let first = try await send()
        let size = try await tasuki.store.read { try $0.head().size }
        #expect(try await send() == first)
        #expect(try await tasuki.store.read { try $0.head().size } == size)
        return first
    }
}
