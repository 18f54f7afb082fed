/// Reads fixed forms of ASCII text such as `2026-05-12`, byte by byte.
///
/// Nothing is skipped and nothing is forgiven: a reader of dates that guesses would write its guess into the log.
struct FixedFormReader {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = text.utf8[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// The value of exactly `count` decimal digits, or nil.
    mutating func number(digits count: Int) -> Int? {
        guard rest.count >= count else { return nil }
        var value = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// The next decimal digit, or nil when something else comes next.
    mutating func digit() -> Int? {
        guard let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        rest.removeFirst()
        return Int(byte - UInt8(ascii: "0"))
    }

    /// Whether the next byte is one of `characters`, which is then consumed.
    mutating func take(_ characters: Unicode.Scalar...) -> Bool {
        guard let byte = rest.first, characters.contains(Unicode.Scalar(byte)) else { return false }
        rest.removeFirst()
        return true
    }
}
