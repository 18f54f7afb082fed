import HTTPTypes
import Hummingbird

/// Answers who reads with no more than she asked for: nothing that she cannot take, and no words that she has already.
struct ReadingMiddleware: RouterMiddleware {
    func handle(
        _ request: Request,
        context: TasukiContext,
        next: (Request, TasukiContext) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        guard request.method == .get || request.method == .head, response.status == .ok else { return response }
        if let type = response.headers[.contentType], !Accepted(request).takes(type) {
            throw RequestFault.notAcceptable(String(type.prefix { $0 != ";" }))
        }
        guard let tag = response.headers[.eTag], let text = request.headers[.ifNoneMatch] else { return response }
        guard let tags = EntityTags(text) else { throw RequestFault.header("If-None-Match", .version(text)) }
        guard tags.names(tag) else { return response }
        var headers = response.headers
        headers[.contentType] = nil
        return Response(status: .notModified, headers: headers)
    }
}
