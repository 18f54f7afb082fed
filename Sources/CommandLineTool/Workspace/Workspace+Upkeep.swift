import Definitions
import Dossiers
import Engine
import Foundation
import SQLiteStore
import Submissions
import TransparencyLog
package import Views

extension Workspace {
    /// Makes every projection anew from the log.
    package func rebuild(progress: (@Sendable (Int, Int) -> Void)? = nil) async throws {
        try await store.rebuildProjections(making: rowMaking, progress: progress)
    }

    /// Makes the lists where a newer version of the program holds them in another form, or where calendars were edited; the
    /// first command does it once.
    ///
    /// Deadlines that fall on another day by the calendars of today are counted anew first, which an event tells. How far
    /// that has come is shown in the words that are given, and not without them.
    package func bringUpToDate(saying labels: Labels? = nil) async throws {
        if try await store.needsRebuilding() {
            let progress = ProgressLine("answers.progress.newVersion", labels)
            try await rebuild { progress.show($0, of: $1) }
            progress.end()
        }
        let (marks, known) = (configuration.calendarMarks(), try await store.reckoning())
        guard known?.marks != marks else { return }
        let digest = Digest.sha256(of: try configuration.calendarBytes()).description
        // Of a workspace that was just made nothing has to be counted anew.
        if let known, known.digest != digest {
            try await tasuki.countDeadlinesAnew()
            let progress = ProgressLine("answers.progress.newCalendars", labels)
            try await rebuild { progress.show($0, of: $1) }
            progress.end()
        }
        try await store.note(Reckoning(marks: marks, digest: digest))
    }

    /// The rows in which the projections differ from what the log gives.
    package func projectionDefects(progress: (@Sendable (Int, Int) -> Void)? = nil) async throws -> [String] {
        try await store.projectionDefects(making: rowMaking, progress: progress)
    }

    private var rowMaking: CaseRowMaking {
        { [tasuki] submission, reader in try tasuki.caseRows(of: submission, reader) }
    }

    /// Copies the database and then the documents: a document is in the vault before an event names it.
    ///
    /// Where the copy fails, nothing of it is left behind in a folder that was not there before.
    func backup(to path: String) async throws {
        let isNew = !FileManager.default.fileExists(atPath: path)
        do {
            try await store.backup(to: path)
            try copyDocuments(to: path + "/vault")
        } catch {
            if isNew { try? FileManager.default.removeItem(atPath: path) }
            throw error
        }
    }

    /// Document by document; what is still being handed in has a name with a dot in front, and no event names it yet.
    private func copyDocuments(to copy: String) throws {
        let files = FileManager.default
        guard let found = files.enumerator(atPath: folder + "/vault") else { return }
        try files.createDirectory(atPath: copy, withIntermediateDirectories: true)
        while let name = found.nextObject() as? String {
            guard !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
            let (source, target) = ("\(folder)/vault/\(name)", "\(copy)/\(name)")
            var isFolder: ObjCBool = false
            guard files.fileExists(atPath: source, isDirectory: &isFolder) else { continue }
            if isFolder.boolValue {
                try files.createDirectory(atPath: target, withIntermediateDirectories: true)
            } else {
                try files.copyItem(atPath: source, toPath: target)
            }
        }
    }
}
