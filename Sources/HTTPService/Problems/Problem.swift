import Accounts
import CanonicalJSON
import Engine
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Regulation
import Submissions
import Views

/// An error as HTTP shows it: RFC 9457 `application/problem+json`.
///
/// The only place that decides which status an error deserves.
struct Problem {
    let status: HTTPResponse.Status
    /// A stable word for programs, the end of the problem's type.
    let code: String
    private let detail: @Sendable (Labels) -> String?
    private var headers: HTTPFields = [:]
    private var members: [String: JSONValue] = [:]

    init(_ error: any Error) {
        switch error {
        case let fault as RequestFault:
            (status, code) = (fault.status, fault.code)
            detail = { $0.words(for: fault) }
            if case .methodNotAllowed(_, path: _, allowed: let allowed) = fault {
                headers[.allow] = allowed.joined(separator: ", ")
            }
            if fault == .notSignedIn { headers[.wwwAuthenticate] = "Bearer realm=\"tasuki\"" }
        case let fault as AccountFault:
            (status, code) = (fault.status, fault.code)
            detail = { $0.words(for: fault) }
            if fault == .changedMeanwhile { headers[.retryAfter] = "1" }
        case let refused as RefusedAction:
            (status, code) = (refused.refusal.status, refused.refusal.code)
            detail = { $0.words(for: refused.refusal, of: refused.procedure) }
            members = Self.members(refused.refusal)
        case let refusal as Refusal:
            (status, code) = (refusal.status, refusal.code)
            members = Self.members(refusal)
            detail = { $0.words(for: refusal, of: nil) }
        case let error as EngineError:
            (status, code) = (error.status, error.code)
            detail = { $0.words(for: error) }
            if error == .busy { headers[.retryAfter] = "1" }
        case is NIOTooManyBytesError:
            let fault = RequestFault.tooLarge(limit: ActionBody.limit)
            (status, code) = (fault.status, fault.code)
            detail = { $0.words(for: fault) }
        case let error as HTTPError:
            (status, code) = (error.status, "http.\(error.status.code)")
            detail = { _ in nil }
        case let fault as any StoreFault:
            (status, code) = (fault.mayBeSentAgain ? .serviceUnavailable : .internalServerError, fault.code)
            let remedy = fault.remedy
            detail = { $0.said(remedy) }
            if fault.mayBeSentAgain { headers[.retryAfter] = "10" }
        default:
            (status, code) = (.internalServerError, "internal")
            detail = { _ in nil }
        }
    }

    /// What of a refusal is for programs.
    private static func members(_ refusal: Refusal) -> [String: JSONValue] {
        switch refusal {
        case .staleVersion(_, let actual), .noVersionMatches(let actual):
            ["currentVersion": .integer(Int64(actual))]
        default: [:]
        }
    }

    /// The response; where the words cannot be had, the status speaks for itself.
    func response(labels: Labels?, requestID: String, path: String) -> Response {
        var object = members
        object["type"] = .string("urn:tasuki:problem:\(code)")
        object["title"] = .string(labels.flatMap(title) ?? status.reasonPhrase)
        object["status"] = .integer(Int64(status.code))
        object["code"] = .string(code)
        object["instance"] = .string(path)
        object["requestId"] = .string(requestID)
        if let text = labels.flatMap({ words($0, requestID) }) { object["detail"] = .string(text) }
        var headers = headers
        headers[.contentType] = "application/problem+json"
        if let labels { headers[.contentLanguage] = labels.language }
        return Reply.response(JSONValue.object(object).prettyText() + "\n", status, headers)
    }

    /// The same as a page, for who followed a link; nil where the words cannot be had.
    func page(labels: Labels, requestID: String) -> Response {
        var response = Reply.page(
            ProblemPage(labels: labels, links: .served(labels.language)).render(
                title: title(labels) ?? status.reasonPhrase,
                detail: words(labels, requestID),
                requestID: requestID
            ),
            language: labels.language
        )
        response.status = status
        response.headers[.eTag] = nil
        for field in headers { response.headers[field.name] = field.value }
        return response
    }

    /// What went wrong; of a fault of the server's own only its number.
    private func words(_ labels: Labels, _ requestID: String) -> String? {
        let isInternal = status.code >= 500 && code == "internal"
        return isInternal ? labels.text("problems.internal", requestID) : detail(labels)
    }

    private func title(_ labels: Labels) -> String? {
        let name: String? =
            switch status {
            case .badRequest: "badRequest"
            case .unauthorized: "unauthorized"
            case .forbidden: "forbidden"
            case .gone: "gone"
            case .notFound: "notFound"
            case .notAcceptable: "notAcceptable"
            case .methodNotAllowed: "methodNotAllowed"
            case .conflict: "conflict"
            case .preconditionFailed: "preconditionFailed"
            case .contentTooLarge: "tooLarge"
            case .unsupportedMediaType: "unsupportedMediaType"
            case .misdirectedRequest: "misdirected"
            case .unprocessableContent: "unprocessable"
            case .internalServerError: "internal"
            case .serviceUnavailable: "unavailable"
            default: nil
            }
        return name.map { labels["problems.titles.\($0)"] }
    }
}

/// A refusal with the procedure whose words for actions and states tell of it.
struct RefusedAction: Error {
    let refusal: Refusal
    let procedure: ProcedureID?
}
