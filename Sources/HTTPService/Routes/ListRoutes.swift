import Engine
import HTTPTypes
import Hummingbird
import Regulation
import Statecharts
import Submissions
import Views

/// Lists over all submissions, page by page.
struct ListRoutes {
    let words: any WordSource

    init(_ words: any WordSource) {
        self.words = words
    }

    var endpoints: [Endpoint] { [.get("/v1/cases", cases)] }

    /// By what falls due; `next` is what `after` must be for the following page.
    @Sendable private func cases(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["country", "state", "turn", "dueThrough", "after", "limit", "lang"])
        let labels = try Language(request, query).labels(words)
        let filter = CaseFilter(
            jurisdiction: try query["country"].map { try context.tasuki.jurisdiction(named: $0) },
            state: query["state"].map { StateID(rawValue: $0) },
            turn: query["turn"].map { CaseTurn($0) },
            dueThrough: try query.day("dueThrough")
        )
        let page = try await context.tasuki.cases(
            filter,
            after: try query.value("after", .text) { CasePosition($0) },
            limit: try query.number("limit", in: 1...200, else: 50)
        )
        if page.rows.isEmpty { try context.tasuki.check(filter) }
        return Reply.json(page.json(labels: labels), labels)
    }
}
