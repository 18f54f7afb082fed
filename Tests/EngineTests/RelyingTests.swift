import CanonicalJSON
import Engine
import Regulation
import Submissions
import TestSupport
import Testing
import Views

@Suite("What is put right in a reference approval reaches whoever relied on it", .timeLimit(.minutes(30)))
struct RelyingTests {
    private static let mhlw = Actor(person: "mhlw-officer", capacity: .role("officer", at: "MHLW"))

    /// Japan's approval, as somebody recorded it.
    private func approval(in workspace: TestWorkspace) async throws -> EventRecord {
        let history = try await workspace.tasuki.store.read { try $0.history(of: "colon-cade", through: nil) }
        return try #require(
            history.map(\.record).last { $0.event.subject == "JP" && $0.event.action == "approve" }
        )
    }

    private func correction(
        of event: EventRecord,
        _ fields: [String: JSONValue] = [:],
        on date: PartialDate? = nil
    ) -> CorrectionRequest {
        CorrectionRequest(
            submission: "colon-cade",
            event: event.number,
            actor: event.recordedBy,
            fields: fields,
            date: date,
            reason: "Mistyped."
        )
    }

    @Test(
        "its number, its day, its claims: the case that a person filed on it is told once, its authority has the task",
        arguments: ["file", "approve"] as [ActionName]
    )
    func corrections(_ last: ActionName) async throws {
        let workspace = try await CommandTests.secondInMalaysia()
        try await CommandTests.relyInMalaysia(workspace, through: last)
        let event = try await approval(in: workspace)
        let before = PartialDate.day(event.occurredOn.latest.adding(days: -1))
        let requests = [
            correction(of: event, ["number": "30400BZX00999000"]), correction(of: event, on: before),
            correction(of: event, ["claims": ["C2"]]),
        ]
        for (place, request) in requests.enumerated() {
            let rehearsal = try await workspace.tasuki.rehearsing { try await $0.correct(request) }
            #expect(rehearsal.told.contains("second"), "\(request)")
            _ = try await workspace.tasuki.correct(request)
            let row = try #require(try await workspace.tasuki.status(of: "second").rows.first)
            #expect(row.flags.map(\.change) == Array(repeating: .amended, count: place + 1), "\(request)")
            #expect(row.flags.last?.path == ["colon-cade/JP", "second/MY"])
            #expect(row.duties.filter { $0.kind == .flag }.count == place + 1)
        }
        let work = try await workspace.tasuki.work(for: .role("officer", at: "MDA")).items
        #expect(work.contains { $0.row.fullName == "second/MY" && $0.duties.contains { $0.kind == .flag } })
        try await workspace.remove()
    }

    @Test("a correction that changes nothing that others know tells nobody")
    func nothing() async throws {
        let workspace = try await CommandTests.secondInMalaysia()
        try await CommandTests.relyInMalaysia(workspace)
        let event = try await approval(in: workspace)
        let rows = try await workspace.tasuki.status(of: "colon-cade").rows
        let number = try #require(rows.first { $0.name == "JP" }?.approval?.number)
        _ = try await workspace.tasuki.correct(correction(of: event, ["number": .string(number)]))
        #expect(try await workspace.tasuki.status(of: "second").rows.first?.flags == [])
        try await workspace.remove()
    }

    @Test(
        "an approval that never was is to whoever filed on it one that was withdrawn",
        arguments: ["file", "approve"] as [ActionName]
    )
    func reversal(_ last: ActionName) async throws {
        let workspace = try await CommandTests.secondInMalaysia()
        try await CommandTests.relyInMalaysia(workspace, through: last)
        let event = try await approval(in: workspace)
        func reverse(_ tasuki: Tasuki) async throws -> Acceptance {
            try await tasuki.reverse(event.number, in: "colon-cade", by: event.recordedBy, reason: "Never was.")
        }
        #expect(try await workspace.tasuki.rehearsing(reverse).told.contains("second"))
        _ = try await reverse(workspace.tasuki)
        let row = try #require(try await workspace.tasuki.status(of: "second").rows.first)
        #expect(row.flags.map(\.change) == [.withdrawn] && row.flags.last?.path == ["colon-cade/JP", "second/MY"])
        #expect(row.duties.contains { $0.kind == .flag && $0.turnBody == "MDA" })
        #expect(try await workspace.tasuki.status(of: "colon-cade").rows.first { $0.name == "JP" }?.approval == nil)
        try await workspace.remove()
    }
}
