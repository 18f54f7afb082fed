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

@Suite("What is mistyped is answered, and not written down", .timeLimit(.minutes(30)))
struct TypingTests {
    private static let officer = Actor(person: "officer-1", capacity: .role("officer", at: "MDA"))
    private static let lead = Actor(person: "lead", capacity: .applicant)

    private func request(
        _ action: ActionName,
        _ fields: [String: JSONValue] = [:],
        by actor: Actor = Self.officer,
        case name: CaseName = "MY",
        documents: [IncomingDocument] = [],
        on date: String? = nil
    ) -> ActionRequest {
        ActionRequest(
            submission: "malaysia",
            name: name,
            action: action,
            actor: actor,
            occurredOn: date.flatMap { PartialDate($0) },
            fields: fields,
            documents: documents
        )
    }

    /// A Malaysian review with an open question, and how many leaves its log has.
    private func asked() async throws -> (workspace: TestWorkspace, leaves: Int) {
        let workspace = try await TestWorkspace.make()
        try await CommandTests.askInMalaysia(workspace)
        return (workspace, try await leaves(workspace))
    }

    private func leaves(_ workspace: TestWorkspace) async throws -> Int {
        try await workspace.tasuki.store.read { try $0.head().size }
    }

    private func letter(_ text: String, name: String = "letter.pdf") -> IncomingDocument {
        IncomingDocument(name: name, mediaType: "application/pdf", bytes: Array(text.utf8))
    }

