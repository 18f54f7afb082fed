import Accounts
import Engine
import HTTPTypes
import Submissions

extension RequestFault {
    var status: HTTPResponse.Status {
        switch self {
        case .unknownRoute: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .notAcceptable: .notAcceptable
        case .brokenOff, .malformedPath, .malformedJSON, .member, .query, .header: .badRequest
        case .tooLarge: .contentTooLarge
        case .unsupportedMediaType: .unsupportedMediaType
        case .foreignHost: .misdirectedRequest
        case .foreignOrigin, .notAllowed: .forbidden
        case .notSignedIn: .unauthorized
        }
    }
}

extension Refusal {
    /// What was handed in is 422, what the state of things does not allow is 409.
    var status: HTTPResponse.Status {
        if isAboutPermission { return .forbidden }
        if isAboutExistence { return .notFound }
        if case .member(_, let reason) = self { return reason.status }
        return switch self {
        case .staleVersion, .noVersionMatches: .preconditionFailed
        case .missingField, .unknownField, .badField, .unknownClaim, .unknownJurisdiction, .unknownQuestion,
            .missingDocument, .unwantedDocument, .letterMissing, .futureDate, .beforeOpening, .beforeStep, .beforeClock,
            .misplacedDate, .longAgo, .notCorrectable, .nothingToCorrect, .noTrack, .notATarget, .notBundled,
            .bundleTooSmall, .noBundleToJoin, .unknownClass:
            .unprocessableContent
        default: .conflict
        }
    }
}

extension EngineError {
    var status: HTTPResponse.Status {
        switch self {
        case .noSuchSubmission, .submissionNotKnownYet, .noSuchProduct, .productNotKnownYet, .noSuchProcedure,
            .noSuchJurisdiction, .noSuchBody, .noSuchRole, .noSuchState, .noSuchDuty, .noForecast:
            .notFound
        case .badPayload, .misread, .keyReused, .missingDocument: .unprocessableContent
        case .badDate, .momentAhead: .badRequest
        case .clockIsWall, .clockBackwards: .conflict
        case .busy: .serviceUnavailable
        }
    }
}

extension AccountFault {
    var status: HTTPResponse.Status {
        switch self {
        case .linkIsNotGood: .gone
        case .changedMeanwhile: .serviceUnavailable
        default: .unprocessableContent
        }
    }
}
