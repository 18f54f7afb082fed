import Accounts
import Engine
import HTTPTypes
import Hummingbird

/// Lets a request in, as whom it says and proves to come from.
struct Gate: Sendable {
    let tasuki: Tasuki
    let doorkeeping: Doorkeeping
    let address: OwnAddress
    private let views: SeenWorkspaces

    init(tasuki: Tasuki, doorkeeping: Doorkeeping, address: OwnAddress) {
        self.tasuki = tasuki
        self.doorkeeping = doorkeeping
        self.address = address
        views = SeenWorkspaces(of: tasuki)
    }

    func handle(_ request: Request, _ context: TasukiContext, _ endpoint: Endpoint) async throws -> Response {
        let caller = try await caller(request)
        // An endpoint of which nobody said whom it lets in lets in nobody.
        guard let access = endpoint.access, access.admits(caller) else {
            throw caller == .nobody ? RequestFault.notSignedIn : RequestFault.notAllowed
        }
        var context = context
        context.admitted = Visit(caller, to: tasuki, views)
        return try await endpoint.handler(request, context)
    }

    private func caller(_ request: Request) async throws -> Caller {
        guard case .accounts(let office) = doorkeeping else { return .anybody }
        if let text = request.headers[.authorization] {
            guard let token = Self.bearer(text), let admission = try await office.admission(token: token) else {
                throw RequestFault.notSignedIn
            }
            return .admitted(admission)
        }
        guard let text = SessionCookie.secret(in: request), let admission = try await office.admission(session: text)
        else { return .nobody }
        // A browser sends its cookie whoever asks it to; what changes something must come from a page of this server.
        guard Self.isSafe(request.method) || isFromOwnPage(request) else { throw RequestFault.foreignOrigin }
        return .admitted(admission)
    }

    private func isFromOwnPage(_ request: Request) -> Bool {
        if let origin = request.headers[.origin] { return address.isOwn(origin: origin) }
        return request.headers[.fetchSite] == "same-origin"
    }

    private static func isSafe(_ method: HTTPRequest.Method) -> Bool {
        method == .get || method == .head || method == .options
    }

    /// The token of `Bearer TOKEN` (RFC 6750), whose scheme is written as one likes.
    private static func bearer(_ text: String) -> String? {
        let parts = text.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }
}
