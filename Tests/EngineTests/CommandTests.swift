import CanonicalJSON
import CommandLineTool
import Dossiers
import Engine
import Regulation
import Scenarios
import Statecharts
import Submissions
import TestSupport
import Testing
import TransparencyLog
import Views

@Suite("Commands on a workspace", .timeLimit(.minutes(30)))
struct CommandTests {
    private static let hsa = Actor(person: "hsa-officer", capacity: .role("officer", at: "HSA"))
    private static let lead = Actor(person: "lead", capacity: .applicant)

    private func propose(key: String?, _ text: String = "Is it the same?", expecting: Int? = nil) -> ActionRequest {
        ActionRequest(
            submission: "colon-cade",
            name: "SG",
            action: "propose",
            actor: Self.hsa,
            fields: ["questions": [["text": .string(text)]]],
            expected: expecting.map(VersionCondition.init),
            key: key
        )
    }

    @Test("the same request with the same key is answered as before and done once")
    func idempotency() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate("2026-06-01"))
        let first = try await workspace.tasuki.act(propose(key: "k-1"))
        let second = try await workspace.tasuki.act(propose(key: "k-1"))
        #expect(first == second)
        let status = try await workspace.tasuki.status(of: "colon-cade")
        #expect(status.questions.count == 1)
        await #expect(throws: EngineError.keyReused("k-1")) {
            try await workspace.tasuki.act(propose(key: "k-1", "Another question?"))
        }
        try await workspace.remove()
    }

    @Test("a refused request leaves a leaf of its own, changes no version, and its key stays free")
    func refusal() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate("2026-06-01"))
        let before = try await workspace.tasuki.status(of: "colon-cade")
        let leaves = try await workspace.tasuki.store.read { try $0.head().size }
        await #expect(throws: Refusal.staleVersion(expected: 1, actual: before.rows[2].version)) {
            try await workspace.tasuki.act(propose(key: "k-2", expecting: 1))
        }
        let after = try await workspace.tasuki.status(of: "colon-cade")
        #expect(after.rows.map(\.version) == before.rows.map(\.version))
        #expect(after.version == before.version)
        let grown = try await workspace.tasuki.store.read { try $0.head().size }
        #expect(grown == leaves + 1)
        _ = try await workspace.tasuki.act(propose(key: "k-2"))
        try await workspace.remove()
    }

    @Test("the deadline's effect comes before a late answer, though no server was running in between")
    func lateAnswer() async throws {
        let workspace = try await TestWorkspace.make()
        try await Self.askInMalaysia(workspace)
        guard let july = Instant("2026-07-20T01:00:00Z") else { throw TestFault.configuration }
        // The clock is moved in the store alone: nothing of Tasuki runs while the time passes.
        try await workspace.tasuki.store.write { try $0.setSimulatedNow(july) }
        await #expect(throws: Refusal.unmet("answer", [.onTime("asking")])) {
            try await workspace.tasuki.act(
                ActionRequest(
                    submission: "malaysia",
                    name: "MY",
                    action: "answer",
                    actor: Self.lead,
                    occurredOn: PartialDate("2026-07-10"),
                    fields: ["answers": [["question": "q-1", "text": "late"]]]
                )
            )
        }
        let row = try await workspace.tasuki.status(of: "malaysia").rows[0]
        #expect(row.states == ["deemedWithdrawn"])
        #expect(row.since == PartialDate("2026-06-30"))
        try await workspace.remove()
    }

    @Test("free text enters the log only as a commitment that its salt and text open")
    func texts() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate("2026-06-01"))
        let secret = "Does Dr. Example know?"
        _ = try await workspace.tasuki.act(propose(key: nil, secret))
        let leaves = try await workspace.tasuki.store.read { try $0.leaves(from: 0, limit: 10_000) }
        #expect(leaves.allSatisfy { !String(decoding: $0.bytes, as: UTF8.self).contains(secret) })
        let history = try await workspace.tasuki.history(of: "colon-cade", case: "SG")
        #expect(history.last?.texts.values.contains(secret) == true)
        try await workspace.remove()
    }

    @Test("two openings of one workspace see each other's work and give the same answers")
    func twoOpenings() async throws {
        let first = try await TestWorkspace.demo(until: CivilDate("2026-06-01"))
        let second = try first.reopened()
        for number in 0..<10 {
            let tasuki = number.isMultiple(of: 2) ? first.tasuki : second.tasuki
            _ = try await tasuki.act(propose(key: nil, "Question \(number)?"))
        }
        let left = try await first.tasuki.status(of: "colon-cade")
        let right = try await second.tasuki.status(of: "colon-cade")
        #expect(left == right)
        #expect(left.questions.count == 10)
        try await second.workspace.close()
        try await first.remove()
    }

    @Test("a change of an approval flags what rests on it in another submission, once, with the path")
    func dependencies() async throws {
        let workspace = try await Self.secondInMalaysia()
        #expect(try await workspace.tasuki.status(of: "second").rows[0].states == ["localFiling"])
        try await Self.relyInMalaysia(workspace)
        _ = try await workspace.tasuki.act(
            ActionRequest(
                submission: "colon-cade",
                name: "JP",
                action: "suspend",
                actor: Actor(person: "mhlw", capacity: .role("officer", at: "MHLW")),
                fields: ["reason": "signal"]
            )
        )
        try await workspace.tasuki.drainDependencies()
        let flags = try await workspace.tasuki.status(of: "second").rows[0].approval?.flags
        #expect(flags?.map(\.change) == [.suspended])
        #expect(flags?.first?.path == ["colon-cade/JP", "second/MY"])
        try await workspace.remove()
    }

    @Test("a case that cites an approval is flagged when that changes, though it holds none of its own yet")
    func citing() async throws {
        let workspace = try await Self.secondInMalaysia()
        try await Self.relyInMalaysia(workspace, through: "file")
        _ = try await workspace.tasuki.act(
            ActionRequest(
                submission: "colon-cade",
                name: "JP",
                action: "suspend",
                actor: Actor(person: "mhlw", capacity: .role("officer", at: "MHLW")),
                fields: ["reason": "signal"]
            )
        )
        let row = try await workspace.tasuki.status(of: "second").rows[0]
        #expect(row.approval == nil)
        #expect(row.flags.map(\.path) == [["colon-cade/JP", "second/MY"]])
        let work = try await workspace.tasuki.work(for: .role("officer", at: "MDA")).items
        #expect(
            work.contains { item in item.row.fullName == "second/MY" && item.duties.contains { $0.kind == .flag } },
            "its authority has a task"
        )
        try await workspace.remove()
    }
}

