import Foundation
import Testing

/// What is looked at or damaged from outside, by an interpreter that knows nothing of Tasuki.
enum PythonScript {
    /// Runs a script and gives what it prints; `sys.argv[1:]` are the arguments, standard input is `input`.
    @discardableResult
    static func run(_ script: String, _ arguments: [String] = [], input: String = "") async throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONIOENCODING": "utf-8"]) { $1 }
        let outcome = try await RunningProgram(process, input: input, killedAfter: Program.limit).outcome()
        try #require(outcome.code == 0, "python3 is needed here: \(outcome.errors)")
        return outcome.output
    }

    /// Runs a script with the workspace's database open as `db`, its triggers gone.
    @discardableResult
    static func editing(_ workspace: String, _ script: String, _ arguments: [String] = []) async throws -> String {
        let opening = """
            import sqlite3, sys
            db = sqlite3.connect(sys.argv.pop(1))
            for name, in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
                db.execute(f"DROP TRIGGER {name}")

            """
        return try await run(
            opening + script + "\ndb.commit()\ndb.close()\n",
            ["\(workspace)/tasuki.sqlite"] + arguments
        )
    }
}
