import TransparencyLog

/// Many seeds, one after another.
package struct Campaign {
    package struct Failure: Sendable {
        package let seed: UInt64
        package let violation: Violation
        /// The shortest story found that still breaks the same rule, as numbered lines.
        package let story: [String]
    }

    private let definitions: SharedDefinitions
    private let plant: Plant?
    package private(set) var tally = Tally()
    private var fingerprints = DigestBuilder()

    package init(_ definitions: SharedDefinitions, plant: Plant? = nil) {
        self.definitions = definitions
        self.plant = plant
    }

    /// Stands for every log and every answer so far: the same for the same seeds, in whatever process.
    package var fingerprint: String { String(fingerprints.finalize().description.prefix(16)) }

    /// Runs one seed, and tells the shortest story where an invariant did not hold.
    package mutating func run(_ seed: UInt64) throws -> Failure? {
        let (story, ending) = try Story.write(seed, definitions, plant: plant)
        tally += ending.tally
        fingerprints.update(Array(ending.fingerprint.utf8))
        guard let violation = ending.violation else { return nil }
        let (shortest, last) = Shortening(story, violation, definitions, plant).run()
        return Failure(seed: seed, violation: last, story: shortest.lines)
    }
}
