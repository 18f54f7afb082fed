import Definitions
import Testing

@testable import Simulation

@Suite("Under seeds, the engine keeps its promises")
struct SeedTests {
    @Test("no crash, delay or order of requests breaks an invariant")
    func invariants() async throws {
        var campaign = Campaign(try Shipped.definitions.get())
        for seed: UInt64 in 1...200 {
            // Others who wait for this thread come in between.
            await Task.yield()
            guard let failure = try campaign.run(seed) else { continue }
            Issue.record("seed \(seed): \(failure.violation)\n\(failure.story.joined(separator: "\n"))")
            return
        }
        // A run that does little proves little.
        let tally = campaign.tally
        #expect(tally.accepted > 3_000 && tally.refused > 300 && tally.unanswered > 100)
        #expect(tally.deadlinesFired > 20 && tally.flags > 50)
        let faults = Fate.allCases.map(\.words) + ["busy", "clock set back", "locked out"]
        for fault in faults { #expect(tally.faults[fault] ?? 0 > 0, "\(fault)") }
    }

    @Test("a story played again ends with the same log and the same answers")
    func determinism() async throws {
        let definitions = try Shipped.definitions.get()
        for seed: UInt64 in 201...210 {
            await Task.yield()
            let (story, ending) = try Story.write(seed, definitions, plant: nil)
            #expect(story.play(definitions, plant: nil).fingerprint == ending.fingerprint, "seed \(seed)")
            #expect(try Story.write(seed, definitions, plant: nil).1.fingerprint == ending.fingerprint, "seed \(seed)")
        }
    }
}
