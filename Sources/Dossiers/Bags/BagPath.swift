/// Paths in a bag (RFC 8493), as names and as manifests write them.
enum BagPath {
    /// Whether the path stays inside the bag on every system on which someone may unpack it.
    static func isSafe(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, !first.hasPrefix("~"), first.dropFirst().first != ":" else { return false }
        return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
            && !path.utf8.contains { $0 == 0 || $0 == UInt8(ascii: "\\") }
    }

    /// What a manifest writes, in which CR, LF and % cannot stand as they are (section 2.1.3).
    static func encoded(_ path: String) -> String {
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "%"): bytes += Array("%25".utf8)
            case UInt8(ascii: "\n"): bytes += Array("%0A".utf8)
            case UInt8(ascii: "\r"): bytes += Array("%0D".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The path that ``encoded(_:)`` wrote; `nil` where a % stands for anything else.
    static func decoded(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            switch String(decoding: rest.prefix(2), as: UTF8.self).uppercased() {
            case "25": bytes.append(UInt8(ascii: "%"))
            case "0A": bytes.append(UInt8(ascii: "\n"))
            case "0D": bytes.append(UInt8(ascii: "\r"))
            default: return nil
            }
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The files of a bag whose names RFC 8493 gives, with SHA-256 as the one algorithm.
enum BagFile {
    static let declaration = "bagit.txt"
    static let info = "bag-info.txt"
    static let manifest = "manifest-sha256.txt"
    static let tagManifest = "tagmanifest-sha256.txt"
    static let payload = "data"

    static let declarationText = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

    /// Whether a tag file of this name would be taken for one of the bag's own.
    static func isReserved(_ path: String) -> Bool {
        let name = path.lowercased()
        return name == declaration || name == info || name == "fetch.txt" || name == payload
            || name.hasPrefix(payload + "/")
            || ((name.hasPrefix("manifest-") || name.hasPrefix("tagmanifest-")) && name.hasSuffix(".txt"))
    }
}
