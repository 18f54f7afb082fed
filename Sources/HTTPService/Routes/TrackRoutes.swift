import CanonicalJSON
import Engine
import HTTPTypes
import Hummingbird
import Regulation
import Submissions
import Views

/// Opening a track beside the decision of a jurisdiction, or tracks of several as a bundle.
struct TrackRoutes {
    let words: any WordSource

    init(_ words: any WordSource) {
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
        try await Conditions.checkNoneMatches(request) { try await context.tasuki.status(of: submission).version }
        let bytes = try await BodyReader.bytes(of: request, upTo: ActionBody.limit)
        let known = ["as", "by", "on", "jurisdiction", "track", "bundle", "jurisdictions"]
        let body = try BodyReader(parsing: bytes, allowing: known)
        let tracks = try Self.tracks(body)
        let (actor, date) = (try body.actor(by: try context.visit.caller), try body.date("on"))
        let whole = try await context.acting(in: submission)
        func open(_ tasuki: Tasuki) async throws -> Acceptance {
            switch tracks {
            case .one(let track, let code):
                try await tasuki.openTrack(
                    track,
                    of: code,
                    in: submission,
                    by: actor,
                    on: date,
                    expecting: expected,
                    key: key
                )
            case .bundle(let hub, let codes):
                try await tasuki.openBundle(
                    hub,
                    for: codes,
                    in: submission,
                    by: actor,
                    on: date,
                    expecting: expected,
                    key: key
                )
            }
        }
        if try query.isDryRun { return try await Reply.rehearsal(of: whole, labels, context, open) }
        let acceptance = try await open(whole)
        return Reply.done(acceptance.json, status: .created, version: acceptance.version)
    }

    private enum Tracks {
        case one(RouteName, JurisdictionCode)
        case bundle(RouteName, [JurisdictionCode])
    }

    /// Either `track` with its `jurisdiction`, or the hub of a `bundle` with its `jurisdictions`.
    private static func tracks(_ body: BodyReader) throws -> Tracks {
        guard body.value("bundle") != nil else {
            if body.value("jurisdictions") != nil { throw RequestFault.member("bundle", .missing) }
            return .one(RouteName(try body.text("track")), JurisdictionCode(try body.text("jurisdiction")))
        }
        // Of the two forms it is one.
        for name in ["track", "jurisdiction"] where body.value(name) != nil {
            throw RequestFault.member(name, .unknown(known: ["as", "by", "on", "bundle", "jurisdictions"]))
        }
        let codes = try body.list("jurisdictions").map { value in
            guard let text = value.stringValue else { throw RequestFault.member("jurisdictions", .text) }
            return JurisdictionCode(text)
        }
        return .bundle(RouteName(try body.text("bundle")), codes)
    }
}
