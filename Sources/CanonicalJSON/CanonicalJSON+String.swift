extension CanonicalJSON {
    /// Appends a string in quotes, escaping only `"`, `\` and the control characters below U+0020.
    package static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { append(unquoted: $0, to: &bytes) }
        if isWritten == nil {
            Array(text.utf8).withUnsafeBufferPointer { append(unquoted: $0, to: &bytes) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func append(unquoted text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        // Without a branch in the loop the compiler looks at many bytes at once; few texts need an escape.
        var needsEscape = false
        for byte in text { needsEscape = isEscaped(byte) || needsEscape }
        guard needsEscape else {
            bytes.append(contentsOf: text)
            return
        }
        for byte in text {
            if isEscaped(byte) { append(escaped: byte, to: &bytes) } else { bytes.append(byte) }
        }
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func append(escaped byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        default:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(Hexadecimal.digit(byte >> 4))
            bytes.append(Hexadecimal.digit(byte & 0xF))
        }
    }
}
