import Dossiers
import Regulation
import TestSupport
import Testing

@Suite("Files that may not open where they are sent")
struct FileKindTests {
    /// What is said of one file under a heading.
    private func finding(_ name: String, _ bytes: [UInt8]) throws -> FileFinding.Defect? {
        let folder = try TemporaryFolder()
        try folder.write("CH3/CH3.02/\(name)", bytes)
        let dossier = try DossierFolder.read(path: folder.path, table: Samples.contents(), jurisdictions: ["SG"])
        #expect(dossier.documents.count == 1, "\(name)")
        return dossier.findings.first?.defect
    }

    @Test("what is whole and what its name says is told nothing of")
    func whole() throws {
        let files: [(String, [UInt8])] = [
            ("risk.pdf", OfficeFile.pdf()), ("RISK.PDF", OfficeFile.pdf()), ("risk.docx", OfficeFile.docx()),
            ("risk.xlsx", OfficeFile.xlsx()), ("risk.pptx", OfficeFile.pptx()), ("risk.zip", OfficeFile.docx()),
            ("risk.doc", OfficeFile.compoundFile(["WordDocument"])), ("risk.png", OfficeFile.png),
            ("risk.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0]), ("risk.rtf", Array("{\\rtf1 }".utf8)),
            ("risk.txt", Array("リスク".utf8)), ("risk.csv", [0xFF, 0xFE, 0x61, 0]), ("risk.dwg", [0, 1, 2]),
            ("risk", OfficeFile.pdf()), ("risk.pdf", Array("MIME\n".utf8) + OfficeFile.pdf()),
            ("risk.pdf", OfficeFile.pdf() + [UInt8](repeating: 0x0A, count: 900)),
        ]
        for (name, bytes) in files { #expect(try finding(name, bytes) == nil, "\(name)") }
    }

    @Test("what opens with a password only is told: PDF, zip, and Word, Excel and PowerPoint")
    func encrypted() throws {
        let files: [(String, [UInt8])] = [
            ("risk.pdf", OfficeFile.pdf(isEncrypted: true)), ("risk.docx", OfficeFile.encryptedDocx),
            ("risk.xlsx", OfficeFile.encryptedDocx), ("risk.zip", OfficeFile.zip([("a", "b")], isEncrypted: true)),
        ]
        for (name, bytes) in files { #expect(try finding(name, bytes) == .encrypted, "\(name)") }
    }

    @Test("what lacks its end is told, wherever it was cut")
    func truncated() throws {
        let files: [(String, [UInt8])] = [
            ("risk.pdf", OfficeFile.pdf()), ("risk.docx", OfficeFile.docx()), ("risk.xlsx", OfficeFile.xlsx()),
            ("risk.png", OfficeFile.png),
        ]
        for (name, bytes) in files {
            for count in [16, bytes.count / 2, bytes.count - 30] {
                #expect(try finding(name, Array(bytes.prefix(count))) == .truncated, "\(name) \(count)")
            }
        }
    }

    @Test("a name that says one kind while the bytes say another is told, with the kind that it is")
    func mistyped() throws {
        let files: [(String, [UInt8], FileKind)] = [
            ("risk.pdf", OfficeFile.docx(), .zip), ("risk.pdf", Array("<html>".utf8), .text),
            ("risk.docx", OfficeFile.pdf(), .pdf), ("risk.docx", OfficeFile.xlsx(), .zip),
            ("risk.docx", OfficeFile.compoundFile(["WordDocument"]), .compoundFile),
            ("risk.doc", OfficeFile.docx(), .zip),
            ("risk.doc", Array("{\\rtf1 }".utf8), .rtf), ("risk.txt", OfficeFile.pdf(), .pdf),
            ("risk.png", [0xFF, 0xD8, 0xFF, 0xE0, 0], .jpeg), ("risk.md", [0, 1, 2, 3], .unknown),
        ]
        for (name, bytes, kind) in files { #expect(try finding(name, bytes) == .mistyped(kind), "\(name)") }
    }

    @Test("numbers inside a file that point anywhere end in a finding, never in a fault")
    func hostile() throws {
        var zip = OfficeFile.docx()
        for index in zip.count - 10..<zip.count - 2 { zip[index] = 0xFF }
        #expect(try finding("risk.docx", zip) == .truncated)
        let pdf = Array("%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF".utf8)
        #expect(try finding("risk.pdf", pdf) == .truncated)
        var compound = OfficeFile.encryptedDocx
        for index in 48..<52 { compound[index] = 0xFF }
        #expect(try finding("risk.docx", compound) == .mistyped(.compoundFile))
    }

    @Test("the text of a sample is known by its bytes, wherever it lies")
    func samples() throws {
        let folder = try TemporaryFolder()
        try folder.write("samples/one/CH1/letter.md", "a letter")
        try folder.write("samples/one/submission.yaml", "submission: one")
        try folder.write("dossier/CH1/mine.md", "a letter")
        try folder.write("dossier/CH1/other.md", "another letter")
        let known = SampleTexts.digests(below: folder.path("samples"))
        let dossier = try DossierFolder.read(
            path: folder.path("dossier"),
            table: Samples.contents(),
            jurisdictions: ["SG"]
        )
        #expect(known.count == 1)
        #expect(dossier.documents.filter { known.contains($0.digest) }.map(\.path) == ["CH1/mine.md"])
        #expect(SampleTexts.digests(below: folder.path("none")).isEmpty)
    }
}
