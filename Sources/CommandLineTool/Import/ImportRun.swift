import Dossiers
import Engine
import Foundation
import Views

/// Carries out a plan: first as a rehearsal, then for good, each time as a whole.
struct ImportRun {
    let workspace: Workspace
    let labels: Labels

    /// Tries every command on what the workspace holds, and notes what would be refused.
    func rehearse(_ plan: inout ImportPlan) async throws {
        guard !plan.steps.isEmpty else { return }
        let commands = try plan.steps.map { try $0.command(nil) }
        let answers = try await together(commands, keeping: false, "import.rehearsing")
        plan.take(answers) { Failure($0, labels: labels, procedure: $1).description }
    }

    /// Puts the documents into the vault, and then records everything in one transaction.
    ///
    /// - Throws: ``Failure`` where something changed since the rehearsal; nothing is recorded then.
    func write(_ plan: ImportPlan) async throws {
        guard !plan.steps.isEmpty else { return }
        let storing = ProgressLine(labels["import.storing"])
        var commands: [BatchCommand] = []
        for (place, step) in plan.steps.enumerated() {
            commands.append(try step.command(workspace.vault))
            storing.show(place + 1, of: plan.steps.count)
        }
        storing.end()
        let answers = try await together(commands, keeping: true, "import.writing")
        guard answers.allSatisfy(\.isAccepted) else { throw Failure(.refused, labels["import.changed"]) }
        for manifest in plan.manifests {
            guard let folder = manifest.folder else { continue }
            // The record is whole without it; a file that came in between is left as it is.
            let path = URL(fileURLWithPath: folder + "/submission.yaml")
            do {
                try Data(manifest.text).write(to: path, options: .withoutOverwriting)
            } catch {
                Terminal.note(labels.text("import.manifestNotWritten", path.path))
            }
        }
    }

    private func together(
        _ commands: [BatchCommand],
        keeping: Bool,
        _ title: String
    ) async throws -> [BatchAnswer] {
        let progress = ProgressLine(labels[title])
        defer { progress.end() }
        return try await workspace.tasuki.together(commands, keeping: keeping) { progress.show($0, of: $1) }
    }
}