extension CommandTests {
    static func entries(for code: JurisdictionCode, _ workspace: TestWorkspace) async throws -> [DossierEntry] {
        let jurisdiction = try workspace.tasuki.world.definitions.jurisdiction(code)
        return (jurisdiction?.requirements ?? []).map {
            DossierEntry(heading: $0.heading, jurisdiction: code, language: $0.languages.first)
        }
    }

    static func document(_ workspace: TestWorkspace) throws -> IncomingDocument {
        IncomingDocument(
            digest: try workspace.workspace.vault.put(Array("letter".utf8)),
            name: "letter.txt",
            mediaType: "text/plain",
            size: 6
        )
    }

    /// A Malaysian review in which a question is to be answered by 30 June 2026.
    static func askInMalaysia(_ workspace: TestWorkspace) async throws {
        let opened = SubmissionOpened(
            name: "malaysia",
            product: "p",
            productVersion: "1",
            claims: ["C1"],
            applicant: "company",
            holders: ["MY"],
            targets: [.init(jurisdiction: "MY", route: "national", participation: nil)],
            adopted: [],
            manifest: "m"
        )
        _ = try await workspace.tasuki.open(opened, by: lead)
        _ = try await workspace.tasuki.file(
            "malaysia",
            revision: "r",
            entries: try await entries(for: "MY", workspace),
            by: lead
        )
        let letter = try document(workspace)
        let steps: [(ActionName, [String: JSONValue])] = [
            ("accept", [:]), ("passAssessment", ["certificate": "C-1"]),
            ("ask", ["questions": [["text": "Why?"]], "answerBy": "2026-06-30"]),
        ]
        for (action, fields) in steps {
            _ = try await workspace.tasuki.act(
                ActionRequest(
                    submission: "malaysia",
                    name: "MY",
                    action: action,
                    actor: lead,
                    fields: fields,
                    documents: [letter]
                )
            )
        }
    }

    /// The demo after Japan's approval, with a second submission of the product that is filed for Malaysia.
    static func secondInMalaysia() async throws -> TestWorkspace {
        let workspace = try await TestWorkspace.demo(until: CivilDate("2027-02-20"))
        // Singapore's approval counts in Malaysia too; while it is suspended only Japan's does.
        _ = try await workspace.tasuki.act(
            ActionRequest(
                submission: "colon-cade",
                name: "SG",
                action: "suspend",
                actor: Self.hsa,
                fields: ["reason": "signal"]
            )
        )
        let opened = SubmissionOpened(
            name: "second",
            product: "kazami-colon-cade",
            productVersion: "1.0.0",
            claims: ["C1", "C2"],
            applicant: "company",
            holders: ["MY"],
            targets: [.init(jurisdiction: "MY", route: "reliance", participation: nil)],
            adopted: [],
            manifest: "manifest",
            classes: ["MY": "B"]
        )
        _ = try await workspace.tasuki.open(opened, by: Self.lead)
        let entries = try await Self.entries(for: "MY", workspace)
        _ = try await workspace.tasuki.file("second", revision: "r", entries: entries, by: Self.lead)
        return workspace
    }

    /// Malaysia relies on Japan's first stage in the submission `second`.
    static func relyInMalaysia(_ workspace: TestWorkspace, through last: ActionName = "approve") async throws {
        let letter = try document(workspace)
        let steps: [(ActionName, [String: JSONValue])] = [
            ("acceptReference", ["reason": "Covers the claims."]),
            ("file", ["sameness": true]), ("accept", [:]), ("passAssessment", ["certificate": "C-1"]),
            ("approve", ["number": "MY-1", "claims": ["C1"]]),
        ]
        for (action, fields) in steps {
            _ = try await workspace.tasuki.act(
                ActionRequest(
                    submission: "second",
                    name: "MY",
                    action: action,
                    actor: lead,
                    fields: fields,
                    documents: [letter]
                )
            )
            if action == last { return }
        }
    }
}
