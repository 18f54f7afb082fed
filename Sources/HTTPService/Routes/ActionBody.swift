import CanonicalJSON
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Regulation
import Submissions

/// The body of a command: who does it, when it happened, and what is handed in.
struct ActionBody {
    /// In bytes, the Base64 of the documents included.
    static let limit = 20_000_000

    let actor: Actor
    let occurredOn: PartialDate?
    let fields: [String: JSONValue]
    let documents: [IncomingDocument]

    init(_ request: Request, by caller: Caller) async throws {
        try self.init(parsing: try await BodyReader.bytes(of: request, upTo: Self.limit), by: caller)
    }

    init(parsing bytes: [UInt8], by caller: Caller) throws {
        let body = try BodyReader(parsing: bytes, allowing: ["as", "by", "on", "fields", "documents"])
        actor = try body.actor(by: caller)
        occurredOn = try body.date("on")
        fields =
            try body.value("fields").map { value in
                guard let fields = value.objectValue else { throw RequestFault.member("fields", .object) }
                return fields
            } ?? [:]
        documents = try body.list("documents").enumerated().map {
            try IncomingDocument($0.element, at: "documents.\($0.offset)")
        }
    }
}

extension IncomingDocument {
    fileprivate init(_ json: JSONValue, at path: String) throws {
        let reader = try BodyReader(json, at: path, allowing: ["name", "mediaType", "content"])
        let name = try reader.text("name")
        let mediaType = try reader.text("mediaType")
        guard let text = reader.value("content")?.stringValue, let data = Data(base64Encoded: text) else {
            throw RequestFault.member("\(path).content", .base64)
        }
        self.init(name: name, mediaType: mediaType, bytes: Array(data))
    }
}
