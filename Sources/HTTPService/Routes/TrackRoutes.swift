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
    let words: any WordSource

    init(_ tasuki: Tasuki, _ words: any WordSource) {
        self.tasuki = tasuki
        self.words = words
    }

    var endpoints: [Endpoint] { [.post("/v1/submissions/:submission/tracks", open)] }

    /// `If-Match` names the version of the submission, as its own resource gives it.
    @Sendable private func open(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["dryRun", "lang"])
        let labels = try Language(request, query).labels(words)
        let submission = try context.submission
        let expected = try Conditions.expected(request)
        let key = try Conditions.idempotencyKey(request)
        try await Conditions.checkNoneMatches(request) { try await tasuki.status(of: submission).version }
        let bytes = try await BodyReader.bytes(of: request, upTo: ActionBody.limit)
        let body = try BodyReader(parsing: bytes, allowing: ["as", "by", "on", "jurisdiction", "track"])
        let (track, code) = (RouteName(try body.text("track")), JurisdictionCode(try body.text("jurisdiction")))
        let (actor, date) = (try body.actor(), try body.date("on"))
        func open(_ tasuki: Tasuki) async throws -> Acceptance {
            try await tasuki.openTrack(
                track,
                of: code,
                in: submission,
                by: actor,
                on: date,
                expecting: expected,
                key: key
            )
        }
        if try query.isDryRun { return try await Reply.rehearsal(of: tasuki, labels, open) }
        let acceptance = try await open(tasuki)
        return Reply.json(acceptance.json, status: .created, version: acceptance.version)
    }
}
