import CanonicalJSON
import Engine
import Regulation
import Submissions
import TestSupport
import Testing
import Views

@Suite("What a lead reads of a morning over HTTP")
struct LeadTests {
    @Test(
        "today, safety, plan, budget and languages are answered with the same JSON as in the terminal, in both languages"
    )
    func doors() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate(year: 2026, month: 5, day: 14))
        let (client, tasuki) = (Client(workspace.tasuki, workspace.words), workspace.tasuki)
        for language in ["en", "ja"] {
            let labels = try workspace.words.labels(language)
            let titles = try workspace.words.headingTitles(in: language)
            #expect(HeadingCode("CH1.04").flatMap { titles[$0] }?.isEmpty == false)
            let today = try await tasuki.today(within: .month)
            let expected: [(String, JSONValue)] = [
                ("/v1/today", today.json(labels: labels) { $0.line }),
                ("/v1/safety", SafetyOverview.json(try await tasuki.safetyEvents(), labels: labels)),
                ("/v1/submissions/colon-cade/plan", try await tasuki.plan(of: "colon-cade").json(labels: labels)),
                (
                    "/v1/submissions/colon-cade/budget",
                    try await tasuki.budget(of: SubmissionName("colon-cade")).json(labels: labels, rates: nil)
                ),
                (
                    "/v1/submissions/colon-cade/languages",
                    try await tasuki.languages(of: "colon-cade").json(titles: titles)
                ),
            ]
            for (path, value) in expected {
                let answer = try await client.get("\(path)?lang=\(language)")
                #expect(answer.status == 200 && answer.body == value.prettyText() + "\n", "\(path)")
                #expect(answer.header("Content-Language") == language)
            }
        }
        #expect((try await client.get("/v1/today")).body.contains("tasuki act colon-cade/"))
        try await workspace.remove()
    }

    @Test("what nobody asks so is refused, and what is not there is not found")
    func refused() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate(year: 2026, month: 5, day: 14))
        let client = Client(workspace.tasuki, workspace.words)
        for (path, status) in [
            ("/v1/today?within=soon", 400), ("/v1/today?to=1", 400), ("/v1/submissions/none/plan", 404),
            ("/v1/submissions/none/budget", 404), ("/v1/submissions/none/languages", 404),
            ("/v1/submissions/colon-cade/languages?country=XX", 404), ("/v1/submissions/colon-cade/plan?from=x", 400),
            ("/v1/safety?asOf=x", 400),
        ] {
            #expect(try await client.get(path).status == status, "\(path)")
        }
        try await workspace.remove()
    }
}
