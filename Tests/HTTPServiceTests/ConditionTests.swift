import Engine
import Foundation
import Regulation
import Submissions
import TestSupport
import Testing
import TransparencyLog

@testable import HTTPService

@Suite("Conditions and parameters of a request are taken whole or refused")
struct ConditionTests {
    @Test("entity tags are read as RFC 9110 has them")
    func tags() {
        func condition(_ text: String) -> [Int]? { EntityTags(text)?.condition?.versions }
        #expect(EntityTags("*") == .any)
        #expect(EntityTags(" * ") == nil)
        #expect(condition("\"7\"") == [7])
        #expect(condition("\"7\", \"1\",\"22\"") == [7, 1, 22])
        #expect(condition(" \"7\" ,, \"a,b\" ") == [7], "a comma inside a tag belongs to it")
        #expect(condition("W/\"7\"") == [], "a weak tag matches nothing")
        #expect(condition("W/\"7\", \"8\"") == [8])
        #expect(condition("\"007\"") == [], "tags are compared byte by byte")
        #expect(condition("\"7-0123456789abcdef\"") == [7], "whatever was read of the version")
        #expect(condition("\"\"") == [])
        for text in [
            "", ",", "7", "\"7", "7\"", "\"7\" \"8\"", "*, \"7\"", "\"7\", *", "w/\"7\"", "W/ \"7\"", "\"a\"b",
            "\"\u{7F}\"",
        ] {
            #expect(EntityTags(text) == nil, "\(text)")
        }
        #expect(EntityTags("W/\"7\"")?.rulesOut(7) == true)
        #expect(EntityTags("\"8\"")?.rulesOut(7) == false)
        #expect(EntityTags("*")?.rulesOut(7) == true)
    }

    @Test("one of several versions is enough; weak and foreign tags are 412; so is If-None-Match that holds")
    func versions() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate(year: 2026, month: 6, day: 1))
        let client = Client(workspace.tasuki, workspace.words)
        let path = "/v1/cases/colon-cade/TH/actions/propose"
        let body = #"{"as": "officer@ThaiFDA", "by": "x", "fields": {"questions": [{"text": "Which scanner?"}]}}"#
        let actions = try await client.get("/v1/cases/colon-cade/TH/actions")
        let seen = try #require(actions.json["version"] as? Int)
        for headers in [
            ["If-Match": "W/\"\(seen)\""], ["If-Match": "\"0\(seen)\""], ["If-Match": "\"other\", \"\(seen + 5)\""],
            ["If-None-Match": "*"], ["If-None-Match": "W/\"\(seen)\""],
        ] {
            let refused = try await client.post(path, body, headers)
            #expect(refused.status == 412, "\(headers) \(refused.body)")
            #expect(refused.json["code"] as? String == "version.stale")
            #expect(refused.json["currentVersion"] as? Int == seen)
        }
        let malformed = try await client.post(path, body, ["If-Match": "\(seen)"])
        #expect(malformed.status == 400)
        #expect((malformed.json["detail"] as? String)?.contains("“\(seen)”") == true)
        let done = try await client.post(
            path,
            body,
            ["If-Match": "\"999\", \"\(seen)\"", "If-None-Match": "\"998\"", "Idempotency-Key": "k"]
        )
        #expect(done.status == 200, "\(done.body)")
        try await workspace.remove()
    }

    @Test("a parameter given twice is refused wherever it stands, and so is a value that nothing can match")
    func parameters() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate(year: 2026, month: 6, day: 1))
        let client = Client(workspace.tasuki, workspace.words)
        for path in [
            "/v1/cases?country=TH&country=MY", "/v1/cases?limit=2&limit=2", "/v1/submissions?limit=1&limit=2",
            "/v1/submissions/colon-cade/status?asOf=2026-05-01&asOf=2026-05-02", "/?lang=en&lang=ja",
            "/v1/submissions/colon-cade/routes?on=2026-05-01&on=2026-05-01",
        ] {
            let answer = try await client.get(path)
            #expect(answer.status == 400, "\(path)")
            #expect((answer.json["detail"] as? String)?.contains("more than once") == true, "\(answer.body)")
        }
        let unknown: [(String, String, String)] = [
            ("/v1/cases?country=XX", "jurisdiction.unknown", "TH"),
            ("/v1/cases?turn=hsa", "body.unknown", "HSA"), ("/v1/cases?turn=Applicant", "body.unknown", "applicant"),
            ("/v1/cases?state=decidin", "state.unknown", "deciding"),
            ("/v1/submissions/colon-cade/status?country=XX", "jurisdiction.unknown", "TH"),
            ("/v1/submissions/colon-cade/routes?country=XX", "jurisdiction.unknown", "TH"),
        ]
        for (path, code, known) in unknown {
            let answer = try await client.get(path)
            #expect(answer.status == 404 && answer.json["code"] as? String == code, "\(path) \(answer.body)")
            #expect((answer.json["detail"] as? String)?.contains(known) == true, "\(answer.body)")
        }
        for path in ["/v1/cases?country=", "/v1/cases?turn=", "/v1/submissions?after=", "/?lang="] {
            let answer = try await client.get(path)
            #expect(answer.status == 400 && answer.json["code"] as? String == "request.malformed-query", "\(path)")
        }
        let small = try await client.get("/v1/cases?country=th")
        #expect(small.status == 200 && small.body.contains("colon-cade/TH"))
        let none = try await client.get("/v1/cases?turn=MFDS")
        #expect(none.status == 200, "a body that has no case now")
        try await workspace.remove()
    }

    @Test("a date that cannot be read has one code at every place, names what was read, and says what was meant")
    func dates() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate(year: 2026, month: 6, day: 1))
        let client = Client(workspace.tasuki, workspace.words)
        let leaves = try await workspace.tasuki.store.read { try $0.head().size }
        for path in [
            "/v1/cases?dueThrough=2031-12", "/v1/submissions/colon-cade/status?asOf=2031-12",
            "/v1/submissions/colon-cade/routes?on=2031-12",
        ] {
            let answer = try await client.get(path)
            #expect(answer.status == 400 && answer.json["code"] as? String == "date.malformed", "\(answer.body)")
            #expect((answer.json["detail"] as? String)?.contains("“2031-12”") == true, "\(answer.body)")
        }
        let act = try await client.post(
            "/v1/cases/colon-cade/SG/actions/ready",
            #"{"as": "officer@HSA", "by": "x", "on": "115/05/30"}"#
        )
        #expect(act.status == 400 && act.json["code"] as? String == "date.malformed")
        #expect((act.json["detail"] as? String)?.contains("Did you mean 2026-05-30?") == true, "\(act.body)")
        let buddhist = try await client.post(
            "/v1/cases/colon-cade/SG/actions/ready",
            #"{"as": "officer@HSA", "by": "x", "on": "2569-05-30"}"#
        )
        #expect(buddhist.json["code"] as? String == "date.future")
        #expect((buddhist.json["detail"] as? String)?.contains("Did you mean 2026-05-30?") == true, "\(buddhist.body)")
        #expect(try await workspace.tasuki.store.read { try $0.head().size } == leaves + 1, "the future date only")
        try await workspace.remove()
    }
}
