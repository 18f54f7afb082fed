import Engine
package import Regulation

extension Sequence<Fact> {
    /// As many facts as asked for, or all there are, drawn at random by a seed, in the order in which they stood.
    ///
    /// The same facts and the same seed give the same sample on every machine and in every release, so that a second person
    /// checks what the first one did.
    package func sample(of count: Int, seed: UInt64) -> [Fact] {
        let all = Array(self)
        var drawn = Array(all.indices)
        var numbers = SeededNumbers(seed: seed)
        let size = Swift.min(Swift.max(count, 0), drawn.count)
        for place in 0..<size {
            drawn.swapAt(place, place + Int(numbers.next() % UInt64(drawn.count - place)))
        }
        return drawn.prefix(size).sorted().map { all[$0] }
    }
}

/// SplitMix64, after Steele, Lea and Flood, “Fast splittable pseudorandom number generators” (2014).
///
/// Swift's own shuffling may change with its releases, so a sample does not rest on it.
private struct SeededNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
