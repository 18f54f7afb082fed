import ArgumentParser
import Definitions
import Simulation

/// Runs the engine on simulated disks and clocks, seed after seed.
@main
struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasuki-simulate",
        abstract: "Run the engine under seeds, with crashes, delays and reorderings, and check what must always hold."
    )

    @Option(help: "The folder of definitions.")
    var config = "Config"

    @Option(help: "How many seeds to run.")
    var seeds: UInt64 = 1_000

    @Option(help: "The first seed.")
    var first: UInt64 = 1

    @Option(help: "A defect to put into the store: \(Plant.allCases.map(\.rawValue).joined(separator: ", ")).")
    var plant: String?

    @Option(help: "Stop after so many minutes.")
    var minutes: Double?

    @Option(help: "Stop after so many failures.")
    var failures = 1

    @Flag(help: "Count every kind of answer.")
    var answers = false

    func validate() throws {
        if let plant, Plant(rawValue: plant) == nil { throw ValidationError("There is no defect named ‘\(plant)’.") }
    }

    func run() throws {
        let definitions = try SharedDefinitions(ConfiguredDefinitions(folder: ConfigFolder(path: config)))
        var campaign = Campaign(definitions, plant: plant.flatMap { Plant(rawValue: $0) })
        let clock = ContinuousClock()
        let began = clock.now
        let end = minutes.map { began.advanced(by: .seconds($0 * 60)) }
        var failed = 0
        for seed in first..<(first + seeds) {
            if let end, clock.now >= end { break }
            guard let failure = try campaign.run(seed) else { continue }
            failed += 1
            print("✘ seed \(failure.seed): \(failure.violation.rule): \(failure.violation.detail)")
            for line in failure.story { print("  \(line)") }
            if failed >= failures { break }
        }
        report(campaign, seconds: began.duration(to: clock.now) / .seconds(1))
        if failed > 0 { throw ExitCode(1) }
    }

    private func report(_ campaign: Campaign, seconds: Double) {
        let tally = campaign.tally
        print("\(tally.seeds) seeds, \(tally.steps) steps, \(tally.commands) commands: \(tally.accepted) accepted,")
        print("\(tally.refused) refused, \(tally.unanswered) without an answer, \(tally.failed) failed;")
        print("\(tally.events) events, \(tally.deadlinesFired) deadlines fired,")
        print("\(tally.approvals) approvals, \(tally.flags) flags")
        let faults = tally.faults.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" }
        print("faults: \(faults.joined(separator: ", "))")
        if answers {
            for (answer, count) in tally.answers.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
                print("  \(count) × \(answer)")
            }
        }
        print("\(tally.checks) checks in \((seconds * 10).rounded() / 10) s; fingerprint \(campaign.fingerprint)")
    }
}
