import Chance

/// What mutations draw; an input is known only by its seed and its number.
extension Dice {
    init(seed: UInt64, iteration: UInt64) {
        self.init(seed: seed &* 0x9E37_79B9_7F4A_7C15 ^ iteration &* 0xD1B5_4A32_D192_ED03)
    }

    /// A number from 0 below `count`; 0 where `count` is not positive.
    mutating func below(_ count: Int) -> Int {
        count > 0 ? Int(next() % UInt64(count)) : 0
    }

    /// Whether one of so many chances came up.
    mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }

    mutating func element<Elements: RandomAccessCollection>(_ elements: Elements) -> Elements.Element? {
        guard !elements.isEmpty else { return nil }
        return elements[elements.index(elements.startIndex, offsetBy: below(elements.count))]
    }

    /// A range within `0..<count`, mostly short.
    mutating func range(in count: Int) -> Range<Int> {
        let start = below(count + 1)
        let longest = count - start
        let length = oneIn(4) ? below(longest + 1) : below(min(longest, 16) + 1)
        return start..<(start + length)
    }
}
