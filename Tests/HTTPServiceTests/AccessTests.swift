import Accounts
import CommandLineTool
import Engine
import Regulation
import Submissions
import TestSupport
import Testing
import Views

@testable import HTTPService

/// The demo with accounts, and a token for each kind of caller.
struct Household {
    let workspace: TestWorkspace
    let client: Client
    let office: AccountOffice
    var tokens: [String: String] = [:]

    static func make(until: CivilDate? = nil) async throws -> Household {
        let workspace = try await TestWorkspace.demo(until: until)
        let office = workspace.workspace.accounts
        let known = try workspace.tasuki.world.definitions.jurisdictions().flatMap(\.bodies).map(\.id)
        let applicant = try await workspace.tasuki.store.read { try $0.submission("colon-cade")?.opened.applicant }
        let company = try #require(applicant)
        let organizations = [
            Organization(id: company, kind: .applicant), Organization(id: "other-company", kind: .applicant),
            Organization(id: "HSA", kind: .authority, bodies: ["HSA"]),
            Organization(id: "MDA", kind: .authority, bodies: ["MDA"]),
            Organization(id: "PMDA", kind: .hub, bodies: ["PMDA"]), Organization(id: "audit", kind: .auditor),
        ]
        for organization in organizations { try await office.add(organization, known: known, by: "terminal") }
        let people: [(PersonID, OrganizationID, AccountRole)] = [
            ("regulatory-lead", company, .lead), ("reading-lead", company, .reader),
            ("stranger", "other-company", .lead), ("hsa-reviewer", "HSA", .body("officer")),
            ("mda-reviewer", "MDA", .body("officer")), ("pmda-reviewer", "PMDA", .body("officer")),
            ("inspector", "audit", .inspector),
        ]
        var tokens: [String: String] = [:]
        for (person, organization, role) in people {
            try await office.add(Account(person: person, organization: organization, roles: [role]), by: "terminal")
            tokens[person.rawValue] =
                try await office.issueToken(named: "t", to: person, readOnly: false, days: 1, by: "terminal").secret
                .text
        }
        let client = Client(workspace.tasuki, workspace.words, doorkeeping: .accounts(office))
        return Household(workspace: workspace, client: client, office: office, tokens: tokens)
    }

    /// The headers by which the person comes in.
    func bearing(_ person: String) -> [String: String] { ["Authorization": "Bearer \(tokens[person] ?? "")"] }

    func get(_ path: String, as person: String) async throws -> Client.Answer {
        try await client.get(path, bearing(person))
    }
}

@Suite("Who may come in")
struct AccessTests {
    @Test("Every endpoint says whom it lets in, and nothing else does")
    func table() async throws {
        let workspace = try await TestWorkspace.make()
        let served = endpoints(workspace.tasuki, .unguarded, workspace.words)
        for endpoint in served {
            #expect(endpoint.access != nil, "\(endpoint.method) \(endpoint.path) lets nobody in")
        }
        #expect(Access.table.count == served.count, "an entry that no endpoint has")
        try await workspace.remove()
    }

