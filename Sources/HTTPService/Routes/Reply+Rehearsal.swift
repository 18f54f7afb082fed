import Engine
import Hummingbird
import Submissions
import Views

extension Reply {
    /// What the command would change; nothing of it is written, and what would be refused is refused.
    static func rehearsal(
        of tasuki: Tasuki,
        _ labels: Labels,
        _ context: TasukiContext,
        _ command: (Tasuki) async throws -> Acceptance
    ) async throws -> Response {
        let rehearsal = try await tasuki.rehearsing(command)
        let report = try await context.tasuki.report(
            of: try await tasuki.shown(rehearsal, to: try context.visit.sight)
        )
        return json(report.json(labels: labels))
    }
}

extension Query {
    /// Whether a command is only to say what it would change.
    var isDryRun: Bool { get throws { try flag("dryRun") } }
}
