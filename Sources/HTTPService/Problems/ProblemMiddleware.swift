import HTTPTypes
import Hummingbird
import Logging
import Views

/// Turns whatever goes wrong into a ``Problem``, and logs what the client must not see.
struct ProblemMiddleware: RouterMiddleware {
    let words: any WordSource
    let map: RouteMap

    func handle(
        _ request: Request,
        context: TasukiContext,
        next: (Request, TasukiContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let problem = Problem(fault(request, error))
            if problem.status.code >= 500, problem.code == "internal" {
                context.logger.error(
                    "request failed",
                    metadata: ["error": "\(String(reflecting: error))", "path": "\(Self.logged(request.uri.path))"]
                )
            }
            let labels = try? Language.asked(by: request).labels(words)
            let response: Response
            if let labels, map.isForPeople(request.uri.path), Accepted(request).prefersPages {
                response = problem.page(labels: labels, requestID: context.id)
            } else {
                response = problem.response(labels: labels, requestID: context.id, path: request.uri.path)
            }
            return request.method == .head ? response.createHeadResponse() : response
        }
    }

    /// A path as the journal has it: a link is a secret until it is used.
    static func logged(_ path: String) -> String { path.hasPrefix("/sign-in/") ? "/sign-in/…" : path }

    /// The router says only that nothing was found; whether the path is known, the map says.
    private func fault(_ request: Request, _ error: any Error) -> any Error {
        guard let error = error as? HTTPError, error.status == .notFound else { return error }
        let path = request.uri.path
        let methods = map.methods(of: path)
        return methods.isEmpty
            ? RequestFault.unknownRoute(path)
            : RequestFault.methodNotAllowed(request.method.rawValue, path: path, allowed: methods)
    }
}
