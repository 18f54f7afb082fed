import Foundation
import TestSupport
import Testing

/// Workspaces with the demo story, played by the program itself once for each day that tests ask for.
actor DemoStory {
    static let shared = DemoStory()

    private var played: [String: Task<String, any Error>] = [:]

    /// A workspace that nobody writes to.
    static func kept(until day: String? = nil) async throws -> Program {
        Program(workspace: try await shared.folder(until: day))
    }

    /// A workspace of the caller's own.
    static func copy(until day: String? = nil) async throws -> Program {
        Program(workspace: try Scratch.copy(of: try await shared.folder(until: day)))
    }

    private func folder(until day: String?) async throws -> String {
        if let task = played[day ?? ""] { return try await task.value }
        let task = Task {
            let program = Program(workspace: Scratch.path("demo"))
            let outcome = try await program.run(["demo"] + (day.map { ["--until", $0] } ?? []))
            try #require(outcome.code == 0, "\(outcome.errors)")
            return program.workspace
        }
        played[day ?? ""] = task
        return try await task.value
    }
}
