/// The JSON Canonicalization Scheme of RFC 8785, appended to a buffer of bytes.
///
/// The scheme in one line: no white space, members sorted by the UTF-16 code units of their keys, the fewest possible
/// escapes, numbers as ECMAScript writes them. Integers beyond ±2^53 become strings, since a reader with doubles
/// could not tell neighbours apart (RFC 8785 appendix D). The pieces are public so that a codec of one known shape
/// can write straight into its buffer without building a ``JSONValue``.
package enum CanonicalJSON {
    /// Appends a whole value.
    ///
    /// - Precondition: every number inside is finite.
    package static func append(_ value: JSONValue, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(true): bytes.append(contentsOf: "true".utf8)
        case .bool(false): bytes.append(contentsOf: "false".utf8)
        case .integer(let integer): append(integer, to: &bytes)
        case .number(let number): append(number, to: &bytes)
        case .string(let text): append(text, to: &bytes)
        case .array(let elements): append(elements, to: &bytes)
        case .object(let members): append(members, to: &bytes)
        }
    }

    /// Appends an array.
    package static func append(_ elements: [JSONValue], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        var isFirst = true
        for element in elements {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            append(element, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Appends an object, its members in canonical order.
    package static func append(_ members: [String: JSONValue], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for place in order(of: members) {
            let (key, member) = members[place]
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            append(key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            append(member, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }
}
