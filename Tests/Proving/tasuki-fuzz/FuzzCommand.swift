import ArgumentParser
import Foundation
import Fuzzing

/// Attacks the parsers with seeded mutations, each target in a process of its own.
@main
struct FuzzCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasuki-fuzz",
        abstract: "Attacks every parser that sees the outside.",
        discussion: """
            An input is known by its target, seed and number. Exit codes: 0 nothing found, 1 a finding, 64 usage.

            EXAMPLES
              tasuki-fuzz all --executions 400
              tasuki-fuzz json --seed 7 --executions 1000000
              tasuki-fuzz --replay finding.bin json
            """
    )

    @Argument(help: "The target, or all; --list names them.")
    var target = "all"

    @Flag(help: "Print the names of the targets.")
    var list = false

    @Option(help: "The seed of the mutations.")
    var seed: UInt64 = 1

    @Option(help: "The most inputs for each target (default: 1000, or no bound where seconds are given).")
    var executions: UInt64?

    @Option(help: "Go on for so many seconds with each target.")
    var seconds: Double?

    @Option(help: "Where inputs that break something are written.")
    var findings = ".build/fuzz-findings"

    @Option(help: "The repository, for what inputs are grown from (default: where this program was built).")
    var repository: String?

    @Option(help: "Read one input from a file and say what it breaks.")
    var replay: String?

    // What the parent asks of the process that it starts.

    @Option(help: .hidden)
    var journal: String?

    @Option(help: .hidden)
    var first: UInt64 = 0

    @Option(help: .hidden)
    var show: UInt64?

    func run() async throws {
        let files = SeedFiles(repository: repository ?? Self.repository)
        if list { return print(try FuzzCatalogue.names(files).joined(separator: "\n")) }
        if let replay {
            return try await withTaskExecutorPreference(AttackThread()) { try await self.replay(replay, files) }
        }
        if let show {
            FileHandle.standardOutput.write(Data(Attack(try await chosen(files), seed: seed).input(show)))
            return
        }
        if let journal {
            return try await withTaskExecutorPreference(AttackThread()) {
                try await attack(files, Journal(path: journal))
            }
        }
        let names = try FuzzCatalogue.names(files)
        guard target == "all" || names.contains(target) else { throw unknown(names) }
        try await hunt(target == "all" ? names : [target], files)
    }

    /// Found from this file, as tests find it.
    private static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    private func chosen(_ files: SeedFiles) async throws -> FuzzTarget {
        guard let chosen = try await FuzzCatalogue.target(target, files) else {
            throw unknown(try FuzzCatalogue.names(files))
        }
        return chosen
    }

    private func unknown(_ names: [String]) -> ValidationError {
        ValidationError("there is no target '\(target)'; known: \(names.joined(separator: ", "))")
    }

    private func replay(_ path: String, _ files: SeedFiles) async throws {
        let target = try await chosen(files)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ValidationError("\(path) cannot be read")
        }
        guard let violation = Attack(target, seed: seed, slowest: Self.slowest).violation(of: [UInt8](data)) else {
            return print("nothing broken")
        }
        print("broken: \(violation)")
        throw ExitCode(1)
    }

    private var count: UInt64 { executions ?? (seconds == nil ? 1_000 : .max) }

    /// What an input may take of the processors' time: nearly all take milliseconds, whatever else the machine does.
    private static let slowest = Duration.seconds(10)

    /// The attack itself, in the process that a trap may end.
    private func attack(_ files: SeedFiles, _ journal: Journal) async throws {
        Limits.keepMemoryBounded()
        let target = try await chosen(files)
        journal.ready()
        let attack = Attack(target, seed: seed, slowest: Self.slowest)
        let deadline = seconds.map { ContinuousClock.now + .seconds($0) }
        let (count, found) = attack.run(from: first, count: count, until: deadline) { journal.note($0) }
        try journal.finish(executions: count, found)
    }

    private func hunt(_ names: [String], _ files: SeedFiles) async throws {
        var total = 0
        for name in names {
            var hunt = Hunt(
                target: name,
                seed: seed,
                executions: count,
                seconds: seconds,
                repository: files.repository,
                folder: findings
            )
            try await hunt.run()
            total += hunt.findings.count
            print(hunt.summary)
            for finding in hunt.findings { print("  \(finding)") }
        }
        if total > 0 {
            print("\(total) findings; the inputs are in \(findings)")
            throw ExitCode(1)
        }
    }
}
