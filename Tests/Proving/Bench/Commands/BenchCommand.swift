public import ArgumentParser

/// The program `tasuki-bench`: workspaces to measure with, and what is measured beneath the doors of the shipped program.
public struct BenchCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "tasuki-bench",
        abstract: "Make large workspaces and measure this machine with them; for Scripts/bench and Scripts/torture.",
        subcommands: [BenchGenerate.self, BenchMeasure.self, BenchPlan.self, BenchDrive.self]
    )

    public init() {}

    /// Runs the program with the process's arguments and ends the process.
    public static func start() async { await main() }
}
