import CanonicalJSON
import Engine
import HTTPTypes
import Hummingbird
import Regulation
import Submissions
import Views

/// Opening a track beside the decision of a jurisdiction.
struct TrackRoutes {
    let tasuki: Tasuki

    init(_ tasuki: Tasuki) { self.tasuki = tasuki }

    var endpoints: [Endpoint] { [.post("/v1/submissions/:submission/tracks", open)] }

    /// `If-Match` names the version of the submission, as its own resource gives it.
    @Sendable private func open(_ request: Request, _ context: TasukiContext) async throws -> Response {
        _ = try Query(request, allowing: [])
        let expected = try Conditions.expectedVersion(request)
        let key = try Conditions.idempotencyKey(request)
        let bytes = try await BodyReader.bytes(of: request, upTo: ActionBody.limit)
        let body = try BodyReader(parsing: bytes, allowing: ["as", "by", "on", "jurisdiction", "track"])
        let acceptance = try await tasuki.openTrack(
            RouteName(try body.text("track")),
            of: JurisdictionCode(try body.text("jurisdiction")),
            in: try context.submission,
            by: try body.actor(),
            on: try body.date("on"),
            expecting: expected,
            key: key
        )
        return Reply.json(acceptance.json, status: .created, version: acceptance.version)
    }
}
