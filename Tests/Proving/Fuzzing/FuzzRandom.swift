/// Chance that is the same on every machine, as an input is known only by its seed and its number.
public struct FuzzRandom: RandomNumberGenerator {
    private var state: UInt64

    public init(seed: UInt64, iteration: UInt64 = 0) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 ^ iteration &* 0xD1B5_4A32_D192_ED03
    }

    /// SplitMix64.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 below `count`; 0 where `count` is not positive.
    public mutating func below(_ count: Int) -> Int {
        count > 0 ? Int(next() % UInt64(count)) : 0
    }

    /// Whether one of so many chances came up.
    public mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }

    public mutating func element<Elements: RandomAccessCollection>(_ elements: Elements) -> Elements.Element? {
        guard !elements.isEmpty else { return nil }
        return elements[elements.index(elements.startIndex, offsetBy: below(elements.count))]
    }

    /// A range within `0..<count`, mostly short.
    public mutating func range(in count: Int) -> Range<Int> {
        let start = below(count + 1)
        let longest = count - start
        let length = oneIn(4) ? below(longest + 1) : below(min(longest, 16) + 1)
        return start..<(start + length)
    }
}
