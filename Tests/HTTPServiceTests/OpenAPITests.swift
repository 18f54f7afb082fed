import Foundation
import HTTPService
import Hummingbird
import Scenarios
import TestSupport
import Testing

@Suite("openapi.yaml")
struct OpenAPITests {
    @Test("it describes every route of the API and no other, as the router itself has them")
    func routes() async throws {
        let workspace = try await TestWorkspace.make()
        let router = makeRouter(tasuki: workspace.tasuki, doorkeeping: .unguarded, words: workspace.words, port: 8_080)
        var served: Set<Route> = []
        // HEAD comes with every GET; the other routes are the pages, which are no part of the API.
        for route in router.routes where route.method != .head {
            let route = Route(route.method.rawValue, route.path.description)
            let isPage = !route.path.hasPrefix("/v1/") && !["/healthz", "/livez", "/readyz"].contains(route.path)
            if !isPage { served.insert(route) }
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
        let start = try #require(text.firstRange(of: "\npaths:\n")).upperBound
        let end = text[start...].firstRange(of: /\n[a-z]/)?.lowerBound ?? text.endIndex
        var routes: Set<Route> = []
        var path: Substring?
        // The file is written in blocks, two spaces a level, which its check holds.
        for line in text[start..<end].split(separator: "\n") {
            if let name = line.wholeMatch(of: /[ ]{2}(\/\S*):/)?.1 {
                path = name
            } else if let method = line.wholeMatch(of: /[ ]{4}([a-z]+):/)?.1, method != "parameters" {
                routes.insert(Route(String(method), String(try #require(path))))
            }
        }
        return routes
    }
}
