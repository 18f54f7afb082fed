package import Definitions
import Dossiers
import Engine
import Foundation
package import Regulation
import Submissions
import Views

/// Plays a story on a simulated workspace, step by step, each as a user would do it.
package struct StoryPlayer: Sendable {
    package let workspace: Workspace
    package let story: Story
    /// The folder that the story's paths are relative to.
    package let folder: String

    package init(workspace: Workspace, story: Story, folder: String) {
        self.workspace = workspace
        self.story = story
        self.folder = folder
    }

    /// Plays every step recorded through `end`, then leaves the clock at the last step or at `end`.
    ///
    /// - Returns: How many steps were played.
    /// - Throws: ``StoryFault`` where a step is not answered as the story says.
    @discardableResult
    package func play(
        until end: Instant?,
        progress: (Int, Int) -> Void = { _, _ in }
    ) async throws -> Int {
        let steps = story.steps.filter { step in end.map { step.at <= $0 } ?? true }
        for (index, step) in steps.enumerated() {
            try await workspace.tasuki.advanceClock(to: step.at)
            do {
                try await carryOut(step)
                if let expected = step.refused { throw StoryFault.accepted(line: step.line, expected: expected) }
            } catch let refusal as Refusal where refusal.code == step.refused {
                // The story tells of this refusal.
            } catch let fault as StoryFault {
                throw fault
            } catch {
                throw StoryFault.answeredOtherwise(line: step.line, expected: step.refused, error: error)
            }
            progress(index + 1, steps.count)
        }
        if let end { try await workspace.tasuki.advanceClock(to: end) }
        return steps.count
    }

    private func carryOut(_ step: Story.Step) async throws {
        let dossierFolder = folder + "/" + story.dossier
        switch step.deed {
        case .open:
            let manifest = try DossierSource(configuration: workspace.configuration).manifest(in: dossierFolder)
            let text = try Files.contents(dossierFolder + "/submission.yaml")
            try await workspace.open(manifest, text: text, by: step.actor)
        case .file(let omitted):
            let dossier = try workspace.dossier(at: dossierFolder).dossier
                .omitting { document in omitted.contains { $0.contains(document.heading) } }
            _ = try await workspace.tasuki.file(
                story.submission,
                revision: dossier.revision.digest,
                entries: dossier.entries,
                by: step.actor,
                on: step.on,
                storing: { _ = try dossier.store(in: workspace.vault) }
            )
        case .act(let name, let action):
            _ = try await workspace.tasuki.act(
                ActionRequest(
                    submission: story.submission,
                    name: name,
                    action: action,
                    actor: step.actor,
                    occurredOn: step.on,
                    fields: try FieldSettings(payload: nil, settings: step.settings).fields,
                    documents: try step.documents.map { try Files.document(folder + "/" + $0) }
                )
            )
        case .openTrack(let track, let code):
            _ = try await workspace.tasuki.openTrack(
                track,
                of: code,
                in: story.submission,
                by: step.actor,
                on: step.on
            )
        case .correct(let name, let action, let reason):
            let history = try await workspace.tasuki.history(of: story.submission, case: name)
            guard let event = history.last(where: { $0.record.event.action == action })?.record.number else {
                throw Refusal.noSuchAction(action, known: [])
            }
            _ = try await workspace.tasuki.correct(
                CorrectionRequest(
                    submission: story.submission,
                    event: event,
                    actor: step.actor,
                    fields: try FieldSettings(payload: nil, settings: step.settings).fields,
                    date: step.on,
                    reason: reason
                )
            )
        }
    }
}

/// A step that was not answered as the story says.
package enum StoryFault: Error, CustomStringConvertible {
    case accepted(line: Int, expected: String)
    case answeredOtherwise(line: Int, expected: String?, error: any Error)

    package var description: String {
        switch self {
        case .accepted(let line, let expected): "story line \(line): accepted, but \(expected) was expected"
        case .answeredOtherwise(let line, let expected, let error):
            "story line \(line): \(error)" + (expected.map { ", but \($0) was expected" } ?? "")
        }
    }
}
