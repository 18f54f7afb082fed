import Engine
import Foundation
import Regulation
import Views

extension GlobalOptions {
    /// Runs a command about a submission that could have been a directory too: where it is neither, says so of both.
    func run(orFolder subject: String, _ body: @escaping (Workspace, Labels) async throws -> Void) async throws {
        try await run { workspace, labels in
            do {
                try await body(workspace, labels)
            } catch EngineError.noSuchSubmission(let name, let known) where name.rawValue == subject {
                let folder = FileManager.default.currentDirectoryPath
                var isFolder = ObjCBool(false)
                let isThere = FileManager.default.fileExists(atPath: subject, isDirectory: &isFolder)
                let key = isThere && isFolder.boolValue ? "dossier.neitherManifest" : "dossier.neither"
                let names = known.map(\.rawValue).joined(separator: ", ")
                let hint = known.isEmpty ? "" : labels["refusals.separator"] + labels.text("refusals.known", names)
                throw Failure(.noSuchThing, labels.text(key, subject, folder) + hint)
            }
        }
    }

    /// Whether what a person names is a directory with a manifest, where a command takes one or a submission.
    ///
    /// Says what begins a manifest, and ends the command, where it is a directory without one and no submission's name.
    func isDossier(_ subject: String) throws -> Bool {
        if FileManager.default.fileExists(atPath: subject + "/submission.yaml") { return true }
        var isFolder = ObjCBool(false)
        let isThere = FileManager.default.fileExists(atPath: subject, isDirectory: &isFolder)
        // A submission has no slash in its name, but may be called as a folder that happens to lie here.
        guard isThere, isFolder.boolValue, subject.contains("/") || subject.allSatisfy({ $0 == "." }) else {
            return false
        }
        return try reporting(nil) {
            throw Failure(.noSuchThing, try labels().text("dossier.noManifest", subject))
        }
    }
}
