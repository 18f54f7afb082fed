import ArgumentParser

struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Make large workspaces and measure this machine with them; for Scripts/bench and Scripts/torture.",
        subcommands: [BenchGenerate.self, BenchMeasure.self, BenchPlan.self, BenchDrive.self]
    )
}
