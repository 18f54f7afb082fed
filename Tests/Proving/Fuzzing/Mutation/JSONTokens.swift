import Chance

/// The tokens of a JSON text, found without judging it: strings, words, and single signs.
struct JSONTokens {
    let bytes: [UInt8]
    let ranges: [Range<Int>]

    init(_ bytes: [UInt8]) {
        var ranges: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            let start = index
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index += 1
                while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                    index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
                }
                index = min(index + 1, bytes.count)
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","),
                UInt8(ascii: ":"):
                index += 1
            default:
                while index < bytes.count, !Array("\"{}[],:".utf8).contains(bytes[index]) { index += 1 }
            }
            ranges.append(start..<index)
        }
        self.bytes = bytes
        self.ranges = ranges
    }

    /// The bytes from the token at `index` to the end of the value that it begins.
    func span(from index: Int) -> Range<Int> {
        var depth = 0
        for position in ranges.indices[index...] {
            let byte = bytes[ranges[position].lowerBound]
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { depth -= 1 }
            if depth <= 0 { return ranges[index].lowerBound..<ranges[position].upperBound }
        }
        return ranges[index].lowerBound..<bytes.count
    }

    /// Where a value stands, found by chance.
    func valueRange(_ random: inout Dice) -> Range<Int>? {
        guard !ranges.isEmpty else { return nil }
        for _ in 0..<8 {
            let index = random.below(ranges.count)
            if !Array("}],:".utf8).contains(bytes[ranges[index].lowerBound]) { return span(from: index) }
        }
        return nil
    }

    /// A value of the text, found by chance.
    func value(_ random: inout Dice) -> [UInt8]? { valueRange(&random).map { Array(bytes[$0]) } }

    /// A member of an object with its name, found by chance.
    func memberRange(_ random: inout Dice) -> Range<Int>? {
        let colons = ranges.indices.filter { bytes[ranges[$0].lowerBound] == UInt8(ascii: ":") }
        guard let colon = random.element(colons), colon > 0, colon + 1 < ranges.count else { return nil }
        return ranges[colon - 1].lowerBound..<span(from: colon + 1).upperBound
    }
}

extension Mutator {
    /// Changes a JSON text by its values and members.
    func mutateJSON(_ bytes: inout [UInt8], _ random: inout Dice) {
        let tokens = JSONTokens(bytes)
        switch random.below(8) {
        case 0, 1:
            guard let range = tokens.valueRange(&random) else { return }
            let value = random.oneIn(2) ? tokens.value(&random) : JSONTokens(other(&random)).value(&random)
            bytes.replaceSubrange(range, with: value ?? [])
        case 2, 3:
            guard let range = tokens.valueRange(&random) else { return }
            let word = word(&random)
            let quote = [UInt8(ascii: "\"")]
            bytes.replaceSubrange(range, with: random.oneIn(2) ? word : quote + word + quote)
        case 4:
            guard let range = tokens.memberRange(&random) else { return }
            let end = range.upperBound < bytes.count && bytes[range.upperBound] == UInt8(ascii: ",") ? 1 : 0
            bytes.removeSubrange(range.lowerBound..<(range.upperBound + end))
        case 5:
            guard let range = tokens.memberRange(&random), let place = tokens.memberRange(&random) else { return }
            bytes.insert(contentsOf: Array(bytes[range]) + [UInt8(ascii: ",")], at: place.lowerBound)
        case 6:
            guard let range = tokens.valueRange(&random) else { return }
            let depth = [1, 2, 126, 127, 128, 129, 1_000, 10_000][random.below(8)]
            let (open, close) = random.oneIn(2) ? ("[", "]") : ("{\"a\":", "}")
            bytes.insert(contentsOf: Array(String(repeating: close, count: depth).utf8), at: range.upperBound)
            bytes.insert(contentsOf: Array(String(repeating: open, count: depth).utf8), at: range.lowerBound)
        default:
            let space = Array([" ", "\n", "\t", "\r", "\u{B}", "\u{A0}"][random.below(6)].utf8)
            guard let range = random.element(tokens.ranges) else { return }
            bytes.insert(contentsOf: space, at: range.lowerBound)
        }
    }
}
