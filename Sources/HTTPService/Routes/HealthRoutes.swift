import CanonicalJSON
import Engine
import Hummingbird
import TransparencyLog

/// Whether the workspace can be read.
struct HealthRoutes {
    let tasuki: Tasuki

    init(_ tasuki: Tasuki) { self.tasuki = tasuki }

    var endpoints: [Endpoint] { [.get("/healthz", health)] }

    @Sendable private func health(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let size = try await tasuki.store.read { try $0.head().size }
        return Reply.json(.object(["status": "ok", "size": .integer(Int64(size))]))
    }
}
