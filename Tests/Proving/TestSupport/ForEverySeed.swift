/// A small generator whose numbers are the same on every machine.
public struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    public init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    /// SplitMix64.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Runs `body` once for each seed inside one test, so that a run prints one line and not hundreds.
public func forEverySeed(
    _ seeds: Range<UInt64> = 0..<50,
    _ body: (UInt64, inout SeededGenerator) throws -> Void
) rethrows {
    for seed in seeds {
        var generator = SeededGenerator(seed: seed)
        try body(seed, &generator)
    }
}
