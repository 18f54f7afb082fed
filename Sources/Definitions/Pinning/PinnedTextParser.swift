/// Reads what `PinnedText` writes, and nothing else: no white space, no numbers, one way to escape.
struct PinnedTextParser {
    struct Defect: Error {
        /// In bytes from the start.
        let offset: Int
    }

    /// Readers of trees are recursive; files are held to the same depth.
    private static let depthLimit = 256

    private let bytes: [UInt8]
    private var offset = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    mutating func document() throws(Defect) -> Tree {
        let tree = try value(depth: 0)
        guard offset == bytes.count else { throw Defect(offset: offset) }
        return tree
    }

    private var place: Place { Place(line: 1, column: offset + 1) }

    private mutating func value(depth: Int) throws(Defect) -> Tree {
        let start = place
        guard depth < Self.depthLimit else { throw Defect(offset: offset) }
        if take("[") { return Tree(place: start, content: try array(depth: depth)) }
        if take("{") {
            try expect("}")
            return Tree(place: start, content: .mapping([]))
        }
        return Tree(place: start, content: .scalar(try string()))
    }

    /// A mapping when its elements are objects with a member, else a list.
    private mutating func array(depth: Int) throws(Defect) -> Tree.Content {
        if take("]") { return .list([]) }
        guard bytes[offset...].starts(with: Array("{\"".utf8)) else {
            var elements: [Tree] = []
            repeat { elements.append(try value(depth: depth + 1)) } while take(",")
            try expect("]")
            return .list(elements)
        }
        var entries: [Tree.Entry] = []
        repeat {
            try expect("{")
            let start = place
            let key = try string()
            try expect(":")
            entries.append(Tree.Entry(key: key, place: start, value: try value(depth: depth + 1)))
            try expect("}")
        } while take(",")
        try expect("]")
        return .mapping(entries)
    }

    private mutating func string() throws(Defect) -> String {
        try expect("\"")
        var text: [UInt8] = []
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
            guard bytes[offset] >= 0x20 else { throw Defect(offset: offset) }
            text.append(bytes[offset] == UInt8(ascii: "\\") ? try escaped() : bytes[offset])
            offset += 1
        }
        try expect("\"")
        guard let text = String(validating: text, as: UTF8.self) else { throw Defect(offset: offset) }
        return text
    }

    /// The byte that an escape stands for; ends on the last byte of the escape.
    private mutating func escaped() throws(Defect) -> UInt8 {
        offset += 1
        guard offset < bytes.count else { throw Defect(offset: offset) }
        switch bytes[offset] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return bytes[offset]
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "u"):
            let digits = String(decoding: bytes[(offset + 1)...].prefix(4), as: UTF8.self)
            guard let code = UInt8(digits, radix: 16), PinnedText.escape(of: Unicode.Scalar(code)) == "\\u" + digits
            else {
                throw Defect(offset: offset)
            }
            offset += 4
            return code
        default: throw Defect(offset: offset)
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else { return false }
        offset += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(Defect) {
        guard take(character) else { throw Defect(offset: offset) }
    }
}
