import ArgumentParser
import CanonicalJSON
import CommandLineTool
import Definitions
import Engine
import Foundation
import Regulation
import SQLiteStore
import Submissions
import TransparencyLog

struct BenchGenerate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Make a large workspace: the first submissions by running procedures, the rest as copies of them.",
        discussion: """
            The workspace runs on a simulated clock that moves through 900 days. Submissions of several courses begin \
            on their days and go on at their own pace, each action by the engine's own commands; some are given up. \
            Copies have new names, products and people. The same seed gives the same submissions.

            EXAMPLES
              tasuki-bench generate --workspace /tmp/small --submissions 1000
              tasuki-bench generate --workspace /tmp/million --submissions 1000000 --procedures 100000
            """
    )

    @OptionGroup var global: GlobalOptions

    @Option(help: "Submissions in all.")
    var submissions = 1_000

    @Option(help: "How many of them run their procedures (default: all, at most 100000).")
    var procedures: Int?

    @Option(help: "Draws the courses and their paces.")
    var seed: UInt64 = 1

    func validate() throws {
        guard (1...9_999_999).contains(submissions) else {
            throw ValidationError("--submissions takes 1 to 9999999")
        }
    }

    func run() async throws {
        let configuration = try global.configuration()
        guard let zone = try configuration.zones()["Asia/Tokyo"], let first = CivilDate("2024-01-04") else {
            throw ExitCode(78)
        }
        let begins = zone.startOfDay(first).adding(milliseconds: 9 * 3_600_000)
        let workspace = try Workspace.create(
            folder: Places.workspace(option: global.workspace),
            configuration: configuration.path,
            settings: WorkspaceSettings(clock: .simulated(now: begins), zone: zone)
        )
        let clock = ContinuousClock()
        let began = clock.now
        let real = min(submissions, procedures ?? 100_000)
        let running = ProgressLine("Running procedures: submission {0} of {1}")
        try await Generation(try Workload(workspace.tasuki), count: real, seed: seed)
            .run { running.show($0, of: real) }
        running.end()
        try await workspace.close()
        let ran = clock.now
        let copies = submissions - real
        if copies > 0 {
            let copying = ProgressLine("Copying: submission {0} of {1}")
            let patterns = (0..<min(real, 4_000)).map { Generation.name($0 * (real / min(real, 4_000))) }
            try Copies(in: workspace.folder).write(of: patterns, into: real..<submissions) {
                copying.show($0, of: copies)
            }
            copying.end()
        }
        // Opened once more, so that the file of heads has those of the copies.
        let whole = try Workspace.open(folder: workspace.folder, configuration: configuration.path)
        let size = try await whole.store.read { try $0.head().size }
        try await whole.close()
        let done = clock.now
        Terminal.print(
            JSONValue.object([
                "job": "generate", "submissions": .integer(Int64(submissions)), "procedures": .integer(Int64(real)),
                "events": .integer(Int64(size)), "secs": .number((done - began) / .seconds(1)),
                "procedures_secs": .number((ran - began) / .seconds(1)),
                "copies_secs": .number((done - ran) / .seconds(1)),
            ]).canonicalText()
        )
    }
}
