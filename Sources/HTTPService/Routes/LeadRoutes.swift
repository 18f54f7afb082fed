import CanonicalJSON
import Engine
import HTTPTypes
import Hummingbird
import Regulation
import Submissions
import Views

/// What a regulatory lead asks of a morning: what there is to do, the plan, the bill, the safety events.
///
/// Each answer is what the terminal prints with `--format json`.
struct LeadRoutes {
    let words: any WordSource

    init(_ words: any WordSource) {
        self.words = words
    }

    var endpoints: [Endpoint] {
        [
            .get("/v1/today", today),
            .get("/v1/safety", safety),
            .get("/v1/submissions/:submission/plan", plan),
            .get("/v1/submissions/:submission/budget", budget),
            .get("/v1/submissions/:submission/languages", languages),
        ]
    }

    /// Suggested commands are as they are typed where no other workspace or configuration is named.
    @Sendable private func today(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["within", "asOf", "lang"])
        let labels = try Language(request, query).labels(words)
        let report = try await context.tasuki.today(
            within: try query.value("within", .text) { Horizon($0) } ?? .month,
            asOf: try await moment(query, context)
        )
        return Reply.json(report.json(labels: labels) { $0.line }, labels)
    }

    @Sendable private func safety(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["product", "asOf", "lang"])
        let labels = try Language(request, query).labels(words)
        let events = try await context.tasuki.safetyEvents(
            of: query["product"].map { ProductID($0) },
            asOf: try await moment(query, context)
        )
        return Reply.json(SafetyOverview.json(events, labels: labels), labels)
    }

    @Sendable private func plan(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["from", "preparation", "lang"])
        let labels = try Language(request, query).labels(words)
        let wishes = PlanWishes(
            start: try query.day("from"),
            preparation: query["preparation"] == nil ? nil : try query.number("preparation", in: 0...10_000, else: 0)
        )
        let report = try await context.tasuki.plan(of: try context.submission, wishes: wishes)
        return Reply.json(report.json(labels: labels), labels)
    }

    @Sendable private func budget(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["asOf", "lang"])
        let labels = try Language(request, query).labels(words)
        let budget = try await context.tasuki.budget(of: try context.submission, asOf: try await moment(query, context))
        return Reply.json(budget.json(labels: labels, rates: nil), labels)
    }

    @Sendable private func languages(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["country", "on", "lang"])
        let labels = try Language(request, query).labels(words)
        let report = try await context.tasuki.languages(
            of: try context.submission,
            for: try query["country"].map { [try context.tasuki.jurisdiction(named: $0)] } ?? [],
            on: try query.day("on")
        )
        return Reply.json(report.json(titles: try words.headingTitles(in: labels.language)), labels)
    }

    private func moment(_ query: Query, _ context: TasukiContext) async throws -> Instant? {
        try await context.tasuki.moment(query["asOf"], named: "asOf")
    }
}
