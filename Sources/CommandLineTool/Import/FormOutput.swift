import Foundation
import Sheets
import Views

/// Writes the form, empty or filled in, where nothing is yet.
struct FormOutput {
    let labels: Labels
    /// Only what stands in the way is looked for.
    var isDryRun = false

    /// A workbook for a name that ends in `.xlsx`, else a folder of CSV files.
    ///
    /// - Throws: ``Failure`` where something is there already, or cannot be written.
    func write(_ filled: FilledForm, to path: String) throws {
        guard !Self.isTaken(path) else { throw Failure(.refused, labels.text("import.taken", path)) }
        if isDryRun {
            let folder = Self.isWorkbook(path) ? URL(fileURLWithPath: path).deletingLastPathComponent().path : path
            guard Destination(folder).canBeFolder else {
                throw Failure(.unavailable, labels.text("import.notWritten", path))
            }
            return
        }
        do {
            if Self.isWorkbook(path) {
                try WorkbookFile.write(filled, to: path, labels)
            } else {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
                for file in filled.files(labels) { try write(Data(file.bytes), to: path + "/" + file.name) }
            }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.unavailable, labels.text("import.notWritten", path))
        }
    }

    /// Writes one file with the folders that lead to it.
    func write(_ data: Data, to path: String) throws {
        guard !isDryRun else { return }
        let url = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url, options: .withoutOverwriting)
    }

    static func isWorkbook(_ path: String) -> Bool { path.lowercased().hasSuffix(".xlsx") }

    /// Whether anything is there but an empty folder.
    private static func isTaken(_ path: String) -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return false }
        guard !isWorkbook(path), let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            return true
        }
        return !names.isEmpty
    }
}
