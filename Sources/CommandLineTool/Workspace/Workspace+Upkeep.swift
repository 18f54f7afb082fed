import Dossiers
import Engine
import Foundation
import SQLiteStore
import Submissions

extension Workspace {
    /// Makes every projection anew from the log.
    public func rebuild(progress: (@Sendable (Int, Int) -> Void)? = nil) async throws {
        try await store.rebuildProjections(making: rowMaking, progress: progress)
    }

    /// Makes the lists where a newer version of the program holds them in another form; the first command does it once.
    func bringUpToDate() async throws {
        guard try await store.needsRebuilding() else { return }
        let progress = ProgressLine("Bringing the lists up to this version: submission")
        try await rebuild { progress.show($0, of: $1) }
        progress.end()
    }

    /// The rows in which the projections differ from what the log gives.
    public func projectionDefects(progress: (@Sendable (Int, Int) -> Void)? = nil) async throws -> [String] {
        try await store.projectionDefects(making: rowMaking, progress: progress)
    }

    private var rowMaking: CaseRowMaking {
        { [tasuki] submission, reader in try tasuki.caseRows(of: submission, reader) }
    }

    /// Copies the database and then the documents: a document is in the vault before an event names it.
    func backup(to path: String) async throws {
        try await store.backup(to: path)
        let copy = URL(fileURLWithPath: path + "/vault")
        guard FileManager.default.fileExists(atPath: folder + "/vault") else { return }
        try FileManager.default.copyItem(at: URL(fileURLWithPath: folder + "/vault"), to: copy)
    }
}
