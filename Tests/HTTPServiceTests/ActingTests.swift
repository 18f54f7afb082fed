import Engine
import Foundation
import Regulation
import Submissions
import TestSupport
import Testing
import Views

@Suite("Acting over HTTP")
struct ActingTests {
    private static let accept = #"{"as": "officer@HSA", "by": "hsa-reviewer", "on": "2026-05-12"}"#
    private static let path = "/v1/cases/colon-cade/SG/actions/accept"

    private func inMay() async throws -> TestWorkspace {
        try await TestWorkspace.demo(until: CivilDate(year: 2026, month: 5, day: 14))
    }

    private func version(_ client: Client) async throws -> Int {
        try await client.get("/v1/cases/colon-cade/SG/actions").json["version"] as? Int ?? -1
    }

    @Test("an action with the version that was seen moves the case, and the same version is then stale")
    func versions() async throws {
        let workspace = try await inMay()
        let client = Client(workspace.tasuki, workspace.words)
        let seen = try await version(client)
        let done = try await client.post(Self.path, Self.accept, ["If-Match": "\"\(seen)\""])
        #expect(done.status == 200, "\(done.body)")
        #expect(done.json["case"] as? String == "colon-cade/SG")
        #expect(done.json["version"] as? Int == seen + 1)
        #expect(done.header("ETag") == "\"\(seen + 1)\"")
        let events = done.json["events"] as? [String: Int]
        #expect(events?["first"] ?? 0 > 0 && events?["last"] ?? 0 >= events?["first"] ?? 1)
        let status = try await workspace.tasuki.status(of: "colon-cade", country: "SG")
        #expect(status.rows.first?.since == PartialDate("2026-05-12"))

        let stale = try await client.post(Self.path, Self.accept, ["If-Match": "\"\(seen)\""])
        #expect(stale.status == 412)
        #expect(stale.json["code"] as? String == "version.stale")
        #expect(stale.json["currentVersion"] as? Int == seen + 1)
        for header in ["W/\"3\"", "\"x\"", "\"998\", \"999\"", "\"\"", "\"-3\""] {
            let unmatched = try await client.post(Self.path, Self.accept, ["If-Match": header])
            #expect(unmatched.status == 412, "\(header)")
        }
        for header in ["3", "\"3", "x", "\"3\" \"4\""] {
            let malformed = try await client.post(Self.path, Self.accept, ["If-Match": header])
            #expect(malformed.status == 400, "\(header)")
        }
        try await workspace.remove()
    }

    @Test("the same key and request get the same answer again; another request with that key is refused")
    func idempotency() async throws {
        let workspace = try await inMay()
        let client = Client(workspace.tasuki, workspace.words)
        let headers = ["Idempotency-Key": "\"k-1\"", "If-Match": "*"]
        let first = try await client.post("/v1/cases/colon-cade%2FSG/actions/accept", Self.accept, headers)
        let again = try await client.post(Self.path, Self.accept, headers)
        #expect(first.status == 200)
        #expect(again.status == 200 && again.body == first.body)
        let other = Self.accept.replacing("2026-05-12", with: "2026-05-13")
        let reused = try await client.post(Self.path, other, headers)
        #expect(reused.status == 422)
        #expect(reused.json["code"] as? String == "key.reused")
        let long = try await client.post(
            Self.path,
            Self.accept,
            ["Idempotency-Key": String(repeating: "k", count: 201)]
        )
        #expect(long.status == 400)
        try await workspace.remove()
    }

    @Test("who may not, what cannot be now, what does not exist and what is malformed are told apart")
    func refusals() async throws {
        let workspace = try await inMay()
        let client = Client(workspace.tasuki, workspace.words)
        let questions = #""fields": {"questions": [{"text": "Why?"}]}"#
        let cases: [(path: String, body: String, status: Int, code: String)] = [
            ("SG/actions/accept", #"{"as": "officer@TFDA", "by": "x"}"#, 403, "action.wrong-body"),
            (
                "SG/actions/approve", #"{"as": "officer@HSA", "by": "x", "fields": {"number": "1", "claims": ["C1"]}}"#,
                409, "action.not-now"
            ),
            ("hub/actions/acceptBundle", #"{"as": "officer@PMDA", "by": "x"}"#, 409, "action.not-now"),
            ("ZZ/actions/accept", Self.accept, 404, "case.unknown"),
            ("SG/actions/fly", Self.accept, 404, "action.unknown"),
            ("SG/actions/accept", #"{"as": "officer@HSA", "by": "x", "on": "2026-05-30"}"#, 422, "date.future"),
            ("TW/actions/propose", #"{"as": "officer@TFDA", "by": "x"}"#, 422, "payload.missing-field"),
            (
                "TW/actions/propose", #"{"as": "officer@TFDA", "by": "x", "fields": {"question": []}}"#, 422,
                "payload.unknown-field"
            ),
            (
                "TW/actions/propose", #"{"as": "officer@TFDA", "by": "x", "fields": {"questions": "Why?"}}"#, 422,
                "payload.malformed"
            ),
            (
                "TW/actions/propose", "{\"as\": \"applicant\", \"by\": \"x\", \(questions)}", 422,
                "payload.letter-missing"
            ),
        ]
        for expected in cases {
            let answer = try await client.post("/v1/cases/colon-cade/\(expected.path)", expected.body)
            #expect(answer.status == expected.status, "\(expected.path) \(answer.body)")
            #expect(answer.json["code"] as? String == expected.code, "\(expected.path) \(answer.body)")
            #expect(answer.json["type"] as? String == "urn:tasuki:problem:\(expected.code)")
            #expect(answer.json["status"] as? Int == expected.status)
            #expect(answer.json["detail"] as? String != nil && answer.json["title"] as? String != nil)
            #expect(answer.header("Content-Type") == "application/problem+json")
        }
        let unknown = try await client.post("/v1/cases/nothing/SG/actions/accept", Self.accept)
        #expect(unknown.status == 404 && unknown.json["code"] as? String == "submission.unknown")
        let japanese = try await client.post(
            "/v1/cases/colon-cade/SG/actions/approve",
            #"{"as": "officer@HSA", "by": "x", "fields": {"number": "1", "claims": ["C1"]}}"#,
            ["Accept-Language": "ja"]
        )
        #expect((japanese.json["detail"] as? String)?.contains("「承認 (approve)」はできません") == true, "\(japanese.body)")
        try await workspace.remove()
    }

    @Test("a letter that the applicant attaches is kept, and the case says that it was transcribed")
    func documents() async throws {
        let workspace = try await inMay()
        let client = Client(workspace.tasuki, workspace.words)
        let content = Data("HSA accepts the application.".utf8).base64EncodedString()
        let done = try await client.post(
            Self.path,
            """
            {"as": "applicant", "by": "regulatory-lead", "on": "2026-05", "documents": [
              {"name": "hsa-letter.md", "mediaType": "text/markdown", "content": "\(content)"}]}
            """
        )
        #expect(done.status == 200, "\(done.body)")
        let row = try await workspace.tasuki.status(of: "colon-cade", country: "SG").rows.first
        #expect(row?.transcribed.count == 1)
        let page = try await client.get("/submissions/colon-cade")
        #expect(page.body.contains("transcribed by the applicant from “hsa-letter.md”"))
        let entry = try await workspace.tasuki.history(of: "colon-cade", case: "SG").last
        #expect(entry?.record.recordedBy.isAuthenticated == false)
        try await workspace.remove()
    }
}
