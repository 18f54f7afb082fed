/// Why a request cannot be read or is not let in, before anything of Tasuki is asked.
enum RequestFault: Error, Hashable {
    /// What was expected in place of something malformed; the words are labels.
    enum Expected: Hashable {
        case object, text, list, base64, capacity, flag, language, key, missing, once
        /// A date as precisely as it is known, a day, or a day or instant; and what was read instead.
        case date(String), day(String)
        /// Entity tags, and what was read instead.
        case version(String)
        case number(from: Int, to: Int)
        case unknown(known: [String])
        /// What the account itself has.
        case own(String)
    }

    case unknownRoute(String)
    /// A segment of the path is no text, or holds what nobody can see.
    case malformedPath
    /// What the path gives is none of what `Accept` takes.
    case notAcceptable(String)
    case methodNotAllowed(String, path: String, allowed: [String])
    /// The body is no JSON at this byte.
    case malformedJSON(at: Int)
    /// A member of the body, by its path such as `documents.0.content`.
    case member(String, Expected)
    case query(String, Expected)
    case header(String, Expected)
    case tooLarge(limit: Int)
    /// The client went away before the body was whole; nobody reads the answer.
    case brokenOff
    case unsupportedMediaType
    case foreignHost(String)
    case foreignOrigin
    /// Nobody has signed in, or what was presented is good no more.
    case notSignedIn
    /// The account may not do such a thing at all.
    case notAllowed

    /// A stable word for programs.
    var code: String {
        switch self {
        case .unknownRoute: "request.unknown-route"
        case .malformedPath: "request.malformed-path"
        case .notAcceptable: "request.not-acceptable"
        case .methodNotAllowed: "request.method-not-allowed"
        case .malformedJSON: "request.malformed-json"
        // The terminal reads dates too, and calls what it cannot read the same.
        case .member(_, .date), .query(_, .day): "date.malformed"
        case .member: "request.malformed-member"
        case .query: "request.malformed-query"
        case .header: "request.malformed-header"
        case .tooLarge: "request.too-large"
        case .brokenOff: "request.broken-off"
        case .unsupportedMediaType: "request.unsupported-media-type"
        case .foreignHost: "request.foreign-host"
        case .foreignOrigin: "request.foreign-origin"
        case .notSignedIn: "access.not-signed-in"
        case .notAllowed: "access.not-allowed"
        }
    }
}
