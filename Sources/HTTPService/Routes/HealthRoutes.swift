import CanonicalJSON
import Engine
import Hummingbird
import TransparencyLog

/// Whether the server lives, and whether the workspace can be read.
struct HealthRoutes {
    let tasuki: Tasuki

    init(_ tasuki: Tasuki) { self.tasuki = tasuki }

    var endpoints: [Endpoint] {
        [
            // A server that is to be started again does not answer at all.
            .get("/livez") { _, _ in Reply.json(.object(["status": "ok"])) },
            .get("/readyz", health), .get("/healthz", health),
        ]
    }

    @Sendable private func health(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let size = try await tasuki.store.read { try $0.head().size }
        return Reply.json(.object(["status": "ok", "size": .integer(Int64(size))]))
    }
}
