import CanonicalJSON
import Chance

extension Dice {
    /// A text that dwells on what is hard: escapes, both sides of the surrogates, combining marks.
    mutating func text() -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "b", "z", "0", " ", "\"", "\\", "/", "\u{0}", "\u{8}", "\t", "\n", "\u{B}", "\u{1F}", "\u{7F}",
            "\u{80}",
            "\u{E9}", "\u{301}", "\u{7FF}", "\u{800}", "\u{5BE9}", "\u{D7FF}", "\u{E000}", "\u{FEFF}", "\u{FFFF}",
            "\u{10000}", "\u{1F600}", "\u{10FFFF}",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...12, using: &self) {
            text.append(scalars[Int.random(in: scalars.indices, using: &self)])
        }
        return String(text)
    }

    mutating func finiteDouble() -> Double {
        while true {
            let number = Double(bitPattern: next())
            if number.isFinite { return number }
        }
    }

    /// A value as the parser gives it: integral numbers within ±2^53 are integers.
    mutating func json(depth: Int = 4) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &self) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &self))
        case 2: return .integer(Int64.random(in: -(1 << 53)...(1 << 53), using: &self))
        case 3:
            let number = JSONValue.number(finiteDouble())
            return number.integerValue.map(JSONValue.integer) ?? number
        case 4, 5: return .string(text())
        case 6:
            return .array((0..<Int.random(in: 0...4, using: &self)).map { _ in json(depth: depth - 1) })
        default:
            var members: [String: JSONValue] = [:]
            for _ in 0..<Int.random(in: 0...6, using: &self) { members[text()] = json(depth: depth - 1) }
            return .object(members)
        }
    }
}