    @Test("unknown names, missing and malformed fields, letters that are none: no leaf, no version")
    func mistyped() async throws {
        let (workspace, before) = try await asked()
        let version = try await workspace.tasuki.status(of: "malaysia").version
        let ask: [String: JSONValue] = ["questions": [["text": "How many readers?"]]]
        let requests: [(ActionRequest, String)] = [
            (request("anser"), "action.unknown"), (request("ask", ask, case: "MZ"), "case.unknown"),
            (request("payFee", ["fee": "aplication"], by: Self.lead), "payload.unknown-fee"),
            (request("answer", by: Self.lead), "payload.missing-field"),
            (
                request("answer", ["answers": [["question": "q-1", "text": "a"]], "tone": "kind"], by: Self.lead),
                "payload.unknown-field"
            ),
            (
                request("meetCommitment", ["obligation": "o-9"], by: Self.lead, documents: [letter("a")]),
                "action.unmet"
            ),
            (request("passAssessment", ["certificate": "C-2"], by: Self.lead), "payload.missing-document"),
            (request("finishReview", by: Self.lead), "payload.letter-missing"),
        ]
        for (request, code) in requests {
            await #expect("\(request.action) \(code)") {
                _ = try await workspace.tasuki.act(request)
            } throws: { error in
                (error as? Refusal)?.code == code
            }
        }
        await #expect(throws: Refusal.self) {
            try await workspace.tasuki.openTrack("chnage", of: "MY", in: "malaysia", by: Self.lead)
        }
        await #expect(throws: Refusal.noSuchEvent(99)) {
            try await workspace.tasuki.reverse(99, in: "malaysia", by: Self.lead, reason: "a")
        }
        #expect(try await leaves(workspace) == before)
        #expect(try await workspace.tasuki.status(of: "malaysia").version == version)
        try await workspace.remove()
    }

    @Test(
        "what a rule refuses still is: who may not, what is not now, a day that has not come, a version that has passed"
    )
    func refusedByARule() async throws {
        let (workspace, before) = try await asked()
        let stranger = Actor(person: "stranger", capacity: .role("officer", at: "HSA"))
        let requests = [
            request("ask", ["questions": [["text": "Why?"]]], by: stranger), request("accept"),
            request("answer", ["answers": [["question": "q-1", "text": "a"]]], by: Self.lead, on: "2027-01-01"),
        ]
        for (count, request) in requests.enumerated() {
            await #expect(throws: Refusal.self) { try await workspace.tasuki.act(request) }
            #expect(try await leaves(workspace) == before + count + 1, "\(request.action)")
        }
        try await workspace.remove()
    }

    @Test("a deadline that fired before a mistyped command stays fired")
    func fired() async throws {
        let (workspace, before) = try await asked()
        guard let july = Instant("2026-07-20T01:00:00Z") else { throw TestFault.configuration }
        try await workspace.tasuki.store.write { try $0.setSimulatedNow(july) }
        await #expect(throws: Refusal.self) { try await workspace.tasuki.act(request("anser")) }
        #expect(try await workspace.tasuki.status(of: "malaysia").rows[0].states == ["deemedWithdrawn"])
        let events = try await workspace.tasuki.history(of: "malaysia").count
        #expect(try await leaves(workspace) > before)
        #expect(try await leaves(workspace) == events, "every leaf is an event")
        try await workspace.remove()
    }

    @Test("a letter that holds nothing is none, and nothing of it reaches the vault")
    func letters() async throws {
        let (workspace, before) = try await asked()
        let answer: [String: JSONValue] = ["answers": [["question": "q-1", "text": "Twelve."]]]
        let documents: [(IncomingDocument, DocumentDefect)] = [
            (letter(""), .empty), (letter(" \n\r\n\t"), .blank), (letter("a", name: "a\nb.pdf"), .name),
            (letter("a", name: "\u{202E}fdp.a"), .name), (letter("a", name: " "), .name),
            (letter("a", name: "Thumbs.db"), .leftover), (letter("a", name: "~$nswer.docx"), .leftover),
            (IncomingDocument(name: "a", mediaType: "pdf", bytes: [1]), .mediaType("pdf")),
        ]
        for (document, defect) in documents {
            await #expect("\(defect)") {
                _ = try await workspace.tasuki.act(
                    request("answer", answer, by: Self.lead, documents: [letter("whole"), document])
                )
            } throws: { error in
                guard case EngineError.misread("documents.1", .document(_, defect))? = error as? EngineError else {
                    return false
                }
                return true
            }
            #expect(try workspace.workspace.vault.bytes(of: document.digest) == nil)
        }
        #expect(try workspace.workspace.vault.bytes(of: letter("whole").digest) == nil)
        #expect(try await leaves(workspace) == before)
        _ = try await workspace.tasuki.act(request("answer", answer, by: Self.lead, documents: [letter("whole")]))
        try await workspace.remove()
    }

    @Test("codes are kept in normal form C, lists are split at commas with or without spaces, sums are exact")
    func values() async throws {
        let workspace = try await TestWorkspace.make()
        try await CommandTests.askInMalaysia(workspace)
        let decomposed = "MDA/Ge\u{301}ne\u{301}rale \u{1112}\u{1165}-7"
        let steps: [ActionRequest] = [
            request("answer", ["answers": [["question": "q-1", "text": "a"]]], by: Self.lead),
            request("quoteFee", ["fee": "review", "amount": "MYR 1,250.00", "reference": .string(decomposed)]),
            request("finishReview"),
        ]
        for step in steps { _ = try await workspace.tasuki.act(step) }
        await #expect(throws: EngineError.misread(path: "amount", .money("MYR 125,00"))) {
            try await workspace.tasuki.act(request("quoteFee", ["fee": "review", "amount": "MYR 125,00"]))
        }
        let leaf = try await workspace.tasuki.store.read { try $0.leaves(from: 0, limit: 1_000) }
            .map { String(decoding: $0.bytes, as: UTF8.self) }.first { $0.contains("rale") }
        #expect(leaf.map { $0.utf8.elementsEqual($0.inNormalForm.utf8) } == true)
        #expect(leaf?.contains("125000") == true)
        let approve = request("approve", ["number": "GMD 0-7 (号)", "claims": " C1 , C1,"])
        _ = try await workspace.tasuki.act(approve)
        let approval = try await workspace.tasuki.status(of: "malaysia").rows[0].approval
        #expect(approval?.claims == ["C1"])
        #expect(approval?.number == "GMD 0-7 (号)")
        try await workspace.remove()
    }

    @Test("a date that cannot be read names its field, what was read, and nothing is written")
    func dates() async throws {
        let (workspace, before) = try await asked()
        for text in ["115-03-04", "R8", "soon", "2026-02-30"] {
            await #expect(throws: EngineError.misread(path: "nextDue", .date(text))) {
                _ = try await workspace.tasuki.openTrack(
                    "registration",
                    of: "MY",
                    in: "malaysia",
                    by: Self.lead,
                    key: "track"
                )
                _ = try await workspace.tasuki.act(
                    request(
                        "payRetention",
                        ["fee": "a", "nextDue": .string(text)],
                        by: Self.lead,
                        case: "MY-registration"
                    )
                )
            }
        }
        let opened = try await leaves(workspace)
        #expect(opened == before + 1, "the track, once")
        let labels = try workspace.words.labels("en")
        let words = labels.words(for: .date("115-03-04"), at: "validUntil")
        #expect(
            words.contains("(validUntil)") && words.contains("“115-03-04”")
                && words.contains("Did you mean 2026-03-04?")
        )
        #expect(words.contains("2026-05-12, 2026-05 or 2026"), "what is accepted")
        let japanese = try workspace.words.labels("ja").words(for: .date("R8.6.10"), at: "validUntil")
        #expect(japanese.contains("2026-06-10（令和8年）"))
        try await workspace.remove()
    }
}
