import CanonicalJSON
import Engine
import Foundation
import HTTPService
import Hummingbird
import Regulation
import Submissions
import TestSupport
import Testing
import Views

@Suite("A command that only says what it would change")
struct RehearsalTests {
    private static let path = "/v1/cases/colon-cade/SG/actions/accept"
    private static let accept = #"{"as": "officer@HSA", "by": "hsa-reviewer", "on": "2026-05-12"}"#

    private func inMay() async throws -> TestWorkspace {
        try await TestWorkspace.demo(until: CivilDate(year: 2026, month: 5, day: 14))
    }

    private func leaves(_ workspace: TestWorkspace) async throws -> Int {
        try await workspace.tasuki.verify(outsideHeads: []).leaves
    }

    @Test("tells states, clocks and duties before and after, writes nothing, and comes true when it is carried out")
    func acting() async throws {
        let workspace = try await inMay()
        let client = Client(workspace.tasuki, workspace.words)
        let before = try await leaves(workspace)
        let told = try await client.post(Self.path + "?dryRun=true", Self.accept)
        #expect(told.status == 200 && told.json["dryRun"] as? Bool == true, "\(told.body)")
        let cases = try #require(told.json["cases"] as? [[String: Any]])
        let row = try #require(cases.first { $0["case"] as? String == "colon-cade/SG" })
        let (old, new) = (row["before"] as? [String: Any], row["after"] as? [String: Any])
        #expect(old?["stateLabel"] as? String != new?["stateLabel"] as? String)
        #expect(try await leaves(workspace) == before)

        let done = try await client.post(Self.path, Self.accept)
        #expect(done.status == 200, "\(done.body)")
        let status = try await workspace.tasuki.status(of: "colon-cade", country: "SG")
        #expect(status.rows.first?.states.map { "\($0)" } == new?["state"] as? [String])
        #expect(try await leaves(workspace) > before)
    }

    @Test("answers a refusal as the command would, and writes that down neither; a track is rehearsed as well")
    func refusals() async throws {
        let workspace = try await inMay()
        let client = Client(workspace.tasuki, workspace.words)
        let before = try await leaves(workspace)
        let refused = try await client.post("/v1/cases/colon-cade/MY/actions/approve?dryRun=true", Self.accept)
        #expect(refused.status >= 400 && refused.json["code"] != nil, "\(refused.body)")
        let track = #"{"as": "applicant", "by": "lead", "jurisdiction": "SG", "track": "change"}"#
        let told = try await client.post("/v1/submissions/colon-cade/tracks?dryRun=true", track)
        let cases = told.json["cases"] as? [[String: Any]] ?? []
        #expect(
            cases.contains { $0["case"] as? String == "colon-cade/SG-change" && $0["before"] is NSNull },
            "\(told.body)"
        )
        #expect(try await leaves(workspace) == before)
        #expect(try await client.post(Self.path + "?dryRun=perhaps", Self.accept).status == 400)
    }

    @Test(
        "a document of a rehearsed act reaches no vault, and taking a withdrawal back is rehearsed as well"
    )
    func documents() async throws {
        let workspace = try await inMay()
        func request(_ action: ActionName, _ documents: [IncomingDocument] = []) -> ActionRequest {
            ActionRequest(
                submission: "colon-cade",
                name: "MY",
                action: action,
                actor: Actor(person: "lead", capacity: .applicant),
                fields: ["reason": "The wrong country."],
                documents: documents
            )
        }
        let letter = IncomingDocument(name: "letter.txt", mediaType: "text/plain", bytes: Array("letter".utf8))
        _ = try? await workspace.tasuki.rehearsing { try await $0.act(request("withdraw", [letter])) }
        #expect(try workspace.tasuki.world.vault.bytes(of: letter.digest) == nil)

        let acceptance = try await workspace.tasuki.act(request("withdraw"))
        let rehearsal = try await workspace.tasuki.rehearsing { tasuki in
            try await tasuki.reverse(
                acceptance.events.lowerBound,
                in: "colon-cade",
                by: Actor(person: "lead", capacity: .applicant),
                reason: "The wrong country."
            )
        }
        let report = try await workspace.tasuki.report(of: rehearsal)
        let row = try #require(report.rows.first { $0.name == "colon-cade/MY" })
        #expect(row.before?.isOver == true && row.after?.isOver == false)
    }

    @Test("every route that writes takes dryRun and knows no other word for it; a new one has to be tried here")
    func everyRoute() async throws {
        let workspace = try await inMay()
        let client = Client(workspace.tasuki, workspace.words)
        let track = #"{"as": "applicant", "by": "lead", "jurisdiction": "SG", "track": "change"}"#
        let tried = [
            "/v1/cases/{}/actions/{}": ("/v1/cases/colon-cade%2FSG/actions/accept", Self.accept),
            "/v1/cases/{}/{}/actions/{}": (Self.path, Self.accept),
            "/v1/submissions/{}/tracks": ("/v1/submissions/colon-cade/tracks", track),
        ]
        let router = makeRouter(tasuki: workspace.tasuki, doorkeeping: .unguarded, words: workspace.words, port: 8_080)
        // Signing in and out writes nothing of a submission.
        let writing = router.routes.filter { $0.method == .post && $0.path.description.hasPrefix("/v1/") }
        #expect(
            Set(writing.map { $0.path.description.replacing(/\{[^}]*\}|:[A-Za-z]+/, with: "{}") }) == Set(tried.keys)
        )
        let before = try await leaves(workspace)
        for (path, body) in tried.values {
            let told = try await client.post(path + "?dryRun=true", body)
            #expect(told.status == 200 && told.json["dryRun"] as? Bool == true, "\(path): \(told.body)")
            #expect(try await client.post(path + "?rehearse=true", body).status == 400)
        }
        #expect(try await leaves(workspace) == before)
    }
}
