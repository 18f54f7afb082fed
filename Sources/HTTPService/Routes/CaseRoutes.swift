import CanonicalJSON
import Engine
import HTTPTypes
import Hummingbird
import NIOCore
import Regulation
import Submissions
import Views

/// What may be done to a case, and doing it.
struct CaseRoutes {
    let words: any WordSource

    init(_ words: any WordSource) {
        self.words = words
    }

    var endpoints: [Endpoint] {
        [
            .get("/v1/cases/:submission/actions", actions), .get("/v1/cases/:submission/:case/actions", actions),
            .post("/v1/cases/:submission/actions/:action", act),
            .post("/v1/cases/:submission/:case/actions/:action", act),
        ]
    }

    @Sendable private func actions(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["lang"])
        let labels = try Language(request, query).labels(words)
        let (submission, name) = try context.caseName
        let offered = try await context.tasuki.actions(of: name, in: submission)
        var response = Reply.json(offered.json(labels: labels), version: offered.row.version)
        response.headers[.contentLanguage] = labels.language
        return response
    }

    @Sendable private func act(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["dryRun", "lang"])
        let labels = try Language(request, query).labels(words)
        let (submission, name) = try context.caseName
        let expected = try Conditions.expected(request)
        let key = try Conditions.idempotencyKey(request)
        try await Conditions.checkNoneMatches(request) {
            try await context.tasuki.actions(of: name, in: submission).row.version
        }
        let body = try await ActionBody(request, by: try context.visit.caller)
        let tasuki = try await context.acting(on: name, in: submission)
        let action = ActionRequest(
            submission: submission,
            name: name,
            action: ActionName(try context.segment("action")),
            actor: body.actor,
            occurredOn: body.occurredOn,
            fields: body.fields,
            documents: body.documents,
            expected: expected,
            key: key
        )
        do {
            if try query.isDryRun {
                return try await Reply.rehearsal(of: tasuki, labels, context) { try await $0.act(action) }
            }
            let acceptance = try await tasuki.act(action)
            return Reply.done(acceptance.json, version: acceptance.version)
        } catch let refusal as Refusal {
            let procedure = try? await tasuki.procedure(of: name, in: submission)
            throw RefusedAction(refusal: refusal, procedure: procedure)
        }
    }
}
