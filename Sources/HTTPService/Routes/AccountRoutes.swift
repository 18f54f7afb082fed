import Accounts
import CanonicalJSON
import HTTPTypes
import Hummingbird
import Pages
import Regulation
import Submissions
import Views

/// Coming in by a link, going out, and who one is.
struct AccountRoutes {
    let doorkeeping: Doorkeeping
    let words: any WordSource

    init(_ doorkeeping: Doorkeeping, _ words: any WordSource) {
        self.doorkeeping = doorkeeping
        self.words = words
    }

    var endpoints: [Endpoint] {
        [
            .get("/sign-in", explain), .get("/sign-in/:link", ask), .post("/sign-in/:link", signIn),
            .post("/sign-out", signOut), .get("/v1/me", me),
        ]
    }

    /// How one comes in, for who has followed no link.
    @Sendable private func explain(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let language = try Language(request, try Query(request, allowing: ["lang"]))
        let page = SignInPage(labels: try language.labels(words), links: .served(language.rawValue))
        return Reply.page(page.render(.explanation), language: language.rawValue)
    }

    /// Asks before the link is used up: programs that look at mail follow links too.
    @Sendable private func ask(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let language = try Language(request, try Query(request, allowing: ["lang"]))
        let link = try context.segment("link")
        let person = try await office().person(of: link)
        let page = SignInPage(labels: try language.labels(words), links: .served(language.rawValue))
        let html = page.render(.question(person: person.rawValue))
        return Reply.page(html, language: language.rawValue)
    }

    @Sendable private func signIn(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let (secret, _) = try await office().signIn(by: try context.segment("link"))
        return redirect(SessionCookie.setting(secret.text, seconds: AccountOffice.sessionLength / 1_000))
    }

    @Sendable private func signOut(_ request: Request, _ context: TasukiContext) async throws -> Response {
        if let secret = SessionCookie.secret(in: request) { try await office().signOut(secret) }
        return redirect(SessionCookie.ending)
    }

    private func redirect(_ cookie: String) -> Response {
        Response(status: .seeOther, headers: [.location: "/", .setCookie: cookie])
    }

    @Sendable private func me(_ request: Request, _ context: TasukiContext) async throws -> Response {
        _ = try Query(request, allowing: [])
        guard case .admitted(let admission) = try context.visit.caller else {
            return Reply.json(.object(["accounts": false]))
        }
        return Reply.json(admission.json)
    }

    private func office() throws -> AccountOffice {
        // Without accounts there is nothing at these addresses.
        guard case .accounts(let office) = doorkeeping else { throw RequestFault.unknownRoute("/sign-in") }
        return office
    }
}

extension Admission {
    fileprivate var json: JSONValue {
        .object([
            "accounts": true,
            "person": .string(person.rawValue),
            "organization": .object([
                "id": .string(organization.id.rawValue), "kind": .string(organization.kind.rawValue),
                "bodies": .array(organization.bodies.map { .string($0.rawValue) }),
            ]),
            "roles": .array(account.roles.map { .string($0.text) }),
            "as": .array(capacities.map { .string($0.description) }),
            "submissions": sight.only.map { .array($0.sorted().map { .string($0.rawValue) }) } ?? .null,
            "by": .string(isSession ? "session" : "token"),
            "expires": .string(expires.description),
        ])
    }
}
