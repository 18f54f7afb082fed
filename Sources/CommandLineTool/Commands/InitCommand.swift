import ArgumentParser
import Definitions
import Engine
import Regulation
import Views

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a workspace.",
        discussion: """
            The clock is fixed for good: the wall clock, or a simulated one that only 'tasuki clock advance' moves.

            EXAMPLES
              tasuki init
              tasuki init --workspace /srv/tasuki --zone Asia/Singapore
              tasuki init --simulated 2026-04-01
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rehearsal: DryRunOption

    @Option(help: "Start a simulated clock at nine in the morning of this day instead of the wall clock.")
    var simulated: String?

    @Option(help: "The zone in which a day given with --as-of ends.")
    var zone: String = "Asia/Tokyo"

    func run() async throws {
        let folder = Places.workspace(option: global.workspace)
        let workspace: Workspace? = try global.reporting(try? global.labels()) {
            let configuration = try global.configuration()
            let settings = try settings(zones: try configuration.zones())
            guard !rehearsal.dryRun else {
                try Workspace.demandRoom(for: folder)
                return nil
            }
            return try Workspace.create(folder: folder, configuration: configuration.path, settings: settings)
        }
        do {
            try await workspace?.close()
        } catch {
            _ = try global.reporting(try? global.labels()) { throw error }
        }
        let labels = try global.reporting(nil) { try global.labels() }
        let made =
            simulated.map { labels.text("answers.madeSimulated", folder, $0) } ?? labels.text("answers.made", folder)
        Terminal.print(labels.rehearsed(made, rehearsal.dryRun))
    }

    private func settings(zones: [String: Zone]) throws -> WorkspaceSettings {
        guard let zone = zones[zone] else {
            let known = zones.keys.sorted().joined(separator: ", ")
            throw Failure(.usage, "unknown zone '\(zone)'; known: \(known)")
        }
        guard let simulated else { return WorkspaceSettings(clock: .wall, zone: zone) }
        guard let date = CivilDate(simulated) else { throw EngineError.badDate(simulated, of: "--simulated", .day) }
        let nine = zone.startOfDay(date).adding(milliseconds: 9 * 3_600_000)
        return WorkspaceSettings(clock: .simulated(now: nine), zone: zone)
    }
}
