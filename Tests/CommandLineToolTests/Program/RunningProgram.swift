import Foundation
import Synchronization

/// A run of the program that has not been waited for yet.
///
/// It writes to files and not to pipes, so that no reader can hold it up and what it printed outlives it.
final class RunningProgram: Sendable {
    private let process: Process
    private let output: String
    private let errors: String
    private let ended: AsyncStream<Void>
    private let watchdog: Task<Void, any Error>

    init(_ process: Process, input: String?, killedAfter limit: Duration) throws {
        self.process = process
        output = Scratch.path("out")
        errors = Scratch.path("err")
        process.standardOutput = try Self.file(output)
        process.standardError = try Self.file(errors)
        process.standardInput = FileHandle.nullDevice
        if let input {
            let path = Scratch.path("in")
            try Data(input.utf8).write(to: URL(fileURLWithPath: path))
            process.standardInput = FileHandle(forReadingAtPath: path)
        }
        let (ended, end) = AsyncStream.makeStream(of: Void.self)
        self.ended = ended
        process.terminationHandler = { _ in end.finish() }
        try process.run()
        watchdog = Task { [process] in
            try await Task.sleep(for: limit)
            Self.kill(process)
        }
    }

    /// Ends this run, and no other, at once and without warning.
    func kill() { Self.kill(process) }

    /// Waits for the end.
    func outcome() async throws -> Program.Outcome {
        for await _ in ended {}
        watchdog.cancel()
        return Program.Outcome(
            output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try errorsSoFar(),
            code: process.terminationReason == .exit ? process.terminationStatus : nil
        )
    }

    /// The first match of `pattern` in what the program has written to standard error, as soon as it is there.
    ///
    /// - Returns: `nil` where the program ends, or `limit` passes, without it.
    func announcement<Match>(_ pattern: Regex<Match>, within limit: Duration) async throws -> Match? {
        let began = ContinuousClock.now
        while ContinuousClock.now - began < limit {
            let isRunning = process.isRunning
            if let match = try errorsSoFar().firstMatch(of: pattern) { return match.output }
            guard isRunning else { return nil }
            try await Task.sleep(for: .milliseconds(10))
        }
        return nil
    }

    private func errorsSoFar() throws -> String { try String(contentsOfFile: errors, encoding: .utf8) }

    private static func kill(_ process: Process) {
        if process.isRunning { _ = Foundation.kill(process.processIdentifier, SIGKILL) }
    }

    private static func file(_ path: String) throws -> FileHandle {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }
}
