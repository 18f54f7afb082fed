import ArgumentParser
package import Definitions
import Engine
import Foundation
package import Regulation
import Submissions
import Views

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Make a workspace with a demo story, such as one bundle and five authorities, 2026 to 2028.",
        discussion: """
            The workspace gets a simulated clock and says so everywhere, and practice accounts of everybody who acts \
            in the story: 'tasuki account list'. If there is a workspace already, nothing is changed.

            EXAMPLES
              tasuki demo
              tasuki demo --until 2026-08-15 --workspace /tmp/half-way
              tasuki demo --story sleep-therapy --workspace /tmp/life
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rehearsal: DryRunOption

    @Option(help: "Play the story through this day only.")
    var until: String?

    @Option(help: "The story: a folder of the configuration's samples.")
    var story = "colon-cade"

    func run() async throws {
        let labels = try global.reporting(nil) { try global.labels() }
        let folder = Places.workspace(option: global.workspace)
        if FileManager.default.fileExists(atPath: folder + "/tasuki.sqlite") {
            Terminal.print(labels.text("answers.demoThere", folder))
            return
        }
        do {
            let present = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            guard present.isEmpty else {
                throw Failure(
                    .refused,
                    "\(folder) holds other files: name a new folder or an empty one with --workspace"
                )
            }
            let (steps, report) =
                try await rehearsal.dryRun ? rehearsed(in: folder, labels) : played(into: folder, labels)
            Terminal.print { width in
                labels.rehearsed(labels.text("answers.played", "\(steps)", folder), rehearsal.dryRun) + "\n\n"
                    + StatusText(labels: labels).table(report, width: width)
            }
        } catch {
            let failure = Failure(error, labels: labels)
            global.complain(failure.description)
            throw ExitCode(failure.code.rawValue)
        }
    }

    private func rehearsed(in folder: String, _ labels: Labels) async throws -> (steps: Int, report: StatusReport) {
        try Workspace.demandRoom(for: folder)
        return try await Destination.aside { try await play(in: $0, labels) }
    }

    /// Played aside and moved into place whole, so that a demo cut off half-way leaves no half story behind.
    private func played(into folder: String, _ labels: Labels) async throws -> (steps: Int, report: StatusReport) {
        let aside = folder + ".playing"
        try? FileManager.default.removeItem(atPath: aside)
        let story = try await play(in: aside, labels)
        // Unlike FileManager, this takes the place of an empty folder, and at once.
        guard rename(aside, folder) == 0 else {
            let reason = String(cString: strerror(errno))
            throw Failure(.unavailable, "the demo cannot be put into \(folder): \(reason)")
        }
        return story
    }

    /// Plays the story: how many steps there were, and where each country stands then.
    private func play(in folder: String, _ labels: Labels) async throws -> (steps: Int, report: StatusReport) {
        let configuration = try global.configuration()
        let (player, end) = try Demo(configuration: configuration, sample: story).player(in: folder, until: until)
        let began = ContinuousClock.now
        var shown = began
        let count = try await player.play(until: end) { done, total in
            // A line a second is enough for whoever waits.
            if ContinuousClock.now - shown > .seconds(1) {
                Terminal.note(labels.text("answers.progress.playing", "\(done)", "\(total)"))
                shown = .now
            }
        }
        try await practiceAccounts(player).add(to: player.workspace)
        let report = try await player.workspace.tasuki.status(of: player.story.submission)
        try await player.workspace.close()
        return (count, report)
    }

    /// So that a newcomer acts as each within a minute.
    private func practiceAccounts(_ player: StoryPlayer) throws -> PracticeAccounts {
        let workspace = player.workspace
        let manifest = try DossierSource(configuration: workspace.configuration)
            .manifest(in: player.folder + "/" + player.story.dossier)
        return PracticeAccounts(
            player.story,
            applicant: manifest.applicant.id,
            hub: try workspace.tasuki.world.definitions.jurisdictions().lazy.compactMap(\.hub).first
        )
    }
}

/// The demo's workspace and player.
package struct Demo: Sendable {
    package let configuration: ConfigFolder

    /// The folder of the story under `samples`.
    package let sample: String

    package init(configuration: ConfigFolder, sample: String = "colon-cade") {
        self.configuration = configuration
        self.sample = sample
    }

    package func story() throws -> (story: Story, folder: String) {
        guard configuration.has("samples/\(sample)/story.yaml") else {
            throw Failure(.noSuchThing, "there is no story samples/\(sample)/story.yaml in the configuration")
        }
        let folder = configuration.path + "/samples/" + sample
        return (try StoryReader.story(from: try SourceFile.read(folder + "/story.yaml")), folder)
    }

    /// Makes the workspace and a player for it.
    package func player(in folder: String, until: String?) throws -> (player: StoryPlayer, end: Instant?) {
        let (story, storyFolder) = try story()
        guard let zone = try configuration.zones()[story.zone] else {
            throw Failure(.badConfiguration, "the story's zone \(story.zone) is not configured")
        }
        let end = try until.map { text in
            guard let instant = AsOf.end(text, in: zone) else {
                throw EngineError.badDate(text, of: "--until", .moment)
            }
            return instant
        }
        let workspace = try Workspace.create(
            folder: folder,
            configuration: configuration.path,
            settings: WorkspaceSettings(clock: .simulated(now: story.begins), zone: zone)
        )
        return (StoryPlayer(workspace: workspace, story: story, folder: storyFolder), end)
    }
}
