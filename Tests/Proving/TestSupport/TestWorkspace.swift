package import CommandLineTool
import Definitions
package import Engine
import Foundation
package import Regulation
import Scenarios
import Submissions
package import Views

/// A workspace of its own for one test, on a simulated clock, with the shipped configuration.
package struct TestWorkspace: Sendable {
    package let workspace: Workspace
    package var tasuki: Tasuki { workspace.tasuki }
    package var words: any WordSource { workspace.words }
    package var folder: String { workspace.folder }

    /// An empty workspace whose clock starts at nine in the morning of 1 April 2026 in Tokyo.
    package static func make(configuration: String = Repository.configuration) async throws -> TestWorkspace {
        let folder = Scratch.path("workspace")
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

    /// A workspace with the demo story as it stood at the end of `until`, or at its own end.
    package static func demo(until: CivilDate? = nil) async throws -> TestWorkspace {
        try await story("colon-cade", until: until)
    }

    /// A workspace with the story of a sample.
    package static func story(_ sample: String, until: CivilDate? = nil) async throws -> TestWorkspace {
        try opened(Scratch.copy(of: await PlayedStories.shared.folder(sample, until: until)))
    }

    /// A second opening of the same folder, as another process would have it.
    package func reopened() throws -> TestWorkspace {
        try Self.opened(folder)
    }

    /// The workspace in a folder, as another process would have it.
    package static func opened(_ folder: String) throws -> TestWorkspace {
        TestWorkspace(workspace: try Workspace.open(folder: folder, configuration: Repository.configuration))
    }

    /// Closes the workspace and deletes its folder.
    package func remove() async throws {
        try await workspace.close()
        try FileManager.default.removeItem(atPath: folder)
    }
}
