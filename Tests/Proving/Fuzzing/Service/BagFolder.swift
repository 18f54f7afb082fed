import CanonicalJSON
import Engine
import Exports
import Foundation
import Regulation
import Submissions
import TestSupport
import TransparencyLog
import Views

/// A package on disk, with its bytes as they were packed.
struct BagFolder {
    let path: String
    let files: [String: [UInt8]]
    let head: TreeHead
    /// The manifests' lines for the files as they were packed.
    private let lines: [String: String]

    private static let manifests = ["manifest-sha256.txt", "tagmanifest-sha256.txt"]

    /// The package of the first weeks of the demo.
    static func demo() async throws -> BagFolder {
        let demo = try await TestWorkspace.demo(until: .init(year: 2026, month: 5, day: 1))
        let path = Scratch.path("package")
        let labels = try ["en", "ja"].map { try demo.words.labels($0) }
        let package = InspectionPackage(tasuki: demo.tasuki, labels: labels)
        let summary = try await package.write("colon-cade", to: path, generator: "fuzz")
        try await demo.remove()
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        var files: [String: [UInt8]] = [:]
        for name in names {
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
            if isThere, !isFolder.boolValue { files[name] = Self.bytes("\(path)/\(name)") }
        }
        let lines = Dictionary(uniqueKeysWithValues: files.map { ($0.key, Self.line($0.key, $0.value)) })
        return BagFolder(path: path, files: files, head: summary.head, lines: lines)
    }

    static func bytes(_ path: String) -> [UInt8] { [UInt8](FileManager.default.contents(atPath: path) ?? Data()) }

    /// Writes both manifests anew, for the files as they lie there now, of which only `changed` may be others.
    func remake(changed: Set<String>) throws {
        var lines: [Bool: [String]] = [:]
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        for name in names.sorted() where !Self.manifests.contains(name) {
            if let known = self.lines[name], !changed.contains(name) {
                lines[name.hasPrefix("data/"), default: []].append(known)
                continue
            }
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder), !isFolder.boolValue
            else { continue }
            lines[name.hasPrefix("data/"), default: []].append(Self.line(name, Self.bytes("\(path)/\(name)")))
        }
        let manifest = lines[true, default: []].joined()
        let tags = lines[false, default: []].joined() + Self.line(Self.manifests[0], Array(manifest.utf8))
        try Data(manifest.utf8).write(to: URL(filePath: "\(path)/\(Self.manifests[0])"))
        try Data(tags.utf8).write(to: URL(filePath: "\(path)/\(Self.manifests[1])"))
    }

    private static func line(_ name: String, _ bytes: [UInt8]) -> String {
        let encoded = name.replacing("%", with: "%25").replacing("\n", with: "%0A").replacing("\r", with: "%0D")
        return "\(Digest.sha256(of: bytes))  \(encoded)\n"
    }

    /// Both manifests as they were packed.
    func restoreManifests() {
        for name in Self.manifests { try? Data(files[name] ?? []).write(to: URL(filePath: "\(path)/\(name)")) }
    }
}
