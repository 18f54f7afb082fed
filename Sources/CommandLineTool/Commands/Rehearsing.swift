import Engine
import Submissions
import Views

/// Whether a command is carried out, or only says what it would change.
struct Rehearsing {
    let isDryRun: Bool
    let workspace: Workspace
    let labels: Labels
    let output: FormatOption?

    /// Carries the command out and tells of it, or tells what it would change.
    func carryOut(
        _ command: (Tasuki) async throws -> Acceptance,
        telling tell: (Acceptance) async throws -> Void
    ) async throws {
        guard isDryRun else { return try await tell(try await command(workspace.tasuki)) }
        let rehearsal = try await workspace.tasuki.rehearsing(command)
        let report = try await workspace.tasuki.report(of: rehearsal)
        let text = RehearsalText(labels: labels)
        guard let output else { return Terminal.print { text.table(report, width: $0) } }
        try output.print(
            Answer(
                display: { text.table(report, width: $0) },
                payload: { report.json(labels: labels) },
                sheet: { text.csv(report) }
            )
        )
    }
}

extension BasisOptions {
    func rehearsal(_ workspace: Workspace, _ labels: Labels, _ output: FormatOption?) -> Rehearsing {
        Rehearsing(isDryRun: dryRun, workspace: workspace, labels: labels, output: output)
    }
}
