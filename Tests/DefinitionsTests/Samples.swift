import Definitions
import Foundation

/// The folder of definitions that ships with Tasuki.
let shipped = ConfigFolder(
    path: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Config").standardized.path
)

/// The text of a shipped file.
func shippedText(_ name: String) throws -> String {
    try String(contentsOfFile: "\(shipped.path)/\(name)", encoding: .utf8)
}

/// A folder of definitions made for one test, removed with `remove`.
struct TemporaryFolder {
    let path = FileManager.default.temporaryDirectory.appending(path: "definitions-\(UUID().uuidString)").path

    init(_ files: [String: String]) throws {
        for (name, text) in files {
            let file = URL(filePath: "\(path)/\(name)")
            let folder = file.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    /// The defects of the folder, their paths relative to it.
    func defects() -> [String] {
        ConfigFolder(path: path).check().map { $0.description.replacing("\(path)/", with: "") }
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// What a reading reported, one defect a line; empty when it succeeded.
func defects<Value>(_ read: () throws(Diagnostics) -> Value) -> [String] {
    do {
        _ = try read()
        return []
    } catch {
        return error.all.map(\.description)
    }
}

/// The defects of a procedure made of `text`, at `p.yaml`.
func procedureDefects(_ text: String) -> [String] {
    defects { () throws(Diagnostics) in try ProcedureReader.procedure(from: SourceFile(path: "p.yaml", text: text)) }
}

/// The defects of a bare chart made of `text`, at `c.yaml`.
func chartDefects(_ text: String) -> [String] {
    defects { () throws(Diagnostics) in try ProcedureReader.chart(from: SourceFile(path: "c.yaml", text: text)) }
}
