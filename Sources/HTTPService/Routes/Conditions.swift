import HTTPTypes
import Hummingbird

/// The headers that say under which conditions a command is meant.
enum Conditions {
    /// The case version of `If-Match: "3"`; nil for `*` and where the header is absent.
    static func expectedVersion(_ request: Request) throws -> Int? {
        guard let text = request.headers[.ifMatch] else { return nil }
        if text == "*" { return nil }
        let digits = text.dropFirst().dropLast()
        guard text.hasPrefix("\""), text.hasSuffix("\""), digits.allSatisfy({ $0.isASCII && $0.isNumber }),
            let version = Int(digits)
        else { throw RequestFault.header("If-Match", .version) }
        return version
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
