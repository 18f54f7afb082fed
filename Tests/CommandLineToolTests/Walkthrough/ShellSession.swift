import Foundation
import Scenarios
import TestSupport

/// A terminal in a copy of the repository in which the program is built.
///
/// Every run is a shell of its own that begins where the last one ended: in its folder, with its variables.
struct ShellSession {
    /// The copy, so that what a page edits is never the repository.
    let clone: String
    private(set) var folder: String
    private let variables: String
    private var search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"

    init() throws {
        let files = FileManager.default
        clone = Scratch.path("clone")
        folder = clone
        variables = try Scratch.file("variables", "")
        for name in [".build/debug", "tmp"] {
            try files.createDirectory(atPath: "\(clone)/\(name)", withIntermediateDirectories: true)
        }
        try files.createSymbolicLink(atPath: "\(clone)/.build/debug/tasuki", withDestinationPath: Program.path)
        for name in ["Config", "Schemas"] {
            try files.copyItem(atPath: "\(Repository.folder)/\(name)", toPath: "\(clone)/\(name)")
        }
    }

    /// A terminal beside `Scripts/start`: the demo is at `tasuki-data`, and the program is found by its name.
    init(demo: Program) throws {
        try self.init()
        try FileManager.default.copyItem(atPath: demo.workspace, toPath: "\(clone)/tasuki-data")
        search = "\(clone)/.build/debug:\(search)"
    }

    /// Runs commands up to the first that fails; errors are in the output, as on a terminal.
    mutating func run(_ commands: [String]) async throws -> Program.Outcome {
        let (process, after) = (Process(), Scratch.path("folder"))
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let lines = ["exec 2>&1; set -aeuo pipefail", ". '\(variables)'"] + commands
        process.arguments =
            ["bash", "-c", (lines + ["export -p > '\(variables)'; pwd > '\(after)'"]).joined(separator: "\n")]
        process.environment = [
            "PATH": search, "LANG": "C.UTF-8", "COLUMNS": "80", "USER": "tester", "HOME": clone,
            "TMPDIR": "\(clone)/tmp", "TASUKI_CONFIG": "\(clone)/Config",
        ]
        let outcome = try await RunningProgram(process, input: nil, killedAfter: Program.limit).outcome()
        if outcome.code == 0 { folder = String(try String(contentsOfFile: after, encoding: .utf8).dropLast()) }
        return outcome
    }
}
