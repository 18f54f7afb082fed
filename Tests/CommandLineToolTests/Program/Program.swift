import Foundation
import Scenarios
import TestSupport
import Testing

/// The built program `tasuki`, run as a person at a terminal would run it.
struct Program: Sendable {
    /// What a run printed, and how it ended.
    struct Outcome: Sendable {
        let output: String
        let errors: String
        /// The exit code; `nil` where a signal ended the run.
        let code: Int32?

        /// Whether the run was ended from outside, by its time limit among others.
        var wasKilled: Bool { code == nil }
    }

    enum Fault: Error, CustomStringConvertible {
        case notBuilt(path: String)
        case outOfTime(arguments: [String])

        var description: String {
            switch self {
            case .notBuilt(let path): "There is no program at \(path): build the product 'tasuki' first"
            case .outOfTime(let arguments): "Out of time: tasuki \(arguments.joined(separator: " "))"
            }
        }
    }

    /// The workspace that the program works on, unless its arguments name another.
    let workspace: String
    /// Added to the few variables that every run gets.
    var environment: [String: String] = [:]

    init(workspace: String = Scratch.path("no-workspace")) { self.workspace = workspace }

    /// What hangs ends some day; nothing that works takes so long, on any machine.
    static let limit = Duration.seconds(600)

    /// Runs the program to its end; one that has not come to it within the limit is killed, and that is an error.
    func run(_ arguments: [String], input: String? = nil) async throws -> Outcome {
        let outcome = try await start(arguments, input: input, killedAfter: Self.limit).outcome()
        guard !outcome.wasKilled else { throw Fault.outOfTime(arguments: arguments) }
        return outcome
    }

    /// As words of one line, none of which holds a space.
    func run(_ line: String) async throws -> Outcome { try await run(line.split(separator: " ").map(String.init)) }

    /// Starts a run that is ended with SIGKILL after `limit`, as a power cut would end it.
    func start(
        _ arguments: [String],
        input: String? = nil,
        killedAfter limit: Duration
    ) throws -> RunningProgram {
        let path = Self.path
        guard FileManager.default.isExecutableFile(atPath: path) else { throw Fault.notBuilt(path: path) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LANG": "C.UTF-8", "COLUMNS": "80",
            "USER": "tester", "TASUKI_WORKSPACE": workspace, "TASUKI_CONFIG": Repository.configuration,
        ].merging(environment) { $1 }
        return try RunningProgram(process, input: input, killedAfter: limit)
    }

    /// Beside the test bundle, where a build puts every product, unless `TASUKI_PROGRAM` names another, such as the release program,
    /// by which the pages that are followed take a fifth of the time.
    static let path: String = {
        if let named = ProcessInfo.processInfo.environment["TASUKI_PROGRAM"], !named.isEmpty {
            return URL(fileURLWithPath: named, relativeTo: URL(fileURLWithPath: Repository.folder)).path
        }
        let arguments = ProcessInfo.processInfo.arguments
        let bundle =
            arguments.firstIndex(of: "--test-bundle-path").flatMap { arguments.dropFirst($0 + 1).first }
            ?? arguments.first ?? ""
        var folder = URL(fileURLWithPath: bundle).deletingLastPathComponent()
        for _ in 0..<4 {
            let candidate = folder.appendingPathComponent("tasuki").path
            if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
            folder.deleteLastPathComponent()
        }
        return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("tasuki").path
    }()
}
