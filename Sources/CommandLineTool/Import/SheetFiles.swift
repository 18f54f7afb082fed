import Dossiers
import Foundation
import Sheets
import Views

/// The files of an import: one CSV file, or those that lie in a folder.
struct SheetFiles {
    /// The tables of a workbook, and as many parts of each as somebody may need.
    private static let limit = 64
    private static let piece = 256 << 10

    /// In the order of their names.
    let paths: [String]

    /// - Throws: ``Failure`` where there is nothing to read, or what must be saved as CSV first.
    init(_ path: String, _ labels: Labels) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Failure(.noSuchThing, labels.text("import.noFile", path))
        }
        guard isFolder.boolValue else {
            guard !Self.isWorkbook(path) else { throw Failure(.usage, labels.text("import.workbook", path)) }
            paths = [path]
            return
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        // What a program keeps beside an open file begins with a dot or a tilde.
        let tables = names.filter { $0.lowercased().hasSuffix(".csv") && $0.first != "." && $0.first != "~" }
        if tables.isEmpty, let workbook = names.first(where: Self.isWorkbook) {
            throw Failure(.usage, labels.text("import.workbook", path + "/" + workbook))
        }
        guard !tables.isEmpty else { throw Failure(.noSuchThing, labels.text("import.noTables", path)) }
        guard tables.count <= Self.limit else {
            throw Failure(.usage, labels.text("import.tooManyFiles", path, "\(tables.count)", "\(Self.limit)"))
        }
        paths = tables.map { path + "/" + $0 }
    }

    /// Reads every file, piece by piece and no further than it can be used.
    func read(_ titles: SheetTitles) throws -> Book {
        var book = Book()
        for path in paths {
            guard !Files.isLink(path) else {
                book.note(.noFile(path), at: .init(file: Self.name(of: path)))
                continue
            }
            var reader = SheetReader(file: Self.name(of: path), titles: titles)
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            var wantsMore = true
            while wantsMore, let data = try handle.read(upToCount: Self.piece), !data.isEmpty {
                wantsMore = reader.read(Array(data))
            }
            reader.end()
            book.add(reader)
        }
        return book
    }

    static func name(of path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }

    private static func isWorkbook(_ name: String) -> Bool {
        [".xlsx", ".xls", ".xlsm", ".ods", ".numbers"].contains { name.lowercased().hasSuffix($0) }
    }
}

/// Files and folders that rows name, which lie beside the tables and nowhere else.
struct FilesBeside {
    /// The folder of the tables.
    let folder: String

    init(_ tables: String) {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: tables, isDirectory: &isFolder)
        let url = URL(fileURLWithPath: tables)
        folder = (exists && isFolder.boolValue ? url : url.deletingLastPathComponent()).resolvingSymlinksInPath().path
    }

    /// The path of what a cell names; `nil` for what lies elsewhere, or is reached by a link that leads elsewhere: a
    /// table that came by mail takes in no file of this machine that its sender chose.
    func path(_ cell: String) -> String? {
        let parts = cell.replacing("\\", with: "/").split(separator: "/", omittingEmptySubsequences: false)
        guard !cell.hasPrefix("/"), !parts.contains("..") else { return nil }
        let path = folder + "/" + parts.filter { !$0.isEmpty && $0 != "." }.joined(separator: "/")
        let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        return real == folder || real.hasPrefix(folder + "/") ? path : nil
    }
}
