import Accounts
import CommandLineTool
import Engine
import Regulation
import TestSupport
import Testing
import Views

@testable import HTTPService

@Suite("Signing in")
struct SignInTests {
    private static let own = ["Origin": "http://127.0.0.1:8080"]

    private func signedIn(_ house: Household, _ person: PersonID) async throws -> String {
        let link = try await house.office.issueLink(to: person, hours: 1, by: "terminal").text
        let answer = try await house.client.send("POST", "/sign-in/\(link)", Self.own)
        let cookie = try #require(answer.header("Set-Cookie"))
        return String(cookie.prefix { $0 != ";" })
    }

    @Test("By a link one comes in once; to look at it, as mail programs do, uses nothing up")
    func link() async throws {
        let house = try await Household.make(until: CivilDate(year: 2026, month: 5, day: 14))
        let link = try await house.office.issueLink(to: "hsa-reviewer", hours: 1, by: "terminal").text
        for _ in 0..<2 {
            let page = try await house.client.get("/sign-in/\(link)")
            #expect(page.status == 200)
            #expect(page.body.contains("hsa-reviewer"))
            #expect(page.header("Set-Cookie") == nil)
            #expect(page.header("Content-Security-Policy")?.contains("form-action 'self'") == true)
            // With none at all browsers would send the form as a foreign one.
            #expect(page.header("Referrer-Policy") == "same-origin")
        }
        let answer = try await house.client.send("POST", "/sign-in/\(link)", Self.own)
        #expect(answer.status == 303)
        #expect(answer.header("Location") == "/")
        let cookie = try #require(answer.header("Set-Cookie"))
        #expect(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax") && cookie.contains("; Path=/"))
        #expect(try await house.client.send("POST", "/sign-in/\(link)", Self.own).status == 410)
        #expect(try await house.client.get("/sign-in/\(link)").status == 410)
        let secret = String(cookie.prefix { $0 != ";" })
        let me = try await house.client.get("/v1/me", ["Cookie": "a=b; \(secret)"])
        #expect(me.json["person"] as? String == "hsa-reviewer")
        #expect(me.json["by"] as? String == "session")
        #expect(try await house.client.get("/", ["Cookie": secret]).status == 200)
        try await house.workspace.remove()
    }

    @Test("A session is known to whoever opens the workspace next, and ends with signing out")
    func session() async throws {
        let house = try await Household.make(until: CivilDate(year: 2026, month: 5, day: 14))
        let cookie = try await signedIn(house, "regulatory-lead")
        let other = try house.workspace.reopened()
        let client = Client(other.tasuki, other.words, doorkeeping: .accounts(other.workspace.accounts))
        #expect(try await client.get("/v1/me", ["Cookie": cookie]).status == 200)
        let out = try await house.client.send("POST", "/sign-out", Self.own.merging(["Cookie": cookie]) { $1 })
        #expect(out.status == 303)
        #expect(out.header("Set-Cookie")?.contains("Max-Age=0") == true)
        #expect(try await client.get("/v1/me", ["Cookie": cookie]).status == 401)
        try await other.workspace.close()
        try await house.workspace.remove()
    }

    @Test("No session is taken over that the visitor brought along")
    func fixation() async throws {
        let house = try await Household.make(until: CivilDate(year: 2026, month: 5, day: 14))
        let chosen = "tasuki=tss_" + String(repeating: "A", count: 43)
        let link = try await house.office.issueLink(to: "hsa-reviewer", hours: 1, by: "terminal").text
        let answer = try await house.client.send(
            "POST",
            "/sign-in/\(link)",
            Self.own.merging(["Cookie": chosen]) { $1 }
        )
        #expect(answer.header("Set-Cookie")?.hasPrefix(chosen) == false)
        #expect(try await house.client.get("/v1/me", ["Cookie": chosen]).status == 401)
        try await house.workspace.remove()
    }

    @Test("What a browser sends on another site's behalf changes nothing")
    func forgery() async throws {
        let house = try await Household.make(until: CivilDate(year: 2026, month: 5, day: 14))
        let cookie = try await signedIn(house, "hsa-reviewer")
        let path = "/v1/cases/colon-cade/SG/actions/accept"
        let before = try await house.workspace.tasuki.status(of: "colon-cade").version
        for forged in [
            [:], ["Origin": "https://example.org"], ["Origin": "null"], ["Sec-Fetch-Site": "cross-site"],
            ["Sec-Fetch-Site": "same-site"], ["Origin": "http://127.0.0.1:9999"],
        ] {
            let answer = try await house.client.post(path, "{}", forged.merging(["Cookie": cookie]) { $1 })
            #expect(answer.status == 403, "\(forged)")
        }
        #expect(try await house.workspace.tasuki.status(of: "colon-cade").version == before)
        let own = try await house.client.post(path, "{}", Self.own.merging(["Cookie": cookie]) { $1 })
        #expect(own.status == 200, "\(own.body)")
        try await house.workspace.remove()
    }

    @Test("The server's journal holds no link")
    func journal() {
        #expect(ProblemMiddleware.logged("/sign-in/tsl_secret") == "/sign-in/…")
        #expect(ProblemMiddleware.logged("/v1/cases") == "/v1/cases")
    }

    @Test("Who has not signed in is told how, as a page or as a problem")
    func explanation() async throws {
        let house = try await Household.make(until: CivilDate(year: 2026, month: 5, day: 14))
        let page = try await house.client.get("/", ["Accept": "text/html"])
        #expect(page.status == 401)
        #expect(page.header("Content-Type")?.hasPrefix("text/html") == true)
        let problem = try await house.client.get("/v1/submissions/colon-cade/status")
        #expect(problem.status == 401)
        #expect(problem.json["code"] as? String == "access.not-signed-in")
        #expect(!problem.body.contains("HSA"))
        #expect(try await house.client.get("/sign-in").status == 200)
        // Without accounts there is nothing to sign in to.
        let open = Client(house.workspace.tasuki, house.workspace.words)
        #expect(try await open.get("/sign-in").status == 200)
        #expect(try await open.get("/sign-in/x").status == 404)
        #expect(try await open.get("/v1/me").json["accounts"] as? Bool == false)
        try await house.workspace.remove()
    }
}
