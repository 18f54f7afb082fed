package import CommandLineTool
import Definitions
package import Engine
import Foundation
package import Regulation
import Submissions
package import Views

/// A workspace of its own for one test, on a simulated clock, with the shipped configuration.
package struct TestWorkspace: Sendable {
    package let workspace: Workspace
    package var tasuki: Tasuki { workspace.tasuki }
    package var words: any WordSource { workspace.words }
    package var folder: String { workspace.folder }

    /// An empty workspace whose clock starts at nine in the morning of 1 April 2026 in Tokyo.
    package static func make(configuration: String = Self.configuration) async throws -> TestWorkspace {
        let folder = temporaryFolder()
        let zones = try ConfigFolder(path: configuration).zones()
        guard let zone = zones["Asia/Tokyo"], let date = CivilDate(year: 2026, month: 4, day: 1) else {
            throw TestFault.configuration
        }
        let begins = zone.startOfDay(date).adding(milliseconds: 9 * 3_600_000)
        return TestWorkspace(
            workspace: try Workspace.create(
                folder: folder,
                configuration: configuration,
                settings: WorkspaceSettings(clock: .simulated(now: begins), zone: zone)
            )
        )
    }

    /// A workspace into which the demo story was played, through the end of `until` where one is given.
    package static func demo(until: CivilDate? = nil) async throws -> TestWorkspace {
        let (player, end) = try Demo(configuration: ConfigFolder(path: configuration))
            .player(in: temporaryFolder(), until: until?.description)
        try await player.play(until: end)
        return TestWorkspace(workspace: player.workspace)
    }

    /// A workspace into which the story of another sample was played to its end.
    package static func story(_ sample: String) async throws -> TestWorkspace {
        let (player, _) = try Demo(configuration: ConfigFolder(path: configuration), sample: sample)
            .player(in: temporaryFolder(), until: nil)
        try await player.play(until: nil)
        return TestWorkspace(workspace: player.workspace)
    }

    /// A second opening of the same folder, as another process would have it.
    package func reopened() throws -> TestWorkspace {
        TestWorkspace(workspace: try Workspace.open(folder: folder, configuration: Self.configuration))
    }

    /// Closes the workspace and deletes its folder.
    package func remove() async throws {
        try await workspace.close()
        try FileManager.default.removeItem(atPath: folder)
    }

    /// The shipped `Config`, found upward from this file.
    package static let configuration = repository + "/Config"

    package static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    private static func temporaryFolder() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("tasuki-test-\(UUID().uuidString)").path
    }
}

/// What a test cannot go on without.
package enum TestFault: Error {
    case configuration
}
