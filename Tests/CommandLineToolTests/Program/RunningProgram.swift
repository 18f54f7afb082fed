import Foundation
import Synchronization
import TestSupport

/// A run of the program that has not been waited for yet.
///
/// It writes to files and not to pipes, so that no reader can hold it up and what it printed outlives it. It ends, by its
/// id, with its limit, with the task that waits for it, and with this object: no way out of a test leaves it running.
final class RunningProgram: Sendable {
    private let process: Process
    private let output: String
    private let errors: String
    private let end = End()
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
        process.terminationHandler = { [end] _ in end.come() }
        try process.run()
        // No machine is so busy that a run could come to its end before this.
        if limit <= .zero { Self.kill(process) }
        watchdog = Task { [process] in
            try await Task.sleep(for: limit)
            Self.kill(process)
        }
    }

    deinit {
        watchdog.cancel()
        Self.kill(process)
    }

    /// Ends this run, and no other, at once and without warning.
    func kill() { Self.kill(process) }

    /// Waits for the end.
    func outcome() async throws -> Program.Outcome {
        await withTaskCancellationHandler {
            await end.wait()
        } onCancel: {
            kill()
        }
        watchdog.cancel()
        return Program.Outcome(
            output: try Self.text(output),
            errors: try Self.text(errors),
            code: process.terminationReason == .exit ? process.terminationStatus : nil
        )
    }

    /// The first match of `pattern` in what the program has written to standard error, as soon as it is there.
    ///
    /// - Returns: `nil` where the program ends without it.
    func announcement<Match>(_ pattern: Regex<Match>) async throws -> Match? {
        while true {
            let isRunning = process.isRunning
            if let match = try Self.text(errors).firstMatch(of: pattern) { return match.output }
            guard isRunning else { return nil }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    /// What is written so far, if need be to the middle of a character.
    private static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }

    private static func kill(_ process: Process) {
        if process.isRunning { _ = Foundation.kill(process.processIdentifier, SIGKILL) }
    }

    private static func file(_ path: String) throws -> FileHandle {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    /// The end of the process, which comes once.
    private final class End: Sendable {
        private enum State {
            case ahead(waiting: [CheckedContinuation<Void, Never>])
            case come
        }

        private let state = Mutex(State.ahead(waiting: []))

        func come() {
            let waiting = state.withLock { state -> [CheckedContinuation<Void, Never>] in
                guard case .ahead(let waiting) = state else { return [] }
                state = .come
                return waiting
            }
            for continuation in waiting { continuation.resume() }
        }

        func wait() async {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    guard case .ahead(let waiting) = state else { return true }
                    state = .ahead(waiting: waiting + [continuation])
                    return false
                }
                if isOver { continuation.resume() }
            }
        }
    }
}
