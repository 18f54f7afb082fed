package import TransparencyLog

/// What proves who somebody is: 256 random bits, of which only the digest is kept.
///
/// It is shown once, to whom it belongs. As it is random throughout, its plain digest tells nothing of it.
package struct Secret: Sendable {
    /// What a secret is for; it begins with this, so that one that leaked is recognized.
    package enum Kind: String, Sendable, CaseIterable {
        case token = "tsk"
        case link = "tsl"
        case session = "tss"
    }

    package let text: String

    /// A new secret of what `randomBytes` gives, which is as many random bytes as it is asked for.
    package init(_ kind: Kind, _ randomBytes: (Int) -> [UInt8]) {
        text = "\(kind.rawValue)_" + Self.encoded(randomBytes(32))
    }

    /// What somebody presents; nil where it cannot be a secret of that kind.
    package init?(_ kind: Kind, presented text: String) {
        guard text.utf8.count == kind.rawValue.utf8.count + 1 + 43, text.hasPrefix("\(kind.rawValue)_"),
            text.utf8.dropFirst(kind.rawValue.utf8.count + 1).allSatisfy(Self.isDigit)
        else { return nil }
        self.text = text
    }

    package var digest: Digest { Digest.sha256(of: text.utf8) }

    /// Asked for every byte of every request: ranges are quicker than to look through the alphabet.
    private static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// In base64url without padding (RFC 4648, section 5).
    private static func encoded(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            var bits = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
            var digits: [UInt8] = []
            for _ in 0..<4 {
                digits.append(alphabet[bits & 63])
                bits >>= 6
            }
            text += digits.reversed().prefix(part.count + 1)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
