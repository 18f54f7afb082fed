import HTTPTypes
import Hummingbird
import Submissions

/// The headers that say under which conditions a command is meant.
enum Conditions {
    /// The versions of which `If-Match` wants one; nil for `*` and where the header is absent.
    static func expected(_ request: Request) throws -> VersionCondition? {
        guard let text = request.headers[.ifMatch] else { return nil }
        guard let tags = EntityTags(text) else { throw RequestFault.header("If-Match", .version(text)) }
        return tags.condition
    }

    /// Refuses where `If-None-Match` rules the version out that there is now, as `*` does with any.
    static func checkNoneMatches(_ request: Request, version: () async throws -> Int) async throws {
        guard let text = request.headers[.ifNoneMatch] else { return }
        guard let tags = EntityTags(text) else { throw RequestFault.header("If-None-Match", .version(text)) }
        let version = try await version()
        if tags.rulesOut(version) { throw Refusal.noVersionMatches(actual: version) }
    }

    /// The key under which the same request may be sent again; quotation marks around it do not count.
    static func idempotencyKey(_ request: Request) throws -> String? {
        guard var key = request.headers[.idempotencyKey] else { return nil }
        if key.count >= 2, key.hasPrefix("\""), key.hasSuffix("\"") { key = String(key.dropFirst().dropLast()) }
        guard (1...200).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw RequestFault.header("Idempotency-Key", .key)
        }
        return key
    }
}
