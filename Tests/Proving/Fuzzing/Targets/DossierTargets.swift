import Definitions
import Dossiers
import Regulation
import Submissions

extension FuzzTarget {
    /// Folders of documents, and the lists of them that are frozen.
    static func dossiers(_ files: SeedFiles) throws -> [FuzzTarget] {
        let table = try headings(files)
        let sample = "\(files.repository)/Config/samples/colon-cade"
        let targets: [JurisdictionCode] = ["JP", "SG", "TW", "TH", "MY"]
        let dossier = try DossierFolder.read(path: sample, table: table, jurisdictions: targets)
        let part = DossierRevision(documents: Array(dossier.documents.prefix(3)), manifest: dossier.revision.manifest)
        let paths = dossier.documents.map(\.path)
        let folders = [
            paths.prefix(6).joined(separator: "\n"), paths.suffix(4).joined(separator: "\n"),
            "submission.yaml\nstory.yaml\nCH3/3.5.5 Software/a b.ja.md\nchapter 5/CH5.02/JP/label-ja.pdf\n.hidden/x\n",
            "CH1/CH1.01/x.md -> ../CH1.02\nCH1/CH1.02/empty/\nCH1/CH1.02/y.zh-Hant.md\nCH3/sg/z.md\nCH3/3.5.5.8.2/s/t\n",
        ]
        return [
            FuzzTarget(
                "revision",
                form: .json,
                seeds: [part.bytes, DossierRevision(documents: [], manifest: nil).bytes]
            ) {
                try runRevision($0)
            },
            FuzzTarget(
                "dossier-folder",
                form: .lines,
                seeds: folders.map { Array($0.utf8) },
                words: targets.map(\.rawValue) + [
                    "CH3", "CH3.05", "3.5.5", "CHAPTER 3", "jp", " -> ", "/", ".md", "CH",
                ],
                limit: 4_096
            ) { bytes in
                try runFolder(bytes, table, targets)
            },
        ]
    }

    private static func headings(_ files: SeedFiles) throws -> HeadingTable {
        let path = "Config/dossier/imdrf-toc.yaml"
        let table = try DossierTableReader.table(from: SourceFile(path: path, text: files.text(path)))
        return HeadingTable(
            headings: table.headings.compactMap { heading in
                HeadingCode(heading.code).map {
                    .init(code: $0, titles: heading.titles, holdsStudies: heading.holdsStudies)
                }
            }
        )
    }

    private static func runRevision(_ bytes: [UInt8]) throws {
        let revision: DossierRevision
        do throws(DossierError) {
            revision = try DossierRevision(bytes: bytes)
        } catch {
            _ = error.description
            return
        }
        try Violation.unless(revision.bytes == bytes, "a revision has one form")
        _ = revision.entries
    }

    private static func runFolder(
        _ bytes: [UInt8],
        _ table: HeadingTable,
        _ targets: [JurisdictionCode]
    ) throws {
        let folder = try ScratchFolder()
        defer { folder.remove() }
        let lines = bytes.split(separator: UInt8(ascii: "\n")).prefix(24)
        let files = lines.compactMap { folder.make($0) }
        let read: Dossier
        do throws(DossierDefects) {
            read = try DossierFolder.read(path: folder.path, table: table, jurisdictions: targets)
        } catch {
            try Violation.unless(!error.all.isEmpty, "a refusal names a defect")
            _ = error.all.map(\.description)
            return
        }
        let known = Set(files.map { String(decoding: $0, as: UTF8.self) })
        for document in read.documents {
            try Violation.unless(known.contains(document.path), "a document is a file of the folder", document.path)
            try Violation.unless(
                !document.path.split(separator: "/").contains("..") && !document.path.hasPrefix("/"),
                "a path stays inside the folder",
                document.path
            )
            try Violation.unless(
                document.jurisdiction.map { $0.rawValue.utf8.allSatisfy { (0x41...0x5A).contains($0) } } ?? true,
                "a country's document lies in a folder of two capital letters",
                document.path
            )
        }
        let again = try Violation.never("a list of documents can be read") {
            try DossierRevision(bytes: read.revision.bytes)
        }
        try Violation.unless(again == read.revision, "a list of documents is read as it was written")
    }
}
