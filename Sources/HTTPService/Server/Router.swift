package import Engine
package import Hummingbird
package import Views

/// Everything that can be asked of a workspace over HTTP.
///
/// - Parameters:
///   - tasuki: The workspace.
///   - words: What is said to people.
///   - port: The port of the server's own address, which requests must name; zero for any.
///   - readManifest: Reads a manifest, for the names that the pages show.
/// - Returns: A router with no state of its own, so that tests build as many as they like.
package func makeRouter(
    tasuki: Tasuki,
    words: any WordSource,
    port: Int,
    readManifest: @escaping ManifestReading = { _ in nil }
) -> Router<TasukiContext> {
    let endpoints =
        HealthRoutes(tasuki).endpoints + SubmissionRoutes(tasuki, words).endpoints
        + AdviceRoutes(tasuki, words).endpoints + CaseRoutes(tasuki, words).endpoints
        + ListRoutes(tasuki, words).endpoints + LeadRoutes(tasuki, words).endpoints
        + TrackRoutes(tasuki, words).endpoints + ProductRoutes(tasuki, words, readManifest).endpoints
        + PageRoutes(tasuki, words, readManifest).endpoints
    let address = OwnAddress(port: port)
    let router = Router(context: TasukiContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: HeaderMiddleware())
    router.add(middleware: ProblemMiddleware(words: words, map: RouteMap(endpoints)))
    router.add(middleware: ReadingMiddleware())
    router.add(middleware: DoorMiddleware(address: address))
    for endpoint in endpoints {
        router.on(RouterPath(endpoint.path), method: endpoint.method, use: endpoint.handler)
    }
    return router
}
