import CanonicalJSON
import Engine
import HTTPTypes
import Hummingbird
import Regulation
import Submissions
import Views

/// Products over all their submissions, and what falls due for them.
///
/// Each answer is what the terminal prints with `--format json`; lists that page are wrapped, so that they can say where
/// the next page begins.
struct ProductRoutes {
    let words: any WordSource
    let readManifest: ManifestReading

    init(_ words: any WordSource, _ readManifest: @escaping ManifestReading) {
        self.words = words
        self.readManifest = readManifest
    }

    var endpoints: [Endpoint] {
        [
            .get("/v1/products", list), .get("/v1/products/:product", show),
            .get("/v1/products/:product/claims", claims), .get("/v1/products/:product/lag", lag),
            .get("/v1/lag", lagOfAll), .get("/v1/due", due), .get("/v1/reliance", reliance),
        ]
    }

    @Sendable private func list(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["after", "limit", "asOf", "lang"])
        let labels = try Language(request, query).labels(words)
        let limit = try query.number("limit", in: 1...200, else: 50)
        let found = try await context.tasuki.portfolio(
            after: query["after"].map { ProductID($0) },
            limit: limit + 1,
            asOf: try await moment(query, context),
            in: labels.language,
            reading: readManifest
        )
        let products = found.prefix(limit)
        let next = found.count > limit ? products.last?.product.rawValue : nil
        return Reply.json(page("products", products.map { $0.json(labels: labels) }, next: next), labels)
    }

    @Sendable private func show(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["asOf", "lang"])
        let labels = try Language(request, query).labels(words)
        let id = try await context.tasuki.product(named: try context.segment("product"))
        let found = try await context.tasuki.portfolio(
            of: id,
            asOf: try await moment(query, context),
            in: labels.language,
            reading: readManifest
        )
        guard !found.isEmpty else { throw EngineError.productNotKnownYet(id) }
        return Reply.json(.array(found.map { $0.json(labels: labels) }), labels)
    }

    @Sendable private func claims(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["asOf", "lang"])
        let labels = try Language(request, query).labels(words)
        let id = try await context.tasuki.product(named: try context.segment("product"))
        let found = try await context.tasuki.claims(
            of: id,
            asOf: try await moment(query, context),
            in: labels.language,
            reading: readManifest
        )
        guard let report = found else { throw EngineError.productNotKnownYet(id) }
        return Reply.json(report.json(labels: labels), labels)
    }

    @Sendable private func lag(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["asOf", "lang"])
        let labels = try Language(request, query).labels(words)
        let id = try await context.tasuki.product(named: try context.segment("product"))
        guard let lag = try await lags(of: id, query, labels, context).first else {
            throw EngineError.productNotKnownYet(id)
        }
        return Reply.json(lag.json, labels)
    }

    @Sendable private func lagOfAll(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["asOf", "lang"])
        let labels = try Language(request, query).labels(words)
        return Reply.json(LagOverview(try await lags(of: nil, query, labels, context)).json, labels)
    }

    @Sendable private func due(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["within", "product", "after", "limit", "asOf", "lang"])
        let labels = try Language(request, query).labels(words)
        var product: ProductID?
        if let text = query["product"] { product = try await context.tasuki.product(named: text) }
        let report = try await context.tasuki.due(
            within: try query.value("within", .text) { Horizon($0) } ?? .quarter,
            product: product,
            after: query["after"].map { SubmissionName($0) },
            limit: try query.number("limit", in: 1...200, else: 50),
            asOf: try await moment(query, context)
        )
        let items = report.items.map { $0.json(labels: labels) }
        return Reply.json(page("due", items, next: report.next?.rawValue), labels)
    }

    /// Who accepts whose approval on a day, which is today's in the workspace's zone unless another is named.
    @Sendable private func reliance(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["of", "on", "lang"])
        let labels = try Language(request, query).labels(words)
        let clock = try await context.tasuki.clock()
        let overview = RelianceOverview(
            try context.tasuki.world.definitions.jurisdictions(),
            on: try query.day("on") ?? clock.settings.zone.civilDate(at: clock.now),
            of: try query["of"].map { try context.tasuki.jurisdiction(named: $0) }
        )
        return Reply.json(overview.json, labels)
    }

    private func lags(
        of product: ProductID?,
        _ query: Query,
        _ labels: Labels,
        _ context: TasukiContext
    ) async throws -> [DeviceLag] {
        try await context.tasuki.lag(
            of: product,
            asOf: try await moment(query, context),
            in: labels.language,
            reading: readManifest
        )
    }

    private func page(_ name: String, _ items: [JSONValue], next: String?) -> JSONValue {
        .object([name: .array(items), "next": next.map { .string($0) } ?? .null])
    }

    private func moment(_ query: Query, _ context: TasukiContext) async throws -> Instant? {
        try await context.tasuki.moment(query["asOf"], named: "asOf")
    }
}
