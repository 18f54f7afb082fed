extension JSONParser {
    /// Reads a string whose opening quote is at the index.
    mutating func string() throws(JSONDefect) -> String {
        index += 1
        let start = index
        while true {
            let byte = try plainByte()
            if byte == UInt8(ascii: "\"") {
                defer { index += 1 }
                return String(decoding: bytes[start..<index], as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\") { return try stringWithEscapes(from: start) }
        }
    }

    /// Goes on from the first escape of a string, which is at the index.
    private mutating func stringWithEscapes(from start: Int) throws(JSONDefect) -> String {
        unescaped.removeAll(keepingCapacity: true)
        var runStart = start
        while true {
            let byte = try plainByte()
            guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            unescaped.append(contentsOf: bytes[runStart..<index])
            if byte == UInt8(ascii: "\"") {
                index += 1
                return String(decoding: unescaped, as: UTF8.self)
            }
            try escape()
            runStart = index
        }
    }

    /// Passes over well-formed text up to a quote or backslash, and gives that byte with the index on it.
    private mutating func plainByte() throws(JSONDefect) -> UInt8 {
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return byte }
            guard byte >= 0x20 else { throw .controlCharacter(byte, at: index) }
            index += byte < 0x80 ? 1 : try multibyteLength()
        }
        throw .unexpectedEnd(at: index)
    }

    private func multibyteLength() throws(JSONDefect) -> Int {
        guard let length = UTF8Sequence.length(at: index, in: bytes) else { throw .invalidUTF8(at: index) }
        return length
    }

    private mutating func escape() throws(JSONDefect) {
        let start = index
        guard start + 1 < bytes.count else { throw .unexpectedEnd(at: bytes.count) }
        index += 2
        switch bytes[start + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(bytes[start + 1])
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "u"): try unicodeEscape(from: start)
        default: throw .invalidEscape(at: start)
        }
    }

    private mutating func unicodeEscape(from start: Int) throws(JSONDefect) {
        var code = try UInt32(codeUnit(from: start))
        if UTF16.isLeadSurrogate(UInt16(code)) {
            let low = index
            guard low + 1 < bytes.count, bytes[low] == UInt8(ascii: "\\"), bytes[low + 1] == UInt8(ascii: "u") else {
                throw .loneSurrogate(at: start)
            }
            index += 2
            let trail = try codeUnit(from: low)
            guard UTF16.isTrailSurrogate(trail) else { throw .loneSurrogate(at: start) }
            code = 0x1_0000 + (code - 0xD800) << 10 + UInt32(trail - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw .loneSurrogate(at: start) }
        unescaped.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    /// The four hexadecimal digits at the index.
    private mutating func codeUnit(from start: Int) throws(JSONDefect) -> UInt16 {
        guard index + 4 <= bytes.count else { throw .unexpectedEnd(at: bytes.count) }
        var code: UInt16 = 0
        for byte in bytes[index..<(index + 4)] {
            guard let digit = Hexadecimal.value(byte) else { throw .invalidEscape(at: start) }
            code = code << 4 | UInt16(digit)
        }
        index += 4
        return code
    }
}
