package import Regulation
package import Submissions

/// Why the engine cannot do what it was asked; refusals by a rule are ``Submissions/Refusal``.
package enum EngineError: Error, Hashable, Sendable {
    case noSuchSubmission(SubmissionName, known: [SubmissionName])
    /// The submission is there, and was not at the instant of the look.
    case submissionNotKnownYet(SubmissionName)
    case noSuchProduct(ProductID, known: [ProductID])
    /// The product is there, and was not at the instant of the look.
    case productNotKnownYet(ProductID)
    case noSuchProcedure(ProcedureID, known: [ProcedureID])
    case noSuchJurisdiction(JurisdictionCode, known: [JurisdictionCode])
    case badPayload(path: String, reason: String)
    /// The value at the path cannot be read.
    case misread(path: String, Misreading)
    case keyReused(String)
    case clockIsWall
    case clockBackwards(now: Instant, asked: Instant)
    /// The date of an option or parameter, by its name, that cannot be read.
    case badDate(String, of: String, DateForm)
    /// The date or instant of a look back, by its name, that has not come yet.
    case momentAhead(String, of: String, today: CivilDate)
    /// The workspace and its configuration know no body of that name.
    case noSuchBody(BodyID, known: [BodyID])
    case noSuchRole(String, known: [String])
    case noSuchState(String, known: [String])
    /// Nothing with a date is called so in the case or the submission.
    case noSuchDuty(String, known: [String])
    case missingDocument(DocumentDigest)
    /// The definitions hold no assumptions by which a plan could be reckoned.
    case noForecast
    /// The queue of writers is full; the same request may be sent again later.
    case busy
}

/// How precisely a date must be named.
package enum DateForm: String, Hashable, Sendable {
    case day
    /// A day or an instant.
    case moment
    /// As precisely as it is known.
    case date
}

extension EngineError {
    package var code: String {
        switch self {
        case .noSuchSubmission, .submissionNotKnownYet: "submission.unknown"
        case .noSuchProduct, .productNotKnownYet: "product.unknown"
        case .noSuchProcedure: "procedure.unknown"
        case .noSuchJurisdiction: "jurisdiction.unknown"
        case .badPayload, .misread: "payload.malformed"
        case .keyReused: "key.reused"
        case .clockIsWall: "clock.wall"
        case .clockBackwards: "clock.backwards"
        case .badDate: "date.malformed"
        case .momentAhead: "date.future"
        case .noSuchBody: "body.unknown"
        case .noSuchRole: "role.unknown"
        case .noSuchState: "state.unknown"
        case .noSuchDuty: "duty.unknown"
        case .missingDocument: "document.unknown"
        case .noForecast: "forecast.unknown"
        case .busy: "engine.busy"
        }
    }
}
