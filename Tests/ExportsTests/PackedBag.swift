import Engine
import Exports
import Foundation
import Regulation
import Submissions
import TestSupport
import Views

/// A workspace and a package of one of its submissions: the demo's, or the hostile one.
struct PackedBag {
    let workspace: TestWorkspace
    let folder: String
    let summary: InspectionPackage.Summary

    /// Packs `submission`, runs `body`, and removes everything.
    static func with(_ submission: SubmissionName, _ body: (PackedBag) async throws -> Void) async throws {
        let isHostile = submission == HostileStory.name
        let workspace = isHostile ? try await TestWorkspace.make() : try await TestWorkspace.demo()
        if isHostile { try await HostileStory.run(on: workspace.tasuki) }
        let folder = NSTemporaryDirectory() + "tasuki-package-\(UUID().uuidString)"
        let labels = try ["en", "ja"].map { try workspace.words.labels($0) }
        let package = InspectionPackage(tasuki: workspace.tasuki, labels: labels)
        let summary = try await package.write(submission, to: folder, generator: "Tasuki test")
        let bag = PackedBag(workspace: workspace, folder: folder, summary: summary)
        do {
            try await body(bag)
        } catch {
            try await bag.remove()
            throw error
        }
        try await bag.remove()
    }

    private func remove() async throws {
        try FileManager.default.removeItem(atPath: folder)
        try await workspace.remove()
    }

    func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)")))
    }

    func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    func write(_ bytes: [UInt8], to path: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(path)"))
    }

    /// The files of a folder of the bag, in order.
    func files(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(path)").sorted().map { "\(path)/\($0)" }
    }
}
