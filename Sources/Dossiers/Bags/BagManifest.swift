import TransparencyLog

/// A manifest: the digest of each file, by its path.
struct BagManifest {
    private(set) var digests: [String: Digest] = [:]
    private(set) var defects: [BagDefect] = []

    subscript(path: String) -> Digest? { digests[path] }

    mutating func add(_ path: String, _ digest: Digest) { digests[path] = digest }

    /// A line for each path, in the order of their bytes.
    var text: String {
        digests.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { "\($0.value)  \(BagPath.encoded($0.key))\n" }.joined()
    }
}

extension BagManifest {
    /// Reads `text`, the content of the manifest `name`; what is wrong with it is in ``defects``.
    init(reading text: String, name: String, isWanted: (String) -> Bool) {
        let newline: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        // Bytes, because the line separators of Unicode are no line ends in a manifest.
        let lines = text.replacing("\r\n", with: "\n").utf8.split(
            omittingEmptySubsequences: false,
            whereSeparator: newline
        )
        for (index, line) in lines.enumerated() where !line.isEmpty {
            guard let (digest, path) = Self.parts(of: line) else {
                defects.append(.malformed(path: name, line: index + 1))
                continue
            }
            guard BagPath.isSafe(path), isWanted(path) else {
                defects.append(.unsafePath(path))
                continue
            }
            if digests.updateValue(digest, forKey: path) != nil {
                defects.append(.malformed(path: name, line: index + 1))
            }
        }
    }

    /// Bytes again: a combining mark at the start of a path would merge with the space before it.
    private static func parts(of line: Substring.UTF8View) -> (Digest, String)? {
        let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard let end = line.firstIndex(where: isBlank),
            let digest = Digest(hex: Substring(line[..<end]).lowercased()),
            let path = BagPath.decoded(String(Substring(line[end...].drop(while: isBlank)))), !path.isEmpty
        else { return nil }
        return (digest, path)
    }
}
