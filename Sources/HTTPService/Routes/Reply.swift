import CanonicalJSON
import HTTPTypes
import Hummingbird
import NIOCore
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

    /// A response in the language of its words.
    static func json(_ value: JSONValue, _ labels: Labels) -> Response {
        var response = json(value)
        response.headers[.contentLanguage] = labels.language
        return response
    }

    /// A response whose `ETag` is the version that `If-Match` will be held against.
    static func json(text: String, status: HTTPResponse.Status = .ok, version: Int? = nil) -> Response {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let version { headers[.eTag] = "\"\(version)\"" }
        return response(text, status, headers)
    }

    static func page(_ html: String, language: String) -> Response {
        response(html, .ok, [.contentType: "text/html; charset=utf-8", .contentLanguage: language])
    }

    static func picture(_ svg: String, language: String) -> Response {
        response(svg, .ok, [.contentType: "image/svg+xml; charset=utf-8", .contentLanguage: language])
    }

    static func response(_ text: String, _ status: HTTPResponse.Status, _ headers: HTTPFields) -> Response {
        Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
