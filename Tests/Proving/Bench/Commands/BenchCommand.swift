package import ArgumentParser

/// The program `tasuki-bench`: workspaces to measure with, and what is measured beneath the doors of the shipped program.
package struct BenchCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "tasuki-bench",
        abstract: "Make large workspaces and measure this machine with them; for Scripts/bench and Scripts/torture.",
        subcommands: [BenchGenerate.self, BenchMeasure.self, BenchPlan.self, BenchDrive.self]
    )

    package init() {}

    /// Runs the program with the process's arguments and ends the process.
    package static func start() async { await main() }
}
