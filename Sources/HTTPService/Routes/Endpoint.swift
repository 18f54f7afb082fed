import HTTPTypes
import Hummingbird

/// One method of one path, as a value, so that one list makes both the routes and what `Allow` says.
struct Endpoint: Sendable {
    let method: HTTPRequest.Method
    /// `/v1/submissions/:submission/status`; a segment with a colon stands for any.
    let path: String
    let handler: @Sendable (Request, TasukiContext) async throws -> Response

    static func get(
        _ path: String,
        _ handler: @escaping @Sendable (Request, TasukiContext) async throws -> Response
    ) -> Endpoint {
        Endpoint(method: .get, path: path, handler: handler)
    }

    static func post(
        _ path: String,
        _ handler: @escaping @Sendable (Request, TasukiContext) async throws -> Response
    ) -> Endpoint {
        Endpoint(method: .post, path: path, handler: handler)
    }
}

/// Which methods a path knows: the router itself answers an unknown method as it answers an unknown path.
struct RouteMap: Sendable {
    private let routes: [(segments: [Substring], method: String)]

    init(_ endpoints: [Endpoint]) {
        routes = endpoints.map { (Self.segments($0.path), $0.method.rawValue) }
    }

    /// In alphabetical order; none where there is no such path.
    func methods(of path: String) -> [String] {
        let asked = Self.segments(path)
        let found = routes.filter { route in
            route.segments.count == asked.count
                && zip(route.segments, asked).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
        }
        var methods = Set(found.map(\.method))
        if methods.contains("GET") { methods.insert("HEAD") }
        return methods.sorted()
    }

    /// Whether a browser asks for the path in the name of a person: what is not the API is pages.
    func isForPeople(_ path: String) -> Bool { !Self.forPrograms.contains { path == $0 || path.hasPrefix("\($0)/") } }

    private static let forPrograms = ["/v1", "/healthz", "/livez", "/readyz"]

    private static func segments(_ path: String) -> [Substring] { path.split(separator: "/") }
}
