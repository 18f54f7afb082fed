import HTTPTypes
import Hummingbird

/// Refuses requests that a foreign page makes in the name of whoever sits at this machine.
///
/// Where there are no accounts this is the only protection: programs of this machine may do everything, other sites nothing.
struct DoorMiddleware: RouterMiddleware {
    let address: OwnAddress

    func handle(
        _ request: Request,
        context: TasukiContext,
        next: (Request, TasukiContext) async throws -> Response
    ) async throws -> Response {
        guard let authority = request.head.authority, address.isOwn(authority) else {
            throw RequestFault.foreignHost(address.description)
        }
        if let origin = request.headers[.origin], Self.hasSideEffects(request.method), !address.isOwn(origin: origin) {
            throw RequestFault.foreignOrigin
        }
        if let site = request.headers[.fetchSite], Self.isForeign(site, request) { throw RequestFault.foreignOrigin }
        return try await next(request, context)
    }

    private static func hasSideEffects(_ method: HTTPRequest.Method) -> Bool {
        method != .get && method != .head && method != .options
    }

    /// What another site asks for is foreign, but for a link to a page that somebody followed.
    private static func isForeign(_ site: String, _ request: Request) -> Bool {
        guard site != "same-origin", site != "none" else { return false }
        return hasSideEffects(request.method) || request.headers[.fetchMode] != "navigate"
    }
}
