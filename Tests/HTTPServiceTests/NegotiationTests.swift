import Engine
import Foundation
import Regulation
import TestSupport
import Testing

@testable import HTTPService

@Suite("Who reads gets what she can take, once")
struct NegotiationTests {
    private static let readings = [
        "/v1/submissions", "/v1/submissions/colon-cade", "/v1/submissions/colon-cade/status", "/v1/cases", "/v1/today",
        "/v1/cases/colon-cade/SG/actions", "/v1/due", "/submissions/colon-cade", "/submissions/colon-cade/timeline.svg",
        "/", "/livez", "/readyz",
    ]

    @Test("what reads no otherwise is answered with 304 and no words, in the same language alone")
    func notModified() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate(year: 2026, month: 6, day: 1))
        let client = Client(workspace.tasuki, workspace.words)
        for path in Self.readings {
            let first = try await client.get(path)
            let tag = try #require(first.header("ETag"), "\(path)")
            #expect(first.status == 200 && !first.body.isEmpty)
            for named in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
                for method in ["GET", "HEAD"] {
                    let again = try await client.send(method, path, ["If-None-Match": named])
                    #expect(again.status == 304 && again.body.isEmpty, "\(path) \(named)")
                    #expect(again.header("ETag") == tag && again.header("Vary") != nil)
                    #expect(again.header("Content-Type") == nil)
                }
            }
            let other = try await client.get(path, ["If-None-Match": "\"other\""])
            #expect(other.status == 200 && other.body == first.body, "\(path)")
            let malformed = try await client.get(path, ["If-None-Match": "other"])
            #expect(malformed.status == 400, "\(path)")
        }
        let japanese = try await client.get(
            "/v1/submissions/colon-cade/status?lang=ja",
            ["If-None-Match": try #require(await client.get("/v1/submissions/colon-cade/status").header("ETag"))]
        )
        #expect(japanese.status == 200, "other words are another representation")
        try await workspace.remove()
    }

    @Test("actions read otherwise as soon as another case moves what is open, though the case has not changed")
    func openElsewhere() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate(year: 2026, month: 6, day: 1))
        let client = Client(workspace.tasuki, workspace.words)
        let path = "/v1/cases/colon-cade/TH/actions/propose"
        let before = try await client.get("/v1/cases/colon-cade/hub/actions")
        let body = #"{"as": "officer@ThaiFDA", "by": "x", "fields": {"questions": [{"text": "Which scanner?"}]}}"#
        #expect(try await client.post(path, body).status == 200)
        let after = try await client.get("/v1/cases/colon-cade/hub/actions")
        #expect((before.header("ETag") == after.header("ETag")) == (before.body == after.body))
        try await workspace.remove()
    }

    @Test("what Accept does not take is 406, before which nothing is said and by which no deed is undone")
    func acceptance() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate(year: 2026, month: 6, day: 1))
        let client = Client(workspace.tasuki, workspace.words)
        let expected: [(String, String, Int)] = [
            ("/v1/submissions", "application/json", 200), ("/v1/submissions", "*/*", 200),
            ("/v1/submissions", "application/*;q=0.1", 200), ("/v1/submissions", "text/html, */*;q=0.1", 200),
            ("/v1/submissions", "APPLICATION/JSON", 200), ("/v1/submissions", "", 200),
            ("/v1/submissions", "text/html", 406), ("/v1/submissions", "application/json;q=0, */*", 406),
            ("/v1/submissions", "application/xml", 406), ("/v1/submissions", "*/*;q=0", 406),
            ("/", "text/html", 200), ("/", "text/*", 200), ("/", "application/json", 406),
            ("/submissions/colon-cade/timeline.svg", "image/avif,image/svg+xml,*/*;q=0.8", 200),
            ("/submissions/colon-cade/timeline.svg", "image/png", 406),
        ]
        for (path, accept, status) in expected {
            let answer = try await client.get(path, ["Accept": accept])
            #expect(answer.status == status, "\(path) \(accept)")
            guard status == 406 else { continue }
            #expect(answer.json["code"] as? String == "request.not-acceptable", "\(answer.body)")
        }
        let body = #"{"as": "officer@ThaiFDA", "by": "x", "fields": {"questions": [{"text": "Which scanner?"}]}}"#
        let deed = try await client.post("/v1/cases/colon-cade/TH/actions/propose", body, ["Accept": "text/html"])
        #expect(deed.status == 200, "what is done is told, whatever is taken")
        try await workspace.remove()
    }

    @Test("who follows a link that leads nowhere sees a page in her language; programs see a problem")
    func problemPages() async throws {
        let workspace = try await TestWorkspace.make()
        let client = Client(workspace.tasuki, workspace.words)
        let browser = ["Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language": "ja"]
        for (path, status) in [
            ("/nothing", 404), ("/submissions/nothing", 404), ("/?limit=<b>", 400), ("/?after=", 400),
        ] {
            let page = try await client.get(path, browser)
            #expect(page.status == status, "\(path)")
            #expect(page.header("Content-Type") == "text/html; charset=utf-8")
            #expect(page.header("Content-Language") == "ja" && page.body.contains("<html lang=\"ja\">"))
            #expect(page.body.contains("request-1") && !page.body.contains("<b>"), "\(page.body)")
            #expect(page.header("Content-Security-Policy")?.contains("style-src 'sha256-") == true)
            #expect(page.header("ETag") == nil)
            let english = try await client.get(path + (path.contains("?") ? "&" : "?") + "lang=en", browser)
            #expect(english.body.contains("<html lang=\"en\">"), "\(path)")
            let problem = try await client.get(path)
            #expect(problem.status == status && problem.header("Content-Type") == "application/problem+json")
        }
        let api = try await client.get("/v1/nothing", browser)
        #expect(api.status == 404 && api.header("Content-Type") == "application/problem+json")
        let head = try await client.send("HEAD", "/nothing", browser)
        #expect(head.status == 404 && head.body.isEmpty)
        let foreign = try await client.get("/", browser, host: "evil.example")
        #expect(foreign.status == 421 && foreign.body.contains("<html"))
        try await workspace.remove()
    }

    @Test("a path that is no text, or holds what nobody sees, is refused as such")
    func paths() async throws {
        let workspace = try await TestWorkspace.make()
        let client = Client(workspace.tasuki, workspace.words)
        for path in [
            "/v1/submissions/%FF%FE", "/v1/submissions/%ZZ", "/v1/submissions/a%00b", "/v1/submissions/a%0Ab",
            "/v1/products/%C0%AF",
            "/v1/cases/a/%00/actions", "/submissions/%1B", "/submissions/%7F/timeline.svg",
        ] {
            let answer = try await client.get(path)
            #expect(answer.status == 400, "\(path) \(answer.body)")
            #expect(answer.json["code"] as? String == "request.malformed-path", "\(path)")
        }
        try await workspace.remove()
    }
}
