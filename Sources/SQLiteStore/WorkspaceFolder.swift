import Foundation

/// Where the files of a workspace lie.
struct WorkspaceFolder: Hashable, Sendable {
    let path: String

    var database: String { path + "/tasuki.sqlite" }
    var heads: HeadsFile { HeadsFile(path: path + "/heads") }

    var hasDatabase: Bool { FileManager.default.fileExists(atPath: database) }

    func create() throws(StoreError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .cannotOpen(reason: "the folder cannot be made")
        }
    }
}
