import Foundation
import Regulation
import Submissions
import TestSupport
import Testing

@Suite("Tracks and routes over HTTP")
struct TrackTests {
    private static let path = "/v1/submissions/colon-cade/tracks"
    private static let change = #"{"as": "applicant", "by": "lead", "jurisdiction": "SG", "track": "change"}"#

    private func approved() async throws -> TestWorkspace {
        try await TestWorkspace.demo(until: CivilDate(year: 2027, month: 6, day: 30))
    }

    @Test("a track is opened once for a key, and again without one; a track that is not there is refused")
    func opening() async throws {
        let workspace = try await approved()
        let client = Client(workspace.tasuki, workspace.words)
        let first = try await client.post(Self.path, Self.change, ["Idempotency-Key": "t-1"])
        #expect(first.status == 201, "\(first.body)")
        #expect(first.json["case"] as? String == "colon-cade/SG-change")
        let again = try await client.post(Self.path, Self.change, ["Idempotency-Key": "t-1"])
        #expect(again.status == 201 && again.body == first.body)
        let other = Self.change.replacing("change", with: "registration")
        #expect(try await client.post(Self.path, other, ["Idempotency-Key": "t-1"]).status == 422)
        let second = try await client.post(Self.path, Self.change)
        #expect(second.json["case"] as? String == "colon-cade/SG-change-2")
        let unknown = try await client.post(Self.path, Self.change.replacing("change", with: "reimbursement"))
        #expect(unknown.json["code"] as? String == "track.unknown", "\(unknown.body)")
        try await workspace.remove()
    }

    @Test("a change is taken up by several countries together, as one request")
    func bundle() async throws {
        let workspace = try await approved()
        let client = Client(workspace.tasuki, workspace.words)
        let body = #"{"as": "applicant", "by": "lead", "bundle": "change-hub", "jurisdictions": ["JP", "SG", "TH"]}"#
        let opened = try await client.post(Self.path, body)
        #expect(opened.status == 201, "\(opened.body)")
        #expect(opened.json["case"] as? String == "colon-cade/change-hub")
        let status = try await client.get("/v1/submissions/colon-cade/status")
        let rows = (try? JSONSerialization.jsonObject(with: Data(status.body.utf8))) as? [[String: Any]] ?? []
        let members = rows.filter { $0["bundle"] as? String == "colon-cade/change-hub" }.map { $0["case"] as? String }
        #expect(members == ["colon-cade/JP-change", "colon-cade/SG-change", "colon-cade/TH-change"], "\(status.body)")
        let alone = try await client.post(Self.path, body.replacing(#"["JP", "SG", "TH"]"#, with: #"["JP"]"#))
        #expect(alone.status == 422 && alone.json["code"] as? String == "track.bundle-too-small", "\(alone.body)")
        let foreign = try await client.post(Self.path, body.replacing(#""TH"]"#, with: #""US"]"#))
        #expect(foreign.json["code"] as? String == "track.not-bundled", "\(foreign.body)")
        let both = try await client.post(Self.path, body.replacing(#""bundle""#, with: #""track": "change", "bundle""#))
        #expect(both.status == 400, "\(both.body)")
        let text = try await client.post(Self.path, body.replacing(#"["JP", "SG", "TH"]"#, with: #""JP""#))
        #expect(text.status == 400, "\(text.body)")
        try await workspace.remove()
    }

    @Test("a country joins what others took up together until the hub has filed, by an act of its case")
    func joining() async throws {
        let workspace = try await approved()
        let client = Client(workspace.tasuki, workspace.words)
        let bundle = #"{"as": "applicant", "by": "lead", "bundle": "change-hub", "jurisdictions": ["JP", "TH"]}"#
        #expect(try await client.post(Self.path, bundle).status == 201)
        #expect(try await client.post(Self.path, Self.change).status == 201)
        let (path, body) = (
            "/v1/cases/colon-cade%2FSG-change/actions/join",
            #"{"as": "applicant", "by": "lead", "fields": {"hub": "change-hub"}}"#
        )
        let other = try await client.post(path, body.replacing("change-hub", with: "renewal-hub"))
        #expect(other.status == 422 && other.json["code"] as? String == "track.no-bundle-to-join", "\(other.body)")
        let joined = try await client.post(path, body)
        #expect(joined.status == 200, "\(joined.body)")
        let status = try await client.get("/v1/submissions/colon-cade/status")
        let rows = (try? JSONSerialization.jsonObject(with: Data(status.body.utf8))) as? [[String: Any]] ?? []
        #expect(rows.count { $0["bundle"] as? String == "colon-cade/change-hub" } == 3, "\(status.body)")
        let renewals = bundle.replacing("change-hub", with: "renewal-hub").replacing("JP", with: "SG")
        let refused = try await client.post(Self.path, renewals)
        #expect(refused.json["code"] as? String == "track.not-bundled", "\(refused.body)")
        try await workspace.remove()
    }

    @Test("routes are advised for every country on the day that is asked for")
    func routes() async throws {
        let workspace = try await approved()
        let client = Client(workspace.tasuki, workspace.words)
        func answer(_ day: String) async throws -> String? {
            let reply = try await client.get("/v1/submissions/colon-cade/routes?on=\(day)&country=AU")
            #expect(reply.status == 200, "\(reply.body)")
            let countries = reply.json["countries"] as? [[String: Any]]
            let routes = countries?.first?["routes"] as? [[String: Any]]
            return routes?.first { $0["route"] as? String == "reliance" }?["answer"] as? String
        }
        #expect(try await answer("2026-12-01") == "closed")
        #expect(try await answer("2027-06-30") == "open", "Singapore has approved after its own full review")
        try await workspace.remove()
    }
}
