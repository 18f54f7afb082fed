import Engine
import Foundation
import HTTPService
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Views

/// Sends requests to the router in process, without a socket.
struct Client: Sendable {
    struct Answer: Sendable {
        let status: Int
        let headers: HTTPFields
        let body: String

        /// The body as a JSON object.
        var json: [String: Any] {
            (try? JSONSerialization.jsonObject(with: Data(body.utf8))) as? [String: Any] ?? [:]
        }

        func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
    }

    private let respond: @Sendable (Request, TasukiContext) async throws -> Response
    let log: RecordedLog

    init(_ tasuki: Tasuki, _ words: any WordSource, port: Int = 8_080, doorkeeping: Doorkeeping = .unguarded) {
        let responder = makeRouter(tasuki: tasuki, doorkeeping: doorkeeping, words: words, port: port)
            .buildResponder()
        respond = { try await responder.respond(to: $0, context: $1) }
        log = RecordedLog()
    }

    func get(_ path: String, _ headers: [String: String] = [:], host: String = "127.0.0.1:8080") async throws -> Answer
    {
        try await send("GET", path, headers, host: host)
    }

    func post(
        _ path: String,
        _ body: String,
        _ headers: [String: String] = [:],
        host: String = "127.0.0.1:8080"
    ) async throws -> Answer {
        let typed = headers.merging(["Content-Type": "application/json"]) { given, _ in given }
        return try await send("POST", path, typed, body: body, host: host)
    }

    func send(
        _ method: String,
        _ path: String,
        _ headers: [String: String] = [:],
        body: String = "",
        host: String = "127.0.0.1:8080"
    ) async throws -> Answer {
        var fields = HTTPFields()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        let head = HTTPRequest(
            method: HTTPRequest.Method(rawValue: method) ?? .get,
            scheme: "http",
            authority: host,
            path: path,
            headerFields: fields
        )
        var logger = Logger(label: "test") { _ in log }
        logger[metadataKey: "hb.request.id"] = "request-1"
        let source = ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
        let response = try await respond(request, TasukiContext(source: source))
        let collected = CollectedBody()
        try await response.body.write(collected)
        return Answer(status: response.status.code, headers: response.headers, body: await collected.text.value)
    }
}

/// Keeps what a response writes.
struct CollectedBody: ResponseBodyWriter {
    actor Text {
        private var bytes: [UInt8] = []
        var value: String { String(decoding: bytes, as: UTF8.self) }
        func append(_ buffer: ByteBuffer) { bytes += Array(buffer.readableBytesView) }
    }

    let text = Text()

    mutating func write(_ buffer: ByteBuffer) async throws { await text.append(buffer) }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
