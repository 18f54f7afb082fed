import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A process of this program, which may end in any way.
struct Child {
    struct End {
        /// How it ended, for people.
        let words: String
        /// How long it attacked, without the time that it took to make its seeds.
        let active: Duration
    }

    let arguments: [String]
    let repository: String
    let scratch: String

    /// Waits until it has ended, or ends it once it has been silent for too long.
    func watch(journal: String, silence: Duration) async throws -> End {
        let (process, errors) = try start()
        defer { Self.end(process) }
        let clock = ContinuousClock()
        let started = clock.now
        var began = started
        var heard = clock.now
        var last: UInt64?
        var hangs = false
        while process.isRunning {
            try await Task.sleep(for: .milliseconds(20))
            let position = Journal.position(journal)
            if position == nil { began = clock.now }
            if position != last || position == nil && clock.now < started + .seconds(600) { heard = clock.now }
            last = position
            if clock.now > heard + silence {
                hangs = true
                break
            }
        }
        Self.end(process)
        let active = clock.now - began
        if hangs { return End(words: "an input hangs", active: active) }
        return End(words: Self.words(of: process, errors), active: active)
    }

    /// What it prints.
    func output() async throws -> Data {
        let file = "\(scratch)/output"
        _ = FileManager.default.createFile(atPath: file, contents: nil)
        let (process, _) = try start(output: FileHandle(forWritingAtPath: file))
        process.waitUntilExit()
        return FileManager.default.contents(atPath: file) ?? Data()
    }

    /// Whether it is ended by a signal, within a minute.
    func traps() async throws -> Bool {
        let (process, _) = try start()
        defer { Self.end(process) }
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(60)
        while process.isRunning, clock.now < deadline { try await Task.sleep(for: .milliseconds(5)) }
        return !process.isRunning && process.terminationReason == .uncaughtSignal
    }

    /// Ends the process, by its id, where it has not ended by itself.
    private static func end(_ process: Process) {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }

    private func start(output: FileHandle? = nil) throws -> (process: Process, errors: String) {
        let errors = "\(scratch)/errors"
        _ = FileManager.default.createFile(atPath: errors, contents: nil)
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = arguments
        // A backtrace takes seconds, and the input says more.
        var environment = ProcessInfo.processInfo.environment
        environment["SWIFT_BACKTRACE"] = "enable=no"
        environment["TMPDIR"] = scratch
        process.environment = environment
        process.standardOutput = output ?? FileHandle.nullDevice
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
        return (process, errors)
    }

    private static func words(of process: Process, _ errors: String) -> String {
        let text = String(decoding: FileManager.default.contents(atPath: errors) ?? Data(), as: UTF8.self)
        let line = text.split(separator: "\n").first { $0.contains("Fatal error") || $0.contains("rror") } ?? ""
        return process.terminationReason == .uncaughtSignal
            ? "an input ends the process with signal \(process.terminationStatus): \(line)"
            : "the process ended with code \(process.terminationStatus): \(line)"
    }
}
