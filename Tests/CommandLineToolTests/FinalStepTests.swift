import CanonicalJSON
import Engine
import Regulation
import Submissions
import TestSupport
import Testing

@testable import CommandLineTool

@Suite("Before a final step a person is asked")
struct FinalStepTests {
    @Test("where a case ends or is decided, and nowhere else")
    func final() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate(year: 2026, month: 5, day: 14))
        func isFinal(
            _ name: CaseName,
            _ action: ActionName,
            _ actor: Actor,
            _ fields: [String: JSONValue]
        ) async throws -> Bool {
            let request = ActionRequest(
                submission: "colon-cade",
                name: name,
                action: action,
                actor: actor,
                fields: fields
            )
            return try await workspace.tasuki.rehearsing { try await $0.act(request) }.isFinal(for: name)
        }
        let lead = Actor(person: "lead", capacity: .applicant)
        let officer = Actor(person: "reviewer", capacity: .role("officer", at: "HSA"))
        #expect(try await isFinal("MY", "withdraw", lead, ["reason": "The wrong country."]))
        #expect(try await !isFinal("SG", "accept", officer, [:]))
    }
}
