import Engine
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Regulation
import Submissions
import TransparencyLog

/// The body of a command: who does it, when it happened, and what she hands in.
struct ActionBody {
    /// A file whose bytes are not kept yet.
    struct Document {
        let name: String
        let mediaType: String
        let bytes: [UInt8]
    }

    /// In bytes, the Base64 of the documents included.
    static let limit = 20_000_000

    let actor: Actor
    let occurredOn: PartialDate?
    let fields: [String: JSONValue]
    let documents: [Document]

    init(_ request: Request) async throws {
        let type = (request.headers[.contentType] ?? "").prefix { $0 != ";" }.filter { $0 != " " }
        guard type.lowercased() == "application/json" else { throw RequestFault.unsupportedMediaType }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > Self.limit {
            throw RequestFault.tooLarge(limit: Self.limit)
        }
        let buffer = try await request.body.collect(upTo: Self.limit)
        try self.init(parsing: Array(buffer.readableBytesView))
    }

    init(parsing bytes: [UInt8]) throws {
        let json: JSONValue
        do {
            json = try JSONValue(parsing: bytes)
        } catch {
            throw RequestFault.malformedJSON(at: error.offset)
        }
        let body = try BodyReader(json, at: "", allowing: ["as", "by", "on", "fields", "documents"])
        let role = try body.text("as")
        guard let capacity = Actor.Capacity(role) else { throw RequestFault.member("as", .capacity) }
        // Nobody checks who she is until accounts exist, and the record says so.
        actor = Actor(person: PersonID(try body.text("by")), capacity: capacity, isAuthenticated: false)
        occurredOn = try body.value("on").map { value in
            guard let text = value.stringValue, let date = PartialDate(text) else {
                throw RequestFault.member("on", .date)
            }
            return date
        }
        fields =
            try body.value("fields").map { value in
                guard let fields = value.objectValue else { throw RequestFault.member("fields", .object) }
                return fields
            } ?? [:]
        documents = try body.list("documents").enumerated().map {
            try Document($0.element, at: "documents.\($0.offset)")
        }
    }

    /// Puts the documents into the vault, where they must lie before an event may name them.
    func stored(in vault: any DocumentVault) throws -> [IncomingDocument] {
        try documents.map { document in
            IncomingDocument(
                digest: try vault.put(document.bytes),
                name: document.name,
                mediaType: document.mediaType,
                size: document.bytes.count
            )
        }
    }
}

extension ActionBody.Document {
    fileprivate init(_ json: JSONValue, at path: String) throws {
        let reader = try BodyReader(json, at: path, allowing: ["name", "mediaType", "content"])
        name = try reader.text("name")
        mediaType = try reader.text("mediaType")
        guard mediaType.split(separator: "/", omittingEmptySubsequences: false).count == 2 else {
            throw RequestFault.member("\(path).mediaType", .mediaType)
        }
        guard let text = reader.value("content")?.stringValue, let data = Data(base64Encoded: text) else {
            throw RequestFault.member("\(path).content", .base64)
        }
        bytes = Array(data)
    }
}
