import Accounts
import CanonicalJSON
import Engine
import Hummingbird
import Submissions
import Views

/// What waits for somebody, overdue first.
struct WorkRoutes {
    let words: any WordSource

    init(_ words: any WordSource) { self.words = words }

    var endpoints: [Endpoint] { [.get("/v1/work", work)] }

    /// Each item is what the terminal prints with `tasuki work --format json`.
    @Sendable private func work(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["as", "after", "limit", "lang"])
        let labels = try Language(request, query).labels(words)
        let capacity = try capacity(query, try context.visit.caller)
        let page = try await context.tasuki.work(
            for: capacity,
            after: try query.value("after", .text) { WorkPosition($0) },
            limit: try query.number("limit", in: 1...200, else: 50)
        )
        if page.items.isEmpty { try context.tasuki.check(capacity) }
        return Reply.json(
            .object([
                "as": .string(capacity.description),
                "work": .array(page.items.map { $0.json(labels: labels) }),
                "next": page.next.map { .string($0.description) } ?? .null,
            ]),
            labels
        )
    }

    /// One of the account's own capacities, which need not be named where there is one.
    private func capacity(_ query: Query, _ caller: Caller) throws -> Actor.Capacity {
        let asked = try query.value("as", .capacity) { Actor.Capacity($0) }
        guard case .admitted(let admission) = caller else {
            guard let asked else { throw RequestFault.query("as", .missing) }
            return asked
        }
        let own = admission.capacities
        guard let capacity = asked ?? (own.count == 1 ? own.first : nil), own.contains(capacity) else {
            throw RequestFault.query("as", .own(own.map(\.description).joined(separator: ", ")))
        }
        return capacity
    }
}
