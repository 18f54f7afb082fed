import CanonicalJSON
import Engine
import HTTPTypes
import Hummingbird
import Regulation
import Views

/// Which ways into each country are open to a product.
struct AdviceRoutes {
    let words: any WordSource

    init(_ words: any WordSource) {
        self.words = words
    }

    var endpoints: [Endpoint] { [.get("/v1/submissions/:submission/routes", routes)] }

    /// What the terminal prints with `tasuki routes NAME --format json`, byte for byte.
    @Sendable private func routes(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["on", "country", "lang"])
        let labels = try Language(request, query).labels(words)
        let report = try await context.tasuki.routeAdvice(
            of: try context.submission,
            on: try query.day("on"),
            countries: try query["country"].map { [try context.tasuki.jurisdiction(named: $0)] } ?? []
        )
        return Reply.json(report.json(labels: labels), labels)
    }
}
