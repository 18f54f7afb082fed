import Engine
import Foundation
import TestSupport
import Testing
import Views

@Suite("Requests that cannot be read or are not let in")
struct MalformedTests {
    @Test("a malformed body is refused with the place of its fault")
    func bodies() async throws {
        let workspace = try await TestWorkspace.make()
        let client = Client(workspace.tasuki, workspace.words)
        let path = "/v1/cases/colon-cade/SG/actions/accept"
        let cases: [(body: String, detail: String)] = [
            ("{\"as\": }", "byte 7"), ("", "byte 0"), ("[]", "“$”: expected an object"),
            (#"{"as": "officer@HSA", "by": "x", "who": 1}"#, "“who”: unknown; known: as, by, on, fields, documents"),
            (#"{"by": "x"}"#, "“as”: missing"), (#"{"as": "HSA", "by": "x"}"#, "“as”: expected applicant or role@body"),
            (#"{"as": "deadline", "by": "x"}"#, "“as”: expected applicant or role@body"),
            (#"{"as": "applicant", "by": " "}"#, "“by”: expected a text"),
            (#"{"as": "applicant", "by": "x", "on": "soon"}"#, "“on”: expected a date"),
            (#"{"as": "applicant", "by": "x", "fields": []}"#, "“fields”: expected an object"),
            (
                #"{"as": "applicant", "by": "x", "documents": [{"name": "a", "mediaType": "b/c", "content": "%"}]}"#,
                "“documents.0.content”: expected Base64"
            ),
            (
                #"{"as": "applicant", "by": "x", "documents": [{"name": "a", "path": "/etc"}]}"#,
                "“documents.0.path”: unknown"
            ),
        ]
        for expected in cases {
            let answer = try await client.post(path, expected.body)
            #expect(answer.status == 400, "\(expected.body)")
            #expect((answer.json["detail"] as? String)?.contains(expected.detail) == true, "\(answer.body)")
        }
        try await workspace.remove()
    }

    @Test("what is no JSON by its type, or too large, is refused before it is read")
    func types() async throws {
        let workspace = try await TestWorkspace.make()
        let client = Client(workspace.tasuki, workspace.words)
        let path = "/v1/cases/colon-cade/SG/actions/accept"
        for type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonx", ""]
        {
            let answer = try await client.post(path, "{}", ["Content-Type": type])
            #expect(answer.status == 415, "\(type)")
        }
        let typed = try await client.post(path, "{}", ["Content-Type": "application/json; charset=utf-8"])
        #expect(typed.status == 400)
        let declared = try await client.post(path, "{}", ["Content-Length": "20000001"])
        #expect(declared.status == 413 && declared.json["code"] as? String == "request.too-large")
        let sent = try await client.post(path, String(repeating: " ", count: 20_000_001))
        #expect(sent.status == 413)
        try await workspace.remove()
    }

    @Test("an unknown path is 404, a known one with another method is 405 and names what is possible")
    func routes() async throws {
        let workspace = try await TestWorkspace.make()
        let client = Client(workspace.tasuki, workspace.words)
        for path in [
            "/nothing", "/v1", "/v1/cases/colon-cade/actions", "/v1/cases/a%2Fb%2Fc/actions",
        ] {
            let answer = try await client.get(path)
            #expect(answer.status == 404, "\(path)")
            #expect(answer.json["code"] as? String == "request.unknown-route", "\(path) \(answer.body)")
            #expect(answer.json["requestId"] as? String == "request-1")
        }
        let deleted = try await client.send("DELETE", "/v1/submissions/colon-cade")
        #expect(deleted.status == 405 && deleted.header("Allow") == "GET, HEAD")
        let odd = try await client.send("BREW", "/v1/cases/colon-cade/SG/actions/accept")
        #expect(odd.status == 405 && odd.header("Allow") == "POST")
        let head = try await client.send("HEAD", "/nothing")
        #expect(head.status == 404 && head.body.isEmpty)
        let options = try await client.send("OPTIONS", "/", ["Origin": "http://evil.example"])
        #expect(options.status == 405 && options.header("Access-Control-Allow-Origin") == nil)
        try await workspace.remove()
    }
}
