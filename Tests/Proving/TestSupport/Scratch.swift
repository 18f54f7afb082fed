import Foundation

/// One folder for everything that the tests of a process write, deleted when the process ends.
package enum Scratch {
    private static let root: String = {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("tasuki-tests-\(ProcessInfo.processInfo.processIdentifier)").path
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(atPath: Scratch.root) }
        return folder
    }()

    /// A path that nothing has yet.
    package static func path(_ name: String) -> String { "\(root)/\(UUID().uuidString)-\(name)" }

    /// Writes a file and says where.
    package static func file(_ name: String, _ text: String) throws -> String {
        let path = path(name)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// A copy that the caller may damage.
    package static func copy(of folder: String) throws -> String {
        let copy = path(URL(fileURLWithPath: folder).lastPathComponent)
        try FileManager.default.copyItem(atPath: folder, toPath: copy)
        return copy
    }
}
