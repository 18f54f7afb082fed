package import Engine
package import Hummingbird
package import Views

/// Everything that can be asked of a workspace over HTTP.
///
/// - Parameters:
///   - tasuki: The workspace.
///   - doorkeeping: Whether who asks must have an account.
///   - words: What is said to people.
///   - port: The port of the server's own address, which requests must name; zero for any.
///   - readManifest: Reads a manifest, for the names that the pages show.
/// - Returns: A router with no state of its own, so that tests build as many as they like.
package func makeRouter(
    tasuki: Tasuki,
    doorkeeping: Doorkeeping,
    words: any WordSource,
    port: Int,
    readManifest: @escaping ManifestReading = { _ in nil }
) -> Router<TasukiContext> {
    let endpoints = endpoints(tasuki, doorkeeping, words, readManifest)
    let address = OwnAddress(port: port)
    let gate = Gate(tasuki: tasuki, doorkeeping: doorkeeping, address: address)
    let router = Router(context: TasukiContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: HeaderMiddleware())
    router.add(middleware: ProblemMiddleware(words: words, map: RouteMap(endpoints)))
    router.add(middleware: ReadingMiddleware())
    router.add(middleware: DoorMiddleware(address: address))
    for endpoint in endpoints {
        router.on(RouterPath(endpoint.path), method: endpoint.method) { try await gate.handle($0, $1, endpoint) }
    }
    return router
}

/// Everything that there is to be asked.
func endpoints(
    _ tasuki: Tasuki,
    _ doorkeeping: Doorkeeping,
    _ words: any WordSource,
    _ readManifest: @escaping ManifestReading = { _ in nil }
) -> [Endpoint] {
    HealthRoutes(tasuki).endpoints + AccountRoutes(doorkeeping, words).endpoints
        + SubmissionRoutes(words).endpoints + AdviceRoutes(words).endpoints + CaseRoutes(words).endpoints
        + ListRoutes(words).endpoints + LeadRoutes(words).endpoints + TrackRoutes(words).endpoints
        + WorkRoutes(words).endpoints
        + ProductRoutes(words, readManifest).endpoints + PageRoutes(words, readManifest).endpoints
}
