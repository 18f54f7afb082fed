import Foundation
import HTTPService
import Hummingbird
import Scenarios
import TestSupport
import Testing
import Yams

@Suite("openapi.yaml")
struct OpenAPITests {
    @Test("it describes every route of the API and no other, as the router itself has them")
    func routes() async throws {
        let workspace = try await TestWorkspace.make()
        let router = makeRouter(tasuki: workspace.tasuki, words: workspace.words, port: 8_080)
        var served: Set<Route> = []
        // HEAD comes with every GET; the other routes are the pages, which are no part of the API.
        for route in router.routes where route.method != .head {
            let route = Route(route.method.rawValue, route.path.description)
            if route.path.hasPrefix("/v1/") || route.path == "/healthz" { served.insert(route) }
        }
        let text = try String(contentsOfFile: Repository.folder + "/Schemas/openapi.yaml", encoding: .utf8)
        let described = try Self.described(in: text)
        #expect(served.subtracting(described).isEmpty, "served, but not described")
        #expect(described.subtracting(served).isEmpty, "described, but not served")
        #expect(served.count >= 10)
        let misspelt = try Self.described(in: text.replacing("  /v1/submissions:", with: "  /v1/submission:"))
        #expect(misspelt.subtracting(served) == [Route("GET", "/v1/submission")])
        try await workspace.remove()
    }

    /// A method of one path, whatever its parameters are called.
    private struct Route: Hashable {
        let method: String
        let path: String

        init(_ method: String, _ path: String) {
            self.method = method.uppercased()
            self.path = path.replacing(/\{[^}]*\}|:[A-Za-z]+/, with: "{}")
        }
    }

    private static func described(in text: String) throws -> Set<Route> {
        let paths = try #require(try Yams.compose(yaml: text)?["paths"]?.mapping)
        var routes: Set<Route> = []
        for (path, item) in paths {
            let path = try #require(path.string)
            for method in try #require(item.mapping).keys.compactMap(\.string) where method != "parameters" {
                routes.insert(Route(method, path))
            }
        }
        return routes
    }
}
