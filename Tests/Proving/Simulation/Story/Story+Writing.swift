import Chance
import Engine
import Regulation
import Submissions

/// How a run ended.
struct Ending: Sendable {
    let violation: Violation?
    let tally: Tally
    /// The last head of the log, and what all clients heard: the same for the same story.
    let fingerprint: String
}

extension Story {
    private static let begins = Instant(millisecondsSinceEpoch: 1_776_042_000_000)

    /// Writes the story of `seed` while it runs.
    static func write(_ seed: UInt64, _ definitions: SharedDefinitions, plant: Plant?) throws -> (Story, Ending) {
        var dice = Dice(run: seed)
        var story = Story(
            seed: seed,
            isSimulatedClock: dice.chance(50),
            limit: dice.pick([2, 3, 64]) ?? 64,
            foldLimit: dice.pick([1, 2, 64]) ?? 64
        )
        let run = Run(story, begins: begins, definitions: definitions, plant: plant)
        defer { run.abandon() }
        let cast = try Cast(dice: &dice, definitions: definitions, vault: run.world.vault)
        var author = Author(dice: dice, cast: cast, definitions: definitions)
        var violation: Violation?
        do throws(Violation) {
            while let move = author.next(run) {
                story.moves.append(move)
                _ = try run.apply(move)
            }
            story.errands = run.errands
            try run.finale()
        } catch {
            violation = error
            if story.errands.isEmpty { story.errands = run.errands }
        }
        return (story, Ending(violation: violation, tally: run.summary, fingerprint: run.fingerprint))
    }

    /// Plays the story again, or whatever part of it is left.
    func play(_ definitions: SharedDefinitions, plant: Plant?, documents: [[UInt8]] = Self.documents) -> Ending {
        let run = Run(self, begins: Self.begins, definitions: definitions, plant: plant)
        defer { run.abandon() }
        for document in documents { _ = try? run.world.vault.put(document) }
        var violation: Violation?
        do throws(Violation) {
            for move in moves { _ = try run.apply(move) }
            try run.finale()
        } catch {
            violation = error
        }
        return Ending(violation: violation, tally: run.summary, fingerprint: run.fingerprint)
    }

    /// What errands speak of, in the vault from the beginning of a replay.
    static let documents: [[UInt8]] =
        [Array("manifest".utf8), Array("letter".utf8)]
        + ["alpha", "beta", "gamma"].map { Array("dossier of \($0)".utf8) }
}
