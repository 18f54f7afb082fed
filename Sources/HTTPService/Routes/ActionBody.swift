import CanonicalJSON
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Regulation
import Submissions

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
        try self.init(parsing: try await BodyReader.bytes(of: request, upTo: Self.limit))
    }

    init(parsing bytes: [UInt8]) throws {
        let body = try BodyReader(parsing: bytes, allowing: ["as", "by", "on", "fields", "documents"])
        actor = try body.actor()
        occurredOn = try body.date("on")
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
