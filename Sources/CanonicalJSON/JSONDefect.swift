/// Why bytes are no JSON document that can be trusted, and the byte offset where that shows.
package enum JSONDefect: Error, Hashable, Sendable {
    /// The document ends inside a value.
    case unexpectedEnd(at: Int)
    /// The byte cannot stand here; also for literals such as `nul` and for a byte order mark.
    case unexpectedByte(UInt8, at: Int)
    /// Something other than white space follows the value.
    case trailingBytes(at: Int)
    /// The bytes are not well-formed UTF-8 (Unicode table 3-7).
    case invalidUTF8(at: Int)
    /// A control character below U+0020 stands in a string without an escape.
    case controlCharacter(UInt8, at: Int)
    /// The backslash at the offset starts no escape that JSON knows.
    case invalidEscape(at: Int)
    /// The escape at the offset is half of a surrogate pair.
    case loneSurrogate(at: Int)
    /// The object has a member of this name already, or of a canonically equivalent one.
    case duplicateKey(String, at: Int)
    /// A leading zero, or a digit that is missing.
    case malformedNumber(at: Int)
    /// The number is too large for a double, or so small that it would become zero.
    case numberOutOfRange(at: Int)
    /// A double would change the integer; it has to be a string.
    case inexactInteger(at: Int)
    /// More than 128 arrays and objects inside each other.
    case tooDeep(at: Int)
}

extension JSONDefect {
    /// Where the defect shows, in bytes from the start.
    package var offset: Int {
        switch self {
        case .unexpectedEnd(let offset), .unexpectedByte(_, let offset), .trailingBytes(let offset),
            .invalidUTF8(let offset), .controlCharacter(_, let offset), .invalidEscape(let offset),
            .loneSurrogate(let offset), .duplicateKey(_, let offset), .malformedNumber(let offset),
            .numberOutOfRange(let offset), .inexactInteger(let offset), .tooDeep(let offset):
            offset
        }
    }
}
