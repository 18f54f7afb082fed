import CommandLineTool
import Engine
import Foundation
import HTTPService
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Regulation
import Synchronization
import TestSupport

/// A workspace behind a router; as it was again after each command that was accepted.
final class HTTPHouse {
    struct Answer: Sendable {
        let status: Int
        let headers: HTTPFields
        let body: [UInt8]

        var text: String { String(decoding: body.prefix(300), as: UTF8.self) }
    }

    private var workspace: TestWorkspace
    private var respond: @Sendable (Request, TasukiContext) async throws -> Response

    init() async throws {
        workspace = try await Self.fresh()
        respond = Self.responder(workspace)
    }

    func answer(_ raw: RawRequest) throws -> Answer {
        var fields = HTTPFields()
        var host = "127.0.0.1:8080"
        for header in raw.headers {
            if header.name.lowercased() == "host" { host = header.value }
            if let name = HTTPField.Name(header.name) { fields[name] = header.value }
        }
        guard let method = HTTPRequest.Method(rawValue: raw.method) else {
            return Answer(status: 204, headers: [.contentSecurityPolicy: ""], body: [])
        }
        let head = HTTPRequest(method: method, scheme: "http", authority: host, path: raw.path, headerFields: fields)
        let body = raw.body
        let respond = respond
        let answer = try waiting {
            var logger = Logger(label: "fuzz") { _ in KeptMetadata() }
            logger[metadataKey: "hb.request.id"] = "request-1"
            let source = ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger)
            let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
            let response = try await respond(request, TasukiContext(source: source))
            let collected = CollectedBytes()
            try await response.body.write(CollectingWriter(collected: collected))
            return Answer(
                status: response.status.code,
                headers: response.headers,
                body: collected.bytes.withLock { $0 }
            )
        }
        if method == .post, (200..<300).contains(answer.status) { try renew() }
        return answer
    }

    /// What was accepted must not change the answers to later inputs, which are known by their numbers alone.
    private func renew() throws {
        let old = workspace
        try waiting { try await old.remove() }
        workspace = try waiting { try await Self.fresh() }
        respond = Self.responder(workspace)
    }

    private static func fresh() async throws -> TestWorkspace {
        try await TestWorkspace.demo(until: .init(year: 2026, month: 6, day: 20))
    }

    private static func responder(
        _ workspace: TestWorkspace
    ) -> @Sendable (Request, TasukiContext) async throws -> Response {
        let responder = makeRouter(
            tasuki: workspace.tasuki,
            doorkeeping: .unguarded,
            words: workspace.words,
            port: 8_080
        ).buildResponder()
        return { try await responder.respond(to: $0, context: $1) }
    }
}

private final class CollectedBytes: Sendable {
    let bytes = Mutex<[UInt8]>([])
}

private struct CollectingWriter: ResponseBodyWriter {
    let collected: CollectedBytes

    mutating func write(_ buffer: ByteBuffer) async throws {
        collected.bytes.withLock { $0 += Array(buffer.readableBytesView) }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// Writes nothing, and keeps what the framework reads back from its logger: the id of the request.
private struct KeptMetadata: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.critical

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {}
}
