import Accounts
import HTTPTypes

/// Whom an endpoint lets in; of what it tells, everybody sees the own part.
enum Access: String, Hashable, Sendable, CaseIterable {
    /// Whoever reaches the server.
    case open
    /// Whoever has an account.
    case reads
    /// Whose affair the filing is, and who audits: plans, bills and what is to be done belong to the applicant.
    case leads
    /// Who may act in some capacity.
    case acts

    func admits(_ caller: Caller) -> Bool {
        switch (self, caller) {
        case (.open, _), (_, .anybody): true
        case (_, .nobody): false
        case (.reads, .admitted): true
        case (.leads, .admitted(let admission)): !admission.organization.isOfBodies
        case (.acts, .admitted(let admission)): !admission.capacities.isEmpty
        }
    }

    /// What every endpoint asks for; one that is not here lets nobody in.
    static let table: [String: Access] = [
        "GET /": .reads,
        "GET /favicon.ico": .open,
        "GET /healthz": .open,
        "GET /livez": .open,
        "GET /readyz": .open,
        "GET /sign-in": .open,
        "GET /sign-in/:link": .open,
        "POST /sign-in/:link": .open,
        "POST /sign-out": .open,
        "GET /submissions/:submission": .reads,
        "GET /submissions/:submission/dates": .reads,
        "GET /submissions/:submission/timeline.svg": .reads,
        "GET /v1/cases": .reads,
        "GET /v1/cases/:submission/actions": .reads,
        "GET /v1/cases/:submission/:case/actions": .reads,
        "POST /v1/cases/:submission/actions/:action": .acts,
        "POST /v1/cases/:submission/:case/actions/:action": .acts,
        "GET /v1/due": .reads,
        "GET /v1/lag": .leads,
        "GET /v1/me": .reads,
        "GET /v1/products": .reads,
        "GET /v1/products/:product": .reads,
        "GET /v1/products/:product/claims": .reads,
        "GET /v1/products/:product/lag": .leads,
        "GET /v1/reliance": .reads,
        "GET /v1/safety": .leads,
        "GET /v1/submissions": .reads,
        "GET /v1/submissions/:submission": .reads,
        "GET /v1/submissions/:submission/budget": .leads,
        "GET /v1/submissions/:submission/dates": .reads,
        "GET /v1/submissions/:submission/history": .reads,
        "GET /v1/submissions/:submission/languages": .leads,
        "GET /v1/submissions/:submission/plan": .leads,
        "GET /v1/submissions/:submission/routes": .leads,
        "GET /v1/submissions/:submission/status": .reads,
        "POST /v1/submissions/:submission/tracks": .acts,
        "GET /v1/today": .leads,
        "GET /v1/work": .reads,
    ]
}

extension Endpoint {
    /// Whom it lets in; nil where nobody said so.
    var access: Access? { Access.table["\(method.rawValue) \(path)"] }
}
