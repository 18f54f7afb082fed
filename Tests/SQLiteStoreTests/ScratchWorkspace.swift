import Engine
import Foundation
import Regulation
import StorePromises

@testable import SQLiteStore

/// A folder of its own for one test, removed by ``remove()``.
struct ScratchWorkspace: Sendable {
    let folder: String
    static let settings = WorkspaceSettings(clock: .wall, zone: .utc)

    init() {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)").path
    }

    /// For a `defer`: the folder must outlive every store that has it open.
    func remove() {
        try? FileManager.default.removeItem(atPath: folder)
    }

    var headsPath: String { folder + "/heads" }

    func create(
        _ settings: WorkspaceSettings = ScratchWorkspace.settings,
        limits: GroupCommit.Limits = .init()
    ) throws -> SQLiteSubmissionStore {
        try SQLiteSubmissionStore(creating: folder, settings: settings, limits: limits)
    }

    func open() throws -> SQLiteSubmissionStore {
        try SQLiteSubmissionStore(opening: folder)
    }

    func headLines() throws -> [String] {
        try headsText().split(separator: "\n").map(String.init)
    }

    func headsText() throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: headsPath)), as: UTF8.self)
    }

    func removeHeads() throws { try FileManager.default.removeItem(atPath: headsPath) }

    func writeHeads(_ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: headsPath))
    }
}

extension ScratchWorkspace {
    func bytes(of file: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file)))
    }
}

extension ScratchWorkspace: StoreUnderTest {
    func make(_ settings: WorkspaceSettings) throws -> SQLiteSubmissionStore { try create(settings) }
    func reopen() throws -> SQLiteSubmissionStore { try open() }
    func waitingCount(in store: SQLiteSubmissionStore) -> Int { store.commits.waitingCount }
}
