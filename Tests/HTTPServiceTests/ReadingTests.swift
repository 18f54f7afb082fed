import CanonicalJSON
import CommandLineTool
import Engine
import Foundation
import Regulation
import Submissions
import TestSupport
import Testing
import Views

extension TestWorkspace {
    fileprivate var english: Labels { get throws { try words.labels("en") } }
}

@Suite("Reading over HTTP")
struct ReadingTests {
    @Test("what can be read of a workspace: health, submissions, status, actions and pages")
    func reading() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate(year: 2026, month: 5, day: 14))
        let client = Client(workspace.tasuki, workspace.words)
        try await health(client)
        try await list(client)
        try await show(client)
        try await status(client, workspace)
        try await statusOfThen(client)
        try await actions(client)
        try await pages(client)
        try await workspace.remove()
    }

    @Test("a status is never older than the last commit, whoever made it")
    func freshness() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate(year: 2026, month: 5, day: 14))
        let client = Client(workspace.tasuki, workspace.words)
        let path = "/v1/submissions/colon-cade/status"
        let first = try await client.get(path)
        #expect(try await client.get(path).body == first.body)
        // Another process accepts the case, by a workspace of its own on the same folder.
        let other = try workspace.reopened()
        _ = try await other.tasuki.act(
            ActionRequest(
                submission: "colon-cade",
                name: "SG",
                action: "accept",
                actor: Actor(person: "tan", capacity: .role("officer", at: "HSA"))
            )
        )
        let second = try await client.get(path)
        #expect(second.header("ETag") != first.header("ETag"))
        #expect(second.body == (try await other.tasuki.status(of: "colon-cade")).jsonText(labels: try other.english))
        // The clock alone moves what is overdue.
        let now = try await other.tasuki.clock().now
        try await other.tasuki.advanceClock(to: now.adding(milliseconds: 40 * 86_400_000))
        #expect(try await client.get(path).body != second.body)
        // One country, or another language, is another answer.
        #expect(try await client.get(path + "?country=SG").body != second.body)
        #expect(try await client.get(path + "?lang=ja").header("Content-Language") == "ja")
        try await other.workspace.close()
        try await workspace.remove()
    }

    private func health(_ client: Client) async throws {
        let answer = try await client.get("/healthz")
        #expect(answer.status == 200)
        #expect(answer.json["status"] as? String == "ok")
        #expect(answer.json["size"] as? Int ?? 0 > 10)
        let head = try await client.send("HEAD", "/healthz")
        #expect(head.status == 200 && head.body.isEmpty)
    }

    private func list(_ client: Client) async throws {
        let all = try await client.get("/v1/submissions")
        let submissions = all.json["submissions"] as? [[String: Any]]
        #expect(submissions?.count == 1)
        #expect(submissions?.first?["submission"] as? String == "colon-cade")
        #expect((submissions?.first?["cases"] as? [String])?.contains("colon-cade/SG") == true)
        #expect(all.json["next"] is NSNull)
        let after = try await client.get("/v1/submissions?after=colon-cade&limit=1")
        #expect((after.json["submissions"] as? [Any])?.isEmpty == true)
    }

    private func show(_ client: Client) async throws {
        let answer = try await client.get("/v1/submissions/colon-cade")
        #expect(answer.status == 200)
        #expect(answer.json["product"] as? String == "kazami-colon-cade")
        #expect(answer.json["simulated"] as? Bool == true)
        #expect(answer.header("ETag")?.hasPrefix("\"\(answer.json["version"] as? Int ?? -1)-") == true)
    }

    private func status(_ client: Client, _ workspace: TestWorkspace) async throws {
        let answer = try await client.get("/v1/submissions/colon-cade/status")
        let report = try await workspace.tasuki.status(of: "colon-cade")
        let labels = try workspace.english
        #expect(answer.body == report.jsonText(labels: labels))
        #expect(answer.header("Content-Type") == "application/json")
        #expect(answer.header("Cache-Control") == "no-store")
        #expect(answer.header("Tasuki-Clock") == "simulated")
        let keys = answer.body.matches(of: #/\n    "([A-Za-z]+)":/#).map { String($0.1) }
        let expected = [
            "submission", "case", "jurisdiction", "authority", "route", "state", "stateLabel", "since", "clock",
            "report", "due", "earliest", "latest", "turn", "participation", "bundle", "standing", "overdue",
            "unconfirmed",
            "firstDayUnknown", "transcribed", "letters", "flags", "version",
        ]
        #expect(Array(keys.prefix(expected.count)) == expected)
        #expect(keys.count == expected.count * report.rows.count)
        let japanese = try await client.get("/v1/submissions/colon-cade/status?lang=ja&country=SG")
        #expect(japanese.body.contains("受付確認"))
        #expect(!japanese.body.contains("colon-cade/TH"))
        #expect(japanese.header("Content-Language") == "ja")
    }

    private func statusOfThen(_ client: Client) async throws {
        let then = try await client.get("/v1/submissions/colon-cade/status?asOf=2026-04-14")
        #expect(then.status == 200)
        #expect(then.header("Tasuki-As-Of") == "2026-04-14T14:59:59.999Z")
        let before = try await client.get("/v1/submissions/colon-cade/status?asOf=2026-04-01")
        #expect(before.status == 404)
        let yesterday = try await client.get("/v1/submissions/colon-cade/status?asOf=yesterday")
        #expect(yesterday.status == 400 && yesterday.json["code"] as? String == "date.malformed")
        for query in ["all=perhaps", "asof=2026-04-14", "lang=fr"] {
            let answer = try await client.get("/v1/submissions/colon-cade/status?\(query)")
            #expect(answer.status == 400, "\(query)")
            #expect(answer.json["code"] as? String == "request.malformed-query")
        }
    }

    private func actions(_ client: Client) async throws {
        let answer = try await client.get("/v1/cases/colon-cade/SG/actions")
        #expect(answer.status == 200)
        #expect(answer.header("ETag")?.hasPrefix("\"\(answer.json["version"] as? Int ?? -1)-") == true)
        let actions = answer.json["actions"] as? [[String: Any]] ?? []
        #expect(actions.contains { $0["action"] as? String == "accept" && $0["by"] as? [String] == ["officer@HSA"] })
        let encoded = try await client.get("/v1/cases/colon-cade%2FSG/actions")
        #expect(encoded.body == answer.body)
    }

    private func pages(_ client: Client) async throws {
        let english = try await client.get("/submissions/colon-cade")
        #expect(english.status == 200)
        #expect(english.header("Content-Type") == "text/html; charset=utf-8")
        #expect(english.body.contains("<html lang=\"en\">") && english.body.contains("Singapore"))
        let japanese = try await client.get("/submissions/colon-cade", ["Accept-Language": "fr, ja;q=0.9, en;q=0.5"])
        #expect(japanese.body.contains("<html lang=\"ja\">") && japanese.body.contains("シンガポール"))
        let asked = try await client.get("/submissions/colon-cade?lang=en&asOf=2026-04-20", ["Accept-Language": "ja"])
        #expect(asked.body.contains("<html lang=\"en\">"))
        #expect(asked.body.contains("href=\"?lang=ja&amp;asOf=2026-04-20\""))
        let index = try await client.get("/")
        #expect(index.body.contains("href=\"/submissions/colon-cade?lang=en\""))
        let picture = try await client.get("/submissions/colon-cade/timeline.svg?lang=ja")
        #expect(picture.header("Content-Type") == "image/svg+xml; charset=utf-8")
        #expect(picture.body.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    }

    @Test("why a date is the day it is: as a page to print, from the page of the submission, and for programs")
    func memos() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate(year: 2026, month: 6, day: 1))
        let client = Client(workspace.tasuki, workspace.words)
        let submission = try await client.get("/submissions/colon-cade?asOf=2026-05-20")
        #expect(submission.body.contains("href=\"/submissions/colon-cade/dates?lang=en&amp;asOf=2026-05-20\""))
        let list = try await client.get("/submissions/colon-cade/dates")
        let link = "/submissions/colon-cade/dates?lang=en&amp;duty=SG%2Freview"
        #expect(list.body.contains("href=\"\(link)\""))
        let page = try await client.get("/submissions/colon-cade/dates?lang=en&duty=SG%2Freview")
        #expect(page.status == 200 && page.header("Content-Type") == "text/html; charset=utf-8")
        #expect(page.body.contains("day 160 of 160") && page.body.contains("27 Hari Raya Haji"))
        let japanese = try await client.get("/submissions/colon-cade/dates?lang=ja&duty=SG%2Freview&asOf=2026-05-30")
        #expect(japanese.body.contains("全160日の160日目"))
        #expect(japanese.body.contains("href=\"?lang=en&amp;asOf=2026-05-30&amp;duty=SG%2Freview\""))
        let json = try await client.get("/v1/submissions/colon-cade/dates?case=SG&duty=review")
        let dates = json.json["dates"] as? [[String: Any]] ?? []
        #expect(dates.map { $0["duty"] as? String } == ["review"])
        #expect((dates.first?["count"] as? [String: Any])?["total"] as? Int == 160)
        for path in ["/submissions/colon-cade/dates?duty=SG%2Freviw", "/v1/submissions/colon-cade/dates?duty=reviw"] {
            let unknown = try await client.get(path)
            #expect(unknown.status == 404 && unknown.json["code"] as? String == "duty.unknown")
            #expect((unknown.json["detail"] as? String)?.contains("SG/review") == true, "\(unknown.body)")
        }
        #expect(try await client.get("/v1/submissions/colon-cade/dates?case=XX").status == 404)
        #expect(try await client.get("/submissions/nothing/dates").status == 404)
        #expect(try await client.get("/submissions/colon-cade/dates?dutty=SG").status == 400)
        try await workspace.remove()
    }
}
