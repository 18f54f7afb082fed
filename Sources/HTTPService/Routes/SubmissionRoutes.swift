import CanonicalJSON
import Engine
import HTTPTypes
import Hummingbird
import Regulation
import Submissions
import Views

/// What can be read of submissions.
struct SubmissionRoutes {
    let words: any WordSource

    private let texts = StatusTexts()

    init(_ words: any WordSource) {
        self.words = words
    }

    var endpoints: [Endpoint] {
        [
            .get("/v1/submissions", list), .get("/v1/submissions/:submission", show),
            .get("/v1/submissions/:submission/status", status), .get("/v1/submissions/:submission/dates", dates),
            .get("/v1/submissions/:submission/history", history),
        ]
    }

    /// In the order of their names; `next` is what `after` must be for the following page.
    @Sendable private func list(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["after", "limit"])
        let limit = try query.number("limit", in: 1...200, else: 50)
        let page = try await context.tasuki.outlines(after: query["after"].map { SubmissionName($0) }, limit: limit)
        return Reply.json(
            .object([
                "submissions": .array(page.outlines.map(\.summary)),
                "next": page.next.map { .string($0.rawValue) } ?? .null,
            ])
        )
    }

    @Sendable private func show(_ request: Request, _ context: TasukiContext) async throws -> Response {
        _ = try Query(request, allowing: [])
        let outline = try await context.tasuki.outline(of: try context.submission)
        return Reply.json(outline.detail, version: outline.submission.version)
    }

    /// What the terminal prints with `tasuki status NAME --format json`, byte for byte.
    @Sendable private func status(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["country", "all", "asOf", "lang"])
        let labels = try Language(request, query).labels(words)
        let key = StatusTexts.Key(
            submission: try context.submission,
            country: try query["country"].map { try context.tasuki.jurisdiction(named: $0) },
            isWhole: try query.flag("all"),
            language: labels.language,
            sight: try context.visit.sight
        )
        if query["asOf"] != nil {
            let text = try await text(
                key,
                asOf: try await context.tasuki.moment(query["asOf"], named: "asOf"),
                labels,
                context
            )
            return text.response(asOf: text.asOf)
        }
        let changes = try context.tasuki.store.changeCount()
        let now = try context.tasuki.world.wallClock()
        if let kept = texts[key, changes, now] {
            // A workspace on the wall clock has moved on since, though nothing in it has changed.
            return kept.response(asOf: kept.isSimulated ? kept.asOf : max(now, kept.asOf))
        }
        let fresh = try await text(key, asOf: nil, labels, context)
        texts.keep(fresh, for: key, changes: changes, now: now)
        return fresh.response(asOf: fresh.asOf)
    }

    /// What the terminal prints with `tasuki explain date NAME --format json`.
    @Sendable private func dates(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["case", "duty", "asOf", "lang"])
        let labels = try Language(request, query).labels(words)
        let report = try await context.tasuki.memos(
            of: try context.submission,
            case: query["case"].map { CaseName($0) },
            duty: query["duty"],
            asOf: try await context.tasuki.moment(query["asOf"], named: "asOf")
        )
        return Reply.json(report.json(labels: labels), labels)
    }

    /// What the terminal prints with `tasuki history NAME --format json`.
    @Sendable private func history(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["case", "asOf"])
        let submission = try context.submission
        let entries = try await context.tasuki.history(
            of: submission,
            case: query["case"].map { CaseName($0) },
            asOf: try await context.tasuki.moment(query["asOf"], named: "asOf")
        )
        return Reply.json(.array(entries.map { $0.json(of: submission) }))
    }

    private func text(
        _ key: StatusTexts.Key,
        asOf instant: Instant?,
        _ labels: Labels,
        _ context: TasukiContext
    ) async throws -> StatusTexts.Text {
        let report = try await context.tasuki.status(
            of: key.submission,
            asOf: instant,
            country: key.country,
            includingReplaced: key.isWhole
        )
        var response = Reply.json(text: report.jsonText(labels: labels), version: report.version)
        response.headers[.workspaceClock] = report.isSimulated ? "simulated" : "wall"
        response.headers[.contentLanguage] = labels.language
        return StatusTexts.Text(response: response, asOf: report.asOf, isSimulated: report.isSimulated)
    }
}

extension Tasuki {
    /// The status of the submissions after a name, and the name after which there are more.
    func page(
        after name: SubmissionName?,
        limit: Int
    ) async throws -> (reports: [StatusReport], next: SubmissionName?) {
        let names = try await store.read { try $0.submissions(after: name, limit: limit + 1) }
        var reports: [StatusReport] = []
        for name in names.prefix(limit) { reports.append(try await status(of: name)) }
        return (reports, names.count > limit ? reports.last?.submission : nil)
    }
}
