import Dossiers
import Foundation
import Regulation
import Testing

@Suite("What keeps a folder from being a dossier")
struct DossierDefectTests {
    private func defects(_ folder: borrowing TemporaryFolder) throws -> [DossierDefect] {
        do {
            _ = try DossierFolder.read(path: folder.path, table: Samples.contents(), jurisdictions: Samples.targets)
            return []
        } catch let defects as DossierDefects {
            return defects.all
        }
    }

    @Test("every defect is told at once, in the order of the paths")
    func allAtOnce() throws {
        let folder = try TemporaryFolder()
        try folder.write("CH1/CH1.01/letter.md", "")
        try folder.write("CH1/CH1.99/form.md", "form")
        try folder.write("readme.md", "outside")
        try folder.write("CH5/CH5.02/ZZ/label.md", "label")
        try folder.link("CH5/link.md", to: folder.path("readme.md"))
        #expect(
            try defects(folder) == [
                .empty(path: "CH1/CH1.01/letter.md"),
                .unknownHeading(path: "CH1/CH1.99", try Samples.heading("CH1.99")),
                .notATarget(path: "CH5/CH5.02/ZZ", "ZZ"),
                .symbolicLink(path: "CH5/link.md"),
                .outsideHeadings(path: "readme.md"),
            ]
        )
    }

    @Test("a heading must lie inside the one above it")
    func nesting() throws {
        let folder = try TemporaryFolder()
        try folder.write("CH3/CH2.04/device.md")
        try folder.write("CH3/CH3.05/CH3.04.01/standards.md")
        #expect(
            try defects(folder) == [
                .wrongNesting(path: "CH3/CH2.04", try Samples.heading("CH2.04"), inside: try Samples.heading("CH3")),
                .wrongNesting(
                    path: "CH3/CH3.05/CH3.04.01",
                    try Samples.heading("CH3.04.01"),
                    inside: try Samples.heading("CH3.05")
                ),
            ]
        )
    }

    @Test("one wrong folder is one defect, and still its empty files are found")
    func brokenFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("CH9/CH9.01/CH9.01.01/a.md")
        try folder.write("CH9/CH9.01/b.md")
        try folder.write("CH9/c.md", "")
        #expect(
            try defects(folder) == [.unknownHeading(path: "CH9", try Samples.heading("CH9")), .empty(path: "CH9/c.md")]
        )
    }

    @Test("a folder that begins like a heading but is none is not passed over")
    func malformedHeadings() throws {
        for name in ["CH3.5x", "CH3..5", "CHAPTER three", "Chapter", "CH3.05.0005"] {
            let folder = try TemporaryFolder()
            try folder.write("\(name)/file.md")
            #expect(try defects(folder).first == .malformedHeading(path: name), "\(name)")
        }
        let folder = try TemporaryFolder()
        try folder.write("CH3/Charts/file.md")
        #expect(try defects(folder).isEmpty)
    }

    @Test("a country's document never becomes everyone's because its folder is misspelt")
    func countries() throws {
        for name in ["jp", "Jp", "ZZ"] {
            let folder = try TemporaryFolder()
            try folder.write("CH5/CH5.02/\(name)/label.md")
            #expect(try defects(folder) == [.notATarget(path: "CH5/CH5.02/\(name)", name)], "\(name)")
        }
        let folder = try TemporaryFolder()
        try folder.write("CH5/CH5.02/JP/SG/label.md")
        #expect(try defects(folder) == [.twoJurisdictions(path: "CH5/CH5.02/JP/SG", "SG", inside: "JP")])
    }

    @Test("the same document twice under one heading is a defect, however it is spelt")
    func duplicates() throws {
        let pairs = [
            ("CH2/CH2.04/Device.md", "CH2/CH2.04/device.md"), ("CH2/CH2.4/device.md", "CH2/CH2.04/device.md"),
            ("CH2/CH2.04/re\u{301}sume\u{301}.md", "CH2/CH2.04/r\u{E9}sum\u{E9}.md"),
        ]
        for (first, second) in pairs {
            let folder = try TemporaryFolder()
            try folder.write(first, "one text")
            try folder.write(second, "another text")
            let found = try defects(folder)
            #expect(found.count == 1)
            guard case .duplicate(let path, let other) = found.first else {
                Issue.record("no duplicate in \(first)")
                continue
            }
            #expect(Set([path, other].map { Array($0.utf8) }) == Set([first, second].map { Array($0.utf8) }))
        }
    }

    @Test("equal bytes are a duplicate for the same readers, and none for others")
    func equalBytes() throws {
        let folder = try TemporaryFolder()
        try folder.write("CH5/CH5.02/JP/label.md")
        try folder.write("CH5/CH5.02/SG/label.md")
        try folder.write("CH5/CH5.02/MY/label-en.md")
        try folder.write("CH5/CH5.02/MY/label-ms.md")
        try folder.write("CH5/CH5.03/JP/label.md")
        #expect(try defects(folder).isEmpty)
        try folder.write("CH5/CH5.02/JP/copy of label.md")
        #expect(
            try defects(folder) == [.duplicate(path: "CH5/CH5.02/JP/label.md", of: "CH5/CH5.02/JP/copy of label.md")]
        )
    }

    @Test("no link is followed, wherever it leads")
    func links() throws {
        let folder = try TemporaryFolder()
        try folder.write("CH1/letter.md")
        try folder.link("CH1/inside.md", to: "letter.md")
        try folder.link("CH1/outside.md", to: "/etc/hostname")
        try folder.link("CH2", to: "/etc")
        try folder.link("CH1/loop", to: "..")
        try folder.link("submission.yaml", to: "/etc/hostname")
        let paths = ["CH1/inside.md", "CH1/loop", "CH1/outside.md", "CH2", "submission.yaml"]
        #expect(try defects(folder) == paths.map { .symbolicLink(path: $0) })
    }

    @Test("a pipe is no document, and nobody waits for it")
    func pipes() throws {
        let folder = try TemporaryFolder()
        try folder.write("CH1/letter.md")
        mkfifo(folder.path("CH1/pipe.md"), 0o600)
        #expect(try defects(folder) == [.notAFile(path: "CH1/pipe.md")])
    }

    @Test("a name that cannot be shown is told with its bytes escaped")
    func names() throws {
        let folder = try TemporaryFolder()
        try folder.write("CH1/letter.md")
        let latin = Array(folder.path("CH1/caf").utf8) + [0xE9] + Array(".md".utf8) + [0]
        close(creat(latin.map { CChar(bitPattern: $0) }, 0o600))
        try folder.write("CH1/two\nlines.md")
        try folder.write("CH1/invoice\u{202E}fdp.exe")
        #expect(
            try defects(folder) == [
                .badName(path: "CH1/caf\\xE9.md"), .badName(path: "CH1/invoice\\u{202E}fdp.exe"),
                .badName(path: "CH1/two\\u{0A}lines.md"),
            ]
        )
    }

    @Test("a file too large to be stored is told when the folder is read")
    func tooLarge() throws {
        let folder = try TemporaryFolder()
        try folder.write("CH4/video.bin", "x")
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("CH4/video.bin")))
        try file.truncate(atOffset: 200_000_001)
        try file.close()
        #expect(try defects(folder) == [.tooLarge(path: "CH4/video.bin", bytes: 200_000_001, limit: 200_000_000)])
    }

    @Test("what the system does not let us read is told", .enabled(if: geteuid() != 0, "root may read everything"))
    func unreadable() throws {
        let folder = try TemporaryFolder()
        try folder.write("CH1/letter.md")
        chmod(folder.path("CH1/letter.md"), 0)
        #expect(try defects(folder) == [.unreadable(path: "CH1/letter.md", number: EACCES)])
    }

    @Test("a folder that is not there is told, and an empty one is an empty dossier")
    func noFolder() throws {
        let folder = try TemporaryFolder()
        #expect(try defects(folder).isEmpty)
        let missing = folder.path("missing")
        #expect(throws: DossierDefects([.unreadable(path: missing, number: ENOENT)])) {
            try DossierFolder.read(path: missing, table: HeadingTable(headings: []), jurisdictions: [])
        }
    }

    @Test("what a program left behind is told, and counts for no heading")
    func leftovers() throws {
        let folder = try TemporaryFolder()
        try folder.write("CH4/CH4.02/~WRL0003.tmp", "x")
        try folder.write("CH4/CH4.02/report.docx.bak", "")
        try folder.write("CH4/CH4.02/Report.lnk", "x")
        #expect(
            try defects(folder)
                == ["Report.lnk", "report.docx.bak", "~WRL0003.tmp"].map {
                    .leftover(path: "CH4/CH4.02/\($0)")
                }
        )
    }

    @Test("each defect says what can be done")
    func remedies() throws {
        let heading = try Samples.heading("CH1.99")
        let defects = DossierDefects([.outsideHeadings(path: "b.md"), .unknownHeading(path: "a", heading)])
        #expect(
            defects.description == """
                a: the table of contents has no heading CH1.99
                b.md: it stands under no heading: move it into a folder named like CH2.04.01
                """
        )
    }
}
