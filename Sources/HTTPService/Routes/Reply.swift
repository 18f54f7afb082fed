import CanonicalJSON
import HTTPTypes
import Hummingbird
import NIOCore
import TransparencyLog
import Views

/// Makes the responses of the routes.
enum Reply {
    static func json(
        _ value: JSONValue,
        status: HTTPResponse.Status = .ok,
        version: Int? = nil
    ) -> Response {
        json(text: value.prettyText() + "\n", status: status, version: version)
    }

    /// What was done; its `ETag` is the version to which it led, for the next `If-Match`.
    static func done(_ value: JSONValue, status: HTTPResponse.Status = .ok, version: Int) -> Response {
        var response = json(value, status: status)
        response.headers[.eTag] = "\"\(version)\""
        return response
    }

    /// A response in the language of its words.
    static func json(_ value: JSONValue, _ labels: Labels) -> Response {
        var response = json(value)
        response.headers[.contentLanguage] = labels.language
        return response
    }

    /// A response whose `ETag` begins with the version that `If-Match` will be held against.
    static func json(text: String, status: HTTPResponse.Status = .ok, version: Int? = nil) -> Response {
        var headers: HTTPFields = [.contentType: "application/json"]
        headers[.eTag] = tag(of: text, version: version)
        return response(text, status, headers)
    }

    static func page(_ html: String, language: String) -> Response {
        seen(html, "text/html; charset=utf-8", language)
    }

    static func picture(_ svg: String, language: String) -> Response {
        seen(svg, "image/svg+xml; charset=utf-8", language)
    }

    private static func seen(_ text: String, _ type: String, _ language: String) -> Response {
        response(text, .ok, [.contentType: type, .contentLanguage: language, .eTag: tag(of: text, version: nil)])
    }

    /// A strong entity tag: other words are another representation, though the version is the same.
    private static func tag(of text: String, version: Int?) -> String {
        let digest = Digest.sha256(of: text.utf8).description.prefix(16)
        return "\"\(version.map { "\($0)-" } ?? "")\(digest)\""
    }

    static func response(_ text: String, _ status: HTTPResponse.Status, _ headers: HTTPFields) -> Response {
        Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
