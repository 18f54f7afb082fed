import Foundation
import Views

extension GlobalOptions {
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
