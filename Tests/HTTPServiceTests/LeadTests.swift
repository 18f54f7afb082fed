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

    @Test("products, claims, lag, dates that fall due, history and reliance are answered with the terminal's JSON too")
    func products() async throws {
        let workspace = try await TestWorkspace.demo()
        let (client, tasuki) = (Client(workspace.tasuki, workspace.words), workspace.tasuki)
        let product = try await tasuki.product(named: "kazami-colon-cade")
        for language in ["en", "ja"] {
            let labels = try workspace.words.labels(language)
            let portfolio = try await tasuki.portfolio(of: product, in: language) { _ in nil }
            let shown = JSONValue.array(portfolio.map { $0.json(labels: labels) })
            let lag = try await tasuki.lag(of: product, in: language) { _ in nil }
            let claims = try #require(try await tasuki.claims(of: product, in: language) { _ in nil })
            let due = try await tasuki.due(within: .quarter).items.map { $0.json(labels: labels) }
            let clock = try await tasuki.clock()
            let reliance = RelianceOverview(
                try tasuki.world.definitions.jurisdictions(),
                on: clock.settings.zone.civilDate(at: clock.now),
                of: "US"
            )
            let expected: [(String, JSONValue)] = [
                ("/v1/products", .object(["products": shown, "next": .null])), ("/v1/products/\(product)", shown),
                ("/v1/products/\(product)/lag", try #require(lag.first).json), ("/v1/lag", LagOverview(lag).json),
                ("/v1/products/\(product)/claims", claims.json(labels: labels)),
                ("/v1/due", .object(["due": .array(due), "next": .null])), ("/v1/reliance?of=us", reliance.json),
            ]
            for (path, value) in expected {
                let separator = path.contains("?") ? "&" : "?"
                let answer = try await client.get("\(path)\(separator)lang=\(language)")
                #expect(answer.status == 200 && answer.body == value.prettyText() + "\n", "\(path)")
                #expect(answer.header("Content-Language") == language)
            }
        }
        let entries = try await tasuki.history(of: "colon-cade", case: "SG")
        let history = JSONValue.array(entries.map { $0.json(of: "colon-cade") })
        #expect(try await client.get("/v1/submissions/colon-cade/history?case=SG").body == history.prettyText() + "\n")
        try await workspace.remove()
    }

    @Test("lists of products and of what falls due page, each page named by the one before")
    func pages() async throws {
        let workspace = try await TestWorkspace.demo()
        let client = Client(workspace.tasuki, workspace.words)
        let whole = try JSONValue(parsing: Array(try await client.get("/v1/due?limit=1").body.utf8))
        #expect(whole.objectValue?["next"] == .string("colon-cade"))
        let rest = try JSONValue(parsing: Array(try await client.get("/v1/due?limit=1&after=colon-cade").body.utf8))
        #expect(rest == .object(["due": .array([]), "next": .null]))
        let none = try await client.get("/v1/products?after=kazami-colon-cade")
        #expect(try JSONValue(parsing: Array(none.body.utf8)) == .object(["products": .array([]), "next": .null]))
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
            ("/v1/safety?asOf=x", 400), ("/v1/products/none", 404), ("/v1/products/none/lag", 404),
            ("/v1/products/none/claims", 404), ("/v1/due?product=none", 404), ("/v1/due?within=soon", 400),
            ("/v1/products/kazami-colon-cade?asOf=2020-01-01", 404), ("/v1/reliance?of=XX", 404),
            ("/v1/submissions/none/history", 404),
        ] {
            #expect(try await client.get(path).status == status, "\(path)")
        }
        try await workspace.remove()
    }
}
