import Regulation
import Testing

@Suite("What systems and programs leave behind is no document")
struct FileLeftoverTests {
    @Test("by its name, however that is spelt")
    func names() {
        for name in [
            "Thumbs.db", "thumbs.DB", "ehthumbs.db", "desktop.ini", "Desktop.ini", "~$報告書.docx", "~$label.xlsx",
            "__MACOSX",
            "$RECYCLE.BIN", "System Volume Information", "@eaDir", "._letter.pdf", "Icon\r",
        ] {
            #expect(FileLeftover(named: name) == .ofTheSystem, "\(name)")
        }
        for name in [
            "report.docx~", "report.bak", "~WRL0001.tmp", "report.pdf.part", "report.pdf.crdownload", "Report.lnk",
            "standard.url", "notes.swp",
        ] {
            #expect(FileLeftover(named: name) == .ofAProgram, "\(name)")
        }
    }

    @Test("and what only resembles it may be one")
    func documents() {
        for name in [
            "thumbs.pdf", "Thumbs.db.pdf", "desktop.init.md", "~letter.pdf", "part.pdf", "label.tmpl", "backup.pdf",
            "recycler.md", "url.md", "a.db",
        ] {
            #expect(FileLeftover(named: name) == nil, "\(name)")
        }
    }
}
