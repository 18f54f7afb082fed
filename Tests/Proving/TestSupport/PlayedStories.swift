import CommandLineTool
import Definitions
import Foundation
import Regulation
import Scenarios

/// Workspaces with a story of the shipped configuration, each played once and closed, to be copied by whoever needs one.
actor PlayedStories {
    static let shared = PlayedStories()

    private struct Wanted: Hashable {
        let sample: String
        let until: CivilDate?
    }

    private var played: [Wanted: Task<String, any Error>] = [:]

    /// The folder of a workspace into which the story was played, through the end of `until` where one is given.
    func folder(_ sample: String, until: CivilDate?) async throws -> String {
        let wanted = Wanted(sample: sample, until: until)
        if let task = played[wanted] { return try await task.value }
        let task = Task {
            let (player, end) = try Demo(configuration: ConfigFolder(path: Repository.configuration), sample: sample)
                .player(in: Scratch.path(sample), until: until?.description)
            try await player.play(until: end)
            try await player.workspace.close()
            return player.workspace.folder
        }
        played[wanted] = task
        return try await task.value
    }
}
