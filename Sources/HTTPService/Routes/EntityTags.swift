import Submissions

/// What `If-Match` or `If-None-Match` names: `*`, or a list of entity tags (RFC 9110, sections 8.8.3 and 13.1).
enum EntityTags: Equatable {
    case any
    case tags([Tag])

    struct Tag: Equatable {
        let isWeak: Bool
        /// What stands between the quotation marks, byte for byte.
        let opaque: String

        /// The version with which it begins as Tasuki writes it, whichever words were seen of it; `"003"` is none.
        var version: Int? {
            let digits = opaque.prefix { $0 != "-" }
            return Int(digits).flatMap { "\($0)" == digits ? $0 : nil }
        }
    }

    /// Nil where the text is no such list.
    init?(_ text: String) {
        var rest = Substring(text).utf8[...]
        var tags: [Tag] = []
        var mayFollow = true
        while true {
            rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
            guard let first = rest.first else { break }
            if first == UInt8(ascii: ",") {
                rest.removeFirst()
                mayFollow = true
            } else if mayFollow, let tag = Self.tag(&rest) {
                tags.append(tag)
                mayFollow = false
            } else if first == UInt8(ascii: "*"), tags.isEmpty, rest.count == 1 {
                self = .any
                return
            } else {
                return nil
            }
        }
        if tags.isEmpty { return nil }
        self = .tags(tags)
    }

    private static func tag(_ rest: inout Substring.UTF8View) -> Tag? {
        var inner = rest
        let isWeak = inner.starts(with: "W/".utf8)
        if isWeak { inner.removeFirst(2) }
        guard inner.first == UInt8(ascii: "\"") else { return nil }
        inner.removeFirst()
        let opaque = inner.prefix { $0 == 0x21 || (0x23...0x7E).contains($0) || $0 >= 0x80 }
        inner = inner[opaque.endIndex...]
        guard inner.first == UInt8(ascii: "\"") else { return nil }
        inner.removeFirst()
        rest = inner
        return Tag(isWeak: isWeak, opaque: String(Substring(opaque)))
    }

    /// The versions of which one must be the current one; nil where any will do.
    ///
    /// A weak tag never matches.
    var condition: VersionCondition? {
        switch self {
        case .any: nil
        case .tags(let tags): VersionCondition(oneOf: tags.filter { !$0.isWeak }.compactMap(\.version))
        }
    }

    /// Whether `If-None-Match` names the tag, be either of them weak.
    func names(_ tag: String) -> Bool {
        switch self {
        case .any: true
        case .tags(let tags): tags.contains { "\"\($0.opaque)\"" == tag }
        }
    }

    /// Whether `If-None-Match` rules the version out; there a weak tag counts too.
    func rulesOut(_ version: Int) -> Bool {
        switch self {
        case .any: true
        case .tags(let tags): tags.contains { $0.version == version }
        }
    }
}
