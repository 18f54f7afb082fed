/// A recursive descent over the bytes of one document.
struct JSONParser {
    /// How many arrays and objects may stand inside each other, so that no input can exhaust the stack.
    static let depthLimit = 128

    let bytes: [UInt8]
    var index = 0
    /// The unescaped bytes of the string being read, kept so that its storage is reused.
    var unescaped: [UInt8] = []

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func document() throws(JSONDefect) -> JSONValue {
        skipSpace()
        let value = try value(depth: 1)
        skipSpace()
        guard index == bytes.count else { throw .trailingBytes(at: index) }
        return value
    }

    private mutating func value(depth: Int) throws(JSONDefect) -> JSONValue {
        guard index < bytes.count else { throw .unexpectedEnd(at: index) }
        switch bytes[index] {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: throw .unexpectedByte(bytes[index], at: index)
        }
    }

    private mutating func array(depth: Int) throws(JSONDefect) -> [JSONValue] {
        guard depth <= Self.depthLimit else { throw .tooDeep(at: index) }
        index += 1
        var elements: [JSONValue] = []
        if skip(to: UInt8(ascii: "]")) { return elements }
        while true {
            elements.append(try value(depth: depth + 1))
            if skip(to: UInt8(ascii: "]")) { return elements }
            try expect(UInt8(ascii: ","))
            skipSpace()
        }
    }

    private mutating func object(depth: Int) throws(JSONDefect) -> [String: JSONValue] {
        guard depth <= Self.depthLimit else { throw .tooDeep(at: index) }
        index += 1
        if skip(to: UInt8(ascii: "}")) { return [:] }
        var members: [String: JSONValue] = Dictionary(minimumCapacity: 8)
        while true {
            let start = index
            try expect(UInt8(ascii: "\""))
            index = start
            let key = try string()
            skipSpace()
            try expect(UInt8(ascii: ":"))
            skipSpace()
            let member = try value(depth: depth + 1)
            guard members.updateValue(member, forKey: key) == nil else { throw .duplicateKey(key, at: start) }
            if skip(to: UInt8(ascii: "}")) { return members }
            try expect(UInt8(ascii: ","))
            skipSpace()
        }
    }

    private mutating func literal(_ text: StaticString, _ value: JSONValue) throws(JSONDefect) -> JSONValue {
        for position in 0..<text.utf8CodeUnitCount {
            try expect(text.utf8Start[position])
        }
        return value
    }

    /// Passes over white space and, if it comes next, the closing byte.
    private mutating func skip(to closing: UInt8) -> Bool {
        skipSpace()
        guard index < bytes.count, bytes[index] == closing else { return false }
        index += 1
        return true
    }

    private mutating func skipSpace() {
        while index < bytes.count, bytes[index] <= 0x20 {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return
            }
        }
    }

    private mutating func expect(_ byte: UInt8) throws(JSONDefect) {
        guard index < bytes.count else { throw .unexpectedEnd(at: index) }
        guard bytes[index] == byte else { throw .unexpectedByte(bytes[index], at: index) }
        index += 1
    }
}
