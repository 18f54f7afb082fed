import Chance

/// Makes the inputs of one target out of its seeds, each known by a seed and a number.
package struct Mutator {
    let seeds: [[UInt8]]
    let words: [[UInt8]]
    let form: FuzzTarget.Form
    let limit: Int

    package init(_ target: FuzzTarget) {
        seeds = target.seeds
        words = (target.words + Self.commonWords).map { Array($0.utf8) }
        form = target.form
        limit = target.limit
    }

    /// The input of this number; the first ones are the seeds as they are.
    package func input(_ number: UInt64, seed: UInt64) -> [UInt8] {
        if number < UInt64(seeds.count) { return Array(seeds[Int(number)].prefix(limit)) }
        var random = Dice(seed: seed, iteration: number)
        var bytes = start(&random)
        repeat { mutate(&bytes, &random) } while !random.oneIn(3)
        if bytes.count > limit { bytes.removeLast(bytes.count - limit) }
        return bytes
    }

    /// A seed, half of the time only a part of it: short inputs are read more often in the same time.
    private func start(_ random: inout Dice) -> [UInt8] {
        guard let seed = random.element(seeds) else { return [] }
        guard seed.count > 512, random.oneIn(2) else { return seed }
        if form == .json { return random.oneIn(2) ? seed : JSONTokens(seed).value(&random) ?? seed }
        let lines = seed.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let head = lines.prefix(random.below(12))
        let rest = lines.dropFirst(head.count)
        let from = random.below(rest.count)
        let body = rest.dropFirst(from).prefix(1 + random.below(30))
        return Array((head + body).joined(separator: [UInt8(ascii: "\n")]))
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout Dice) {
        switch (form, random.below(10)) {
        case (.yaml, 0..<6): mutateYAML(&bytes, &random)
        case (.json, 0..<6): mutateJSON(&bytes, &random)
        case (.lines, 0..<4): mutateLines(&bytes, &random)
        case (_, 6..<8): mutateText(&bytes, &random)
        default: mutateBytes(&bytes, &random)
        }
    }

    /// One of the target's words, or of those that trouble every parser.
    func word(_ random: inout Dice) -> [UInt8] { random.element(words) ?? [] }

    /// Another seed of the target.
    func other(_ random: inout Dice) -> [UInt8] { random.element(seeds) ?? [] }
}
