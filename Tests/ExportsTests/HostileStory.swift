import CanonicalJSON
import Engine
import Regulation
import Submissions
import Testing
import Views

/// A short submission whose people type what attackers type.
enum HostileStory {
    static let name: SubmissionName = "hostile"
    static let formula = "=HYPERLINK(\"http://example.invalid\",\"open\")"
    static let script = "<script>alert('x')</script> & \"quoted\"\nsecond line"
    static let fileName = "@SUM(1+1)<b>.md"

    /// Opens and files it, has a question asked and answered, has one attempt refused, and withdraws it.
    static func run(on tasuki: Tasuki, as name: SubmissionName = Self.name) async throws {
        let vault = tasuki.world.vault
        let applicant = Actor(person: "-evil", capacity: .applicant)
        let officer = Actor(person: "p-tan", capacity: .role("officer", at: "HSA"))
        let rules = try tasuki.world.definitions.jurisdiction("SG")
        let entries = (rules?.requirements ?? []).map { requirement in
            DossierEntry(heading: requirement.heading, jurisdiction: nil, language: requirement.languages.first)
        }
        let opened = SubmissionOpened(
            name: name,
            product: "p",
            productVersion: "1",
            claims: ["C1"],
            applicant: "o",
            holders: ["SG"],
            targets: [.init(jurisdiction: "SG", route: "national", participation: nil)],
            adopted: [],
            manifest: try vault.put(Array("submission: hostile\n".utf8))
        )
        _ = try await tasuki.open(opened, by: applicant)
        let list = try vault.put(JSONValue.object(["documents": .array([])]).canonicalBytes())
        _ = try await tasuki.file(name, revision: list, entries: entries, by: applicant)
        try await act("accept", officer, [:], of: name, on: tasuki)
        try await act("ask", officer, ["questions": [["text": .string(formula)]]], of: name, on: tasuki)
        let question = try await tasuki.status(of: name).questions.first?.id.rawValue ?? ""
        let bytes = Array("answer\n".utf8)
        let document = IncomingDocument(
            digest: try vault.put(bytes),
            name: fileName,
            mediaType: "text/markdown",
            size: bytes.count
        )
        let answers: JSONValue = .array([["question": .string(question), "text": .string(script)]])
        try await act("answer", applicant, ["answers": answers], [document], of: name, on: tasuki)
        await #expect(throws: Refusal.self) { try await act("accept", officer, [:], of: name, on: tasuki) }
        try await act("withdraw", applicant, ["reason": .string(formula)], of: name, on: tasuki)
    }

    private static func act(
        _ action: ActionName,
        _ actor: Actor,
        _ fields: [String: JSONValue],
        _ documents: [IncomingDocument] = [],
        of name: SubmissionName,
        on tasuki: Tasuki
    ) async throws {
        _ = try await tasuki.act(
            ActionRequest(
                submission: name,
                name: "SG",
                action: action,
                actor: actor,
                fields: fields,
                documents: documents
            )
        )
    }
}
