import Foundation
import HTTPTypes
import Hummingbird
import Pages
import TransparencyLog

/// Tells browsers to run nothing, load nothing, frame nothing and keep nothing.
struct HeaderMiddleware: RouterMiddleware {
    func handle(
        _ request: Request,
        context: TasukiContext,
        next: (Request, TasukiContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        let isPage =
            response.headers[.contentType].map { $0.hasPrefix("text/html") || $0.hasPrefix("image/svg") } ?? false
        response.headers[.contentSecurityPolicy] = isPage ? Self.pagePolicy : Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.cacheControl] = "no-store"
        // Browsers send forms of a page that keeps its address to itself altogether without an origin, as foreign ones.
        response.headers[.referrerPolicy] = isPage ? "same-origin" : "no-referrer"
        response.headers[.crossOriginResourcePolicy] = "same-origin"
        response.headers[.openerPolicy] = "same-origin"
        response.headers[.frameOptions] = "DENY"
        response.headers[.vary] = "Accept, Accept-Language, Authorization, Cookie"
        return response
    }

    private static let policy = policy(forms: "'none'")

    private static func policy(forms: String) -> String {
        "default-src 'none'; base-uri 'none'; form-action \(forms); frame-ancestors 'none'"
    }

    /// Only the two style sheets that the pages hold, by their digests.
    static let pagePolicy: String = {
        let digests = [StyleSheet.page, StyleSheet.picture].map { sheet in
            "'sha256-\(Data(Digest.sha256(of: sheet.utf8).bytes).base64EncodedString())'"
        }
        return "\(policy(forms: "'self'")); style-src \(digests.joined(separator: " "))"
    }()
}
