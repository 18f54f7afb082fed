package import Regulation
package import Submissions

/// Why the engine cannot do what it was asked; refusals by a rule are ``Submissions/Refusal``.
package enum EngineError: Error, Hashable, Sendable {
    case noSuchSubmission(SubmissionName, known: [SubmissionName])
    case noSuchProcedure(ProcedureID, known: [ProcedureID])
    case noSuchJurisdiction(JurisdictionCode, known: [JurisdictionCode])
    case badPayload(path: String, reason: String)
    case keyReused(String)
    case clockIsWall
    case clockBackwards(now: Instant, asked: Instant)
    case badDate(String)
    case missingDocument(DocumentDigest)
    /// The queue of writers is full; the same request may be sent again later.
    case busy
}

extension EngineError {
    package var code: String {
        switch self {
        case .noSuchSubmission: "submission.unknown"
        case .noSuchProcedure: "procedure.unknown"
        case .noSuchJurisdiction: "jurisdiction.unknown"
        case .badPayload: "payload.malformed"
        case .keyReused: "key.reused"
        case .clockIsWall: "clock.wall"
        case .clockBackwards: "clock.backwards"
        case .badDate: "date.malformed"
        case .missingDocument: "document.unknown"
        case .busy: "engine.busy"
        }
    }
}