    @Test("The whole table, for every kind of caller", .timeLimit(.minutes(5)))
    func matrix() async throws {
        let house = try await Household.make(until: CivilDate(year: 2026, month: 5, day: 14))
        var cells = 0
        for (name, access) in Access.table.sorted(by: { $0.key < $1.key }) {
            let parts = name.split(separator: " ")
            let path = Self.example(String(parts[1]))
            for person in [nil, "nobody", "regulatory-lead", "reading-lead", "stranger", "hsa-reviewer", "inspector"] {
                let headers: [String: String] = person.map { house.bearing($0) } ?? [:]
                let answer =
                    parts[0] == "POST"
                    ? try await house.client.post(path, "{}", headers) : try await house.client.get(path, headers)
                cells += 1
                let isIn = Self.letsIn(access, person)
                if person == "nobody" {
                    // What is presented and no good opens nothing, not even what is open.
                    #expect(answer.status == 401, "\(name) as \(person ?? "nobody")")
                } else if isIn {
                    #expect(![401, 403].contains(answer.status), "\(name) as \(person ?? "-"): \(answer.status)")
                } else {
                    #expect(
                        answer.status == (person == nil ? 401 : 403),
                        "\(name) as \(person ?? "-"): \(answer.status)"
                    )
                }
            }
        }
        #expect(cells == 7 * Access.table.count)
        try await house.workspace.remove()
    }

    private static func letsIn(_ access: Access, _ person: String?) -> Bool {
        switch access {
        case .open: true
        case .reads: person != nil
        case .leads: person != nil && person != "hsa-reviewer"
        case .acts: ["regulatory-lead", "stranger", "hsa-reviewer"].contains(person)
        }
    }

    private static func example(_ path: String) -> String {
        path.replacing(":submission", with: "colon-cade").replacing(":case", with: "SG")
            .replacing(":product", with: "colon-cade").replacing(":action", with: "nothing")
            .replacing(":link", with: "none")
    }

    @Test("Tokens: malformed, of another kind, revoked and of who left")
    func tokens() async throws {
        let house = try await Household.make(until: CivilDate(year: 2026, month: 5, day: 14))
        let path = "/v1/me"
        let good = try #require(house.tokens["hsa-reviewer"])
        #expect(try await house.client.get(path, ["Authorization": "bEaReR \(good)"]).status == 200)
        for bad in [
            "Bearer", "Bearer ", "Basic \(good)", "Bearer \(good)x", "Bearer \(good.dropLast())", "Bearer  \(good)",
            "Bearer tsk_\(String(repeating: "A", count: 43))", good,
        ] {
            let answer = try await house.client.get(path, ["Authorization": bad])
            #expect(answer.status == 401, "\(bad)")
            #expect(answer.header("WWW-Authenticate") == "Bearer realm=\"tasuki\"")
        }
        try await house.office.revokeToken(named: "t", of: "hsa-reviewer", by: "terminal")
        #expect(try await house.get(path, as: "hsa-reviewer").status == 401)
        #expect(try await house.get(path, as: "mda-reviewer").status == 200)
        try await house.office.leave("mda-reviewer", by: "terminal")
        #expect(try await house.get(path, as: "mda-reviewer").status == 401)
        try await house.workspace.remove()
    }

    @Test("Whoever has an account acts as that and as nobody else, and it is recorded as checked")
    func acting() async throws {
        let house = try await Household.make(until: CivilDate(year: 2026, month: 5, day: 14))
        let path = "/v1/cases/colon-cade/SG/actions/accept"
        func answer(_ body: String, as person: String) async throws -> Client.Answer {
            try await house.client.post(path, body, house.bearing(person))
        }
        #expect(try await answer(#"{"as": "officer@PMDA"}"#, as: "hsa-reviewer").status == 400)
        #expect(try await answer(#"{"by": "somebody"}"#, as: "hsa-reviewer").status == 400)
        #expect(try await answer(#"{"as": "officer@HSA"}"#, as: "regulatory-lead").status == 400)
        #expect(try await answer(#"{"as": "officer@MDA"}"#, as: "mda-reviewer").status == 404, "another's case")
        #expect(try await answer("{}", as: "inspector").status == 403)
        #expect(try await answer("{}", as: "stranger").status == 404)
        let done = try await answer("{}", as: "hsa-reviewer")
        #expect(done.status == 200, "\(done.body)")
        let history = try await house.workspace.tasuki.history(of: "colon-cade", case: "SG")
        let last = try #require(history.last { $0.record.event.action == "accept" }?.record.recordedBy)
        #expect(last == Actor(person: "hsa-reviewer", capacity: .role("officer", at: "HSA"), isAuthenticated: true))
        try await house.workspace.remove()
    }
}
