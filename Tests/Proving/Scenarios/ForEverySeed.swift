package import Chance

/// Runs `body` once for each seed inside one test, so that a run prints one line and not hundreds.
package func forEverySeed(
    _ seeds: Range<UInt64> = 0..<50,
    _ body: (UInt64, inout Dice) throws -> Void
) rethrows {
    for seed in seeds {
        var dice = Dice(seed: seed)
        try body(seed, &dice)
    }
}
