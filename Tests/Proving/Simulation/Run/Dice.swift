/// Every choice of a simulation, so that a seed is a whole run; SplitMix64.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0xD134_2543_DE82_EF95 &+ 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func pick<Element>(_ list: [Element]) -> Element? { list.randomElement(using: &self) }

    /// A few of the list in its order, at least one where there is one.
    mutating func some<Element>(of list: [Element]) -> [Element] {
        guard let sure = list.indices.randomElement(using: &self) else { return [] }
        return list.indices.filter { $0 == sure || chance(50) }.map { list[$0] }
    }
}
