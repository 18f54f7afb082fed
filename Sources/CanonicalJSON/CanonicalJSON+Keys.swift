extension CanonicalJSON {
    /// Whether a key comes before another in the order of UTF-16 code units (RFC 8785 section 3.2.3).
    package static func precedes(_ left: String, _ right: String) -> Bool {
        let answer = left.utf8.withContiguousStorageIfAvailable { left in
            right.utf8.withContiguousStorageIfAvailable { right in
                left.lexicographicallyPrecedes(right) { weight($0) < weight($1) }
            }
        }
        return (answer ?? nil) ?? left.utf16.lexicographicallyPrecedes(right.utf16)
    }

    /// The places of an object's members, in canonical order of their keys.
    static func order(of members: [String: JSONValue]) -> [[String: JSONValue].Index] {
        // Most keys differ within eight bytes, and numbers sort several times faster than strings.
        var places = members.indices.map { (prefix: prefix(of: members[$0].key), index: $0) }
        places.sort { left, right in
            left.prefix != right.prefix
                ? left.prefix < right.prefix : precedes(members[left.index].key, members[right.index].key)
        }
        return places.map(\.index)
    }

    /// The first eight weights of a key as one number, the first the highest, zero where the key is shorter.
    private static func prefix(of key: String) -> UInt64 {
        key.utf8.withContiguousStorageIfAvailable { prefix(of: $0) } ?? prefix(of: Array(key.utf8.prefix(8)))
    }

    private static func prefix(of bytes: some RandomAccessCollection<UInt8>) -> UInt64 {
        var prefix: UInt64 = 0
        var room = UInt64.bitWidth
        for byte in bytes.prefix(8) {
            room -= 8
            prefix |= UInt64(weight(byte)) << room
        }
        return prefix
    }

    /// A number for each UTF-8 byte, such that comparing these compares UTF-16 code units.
    ///
    /// UTF-8 sorts by code point, which is the same order but for one case: a code point above U+FFFF (first byte
    /// F0…F4) starts with a surrogate, D800…DFFF, in UTF-16, and so comes before U+E000…U+FFFF (first byte EE or EF).
    /// These two bytes occur nowhere else in a sequence, so it is enough to lift them above F4.
    static func weight(_ byte: UInt8) -> UInt8 {
        byte == 0xEE || byte == 0xEF ? byte + 8 : byte
    }
}
