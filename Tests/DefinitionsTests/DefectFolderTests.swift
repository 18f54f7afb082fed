import Testing

@Suite("Every defect of a folder is reported at once, each at its place")
struct DefectFolderTests {
    @Test("a folder without defects has none")
    func sound() throws {
        let folder = try TemporaryFolder(DefectFolder.sound)
        defer { folder.remove() }
        #expect(folder.defects() == [])
    }

    @Test("twelve defects of twelve kinds are twelve diagnostics with file, line and column")
    func twelve() throws {
        let folder = try TemporaryFolder(DefectFolder.defective)
        defer { folder.remove() }
        #expect(
            folder.defects() == [
                "jurisdictions/XA.yaml:3:7: error: unknown zone ‘Asia/Tokio’; did you mean ‘Asia/Tokyo’?",
                "jurisdictions/XA.yaml:14:15: error: there is no route ‘national’ to fall back to",
                "jurisdictions/XA.yaml:16:44: error: ‘counts’ is agency or total, not ‘agancy’; did you mean ‘agency’?",
                "jurisdictions/XA.yaml:16:78: error: a source has no ‘confidence’",
                "labels/ja.yaml:2:3: error: the label ‘states.review.reviewing’ of another language is missing",
                "procedures/review.yaml:4:28: error: "
                    + "‘asOf’ is a date such as 2026-05-12, 2026-05 or 2026, not ‘2026-13’",
                "procedures/review.yaml:7:54: error: unknown kind ‘txet’; did you mean ‘text’?",
                "procedures/review.yaml:8:3: error: the action ‘ask’ is declared, but no transition uses it",
                "procedures/review.yaml:14:22: error: "
                    + "unknown guard ‘dosier.complete’; did you mean ‘dossier.complete’?",
                "procedures/review.yaml:14:44: error: there is no state ‘reveiwing’; did you mean ‘reviewing’?",
                "procedures/review.yaml:17:28: error: "
                    + "no clock ‘reveiw’ is declared under ‘clocks’; did you mean ‘review’?",
                "procedures/review.yaml:22:3: error: the key ‘refused’ is repeated; it is in line 21 already",
            ]
        )
    }

    @Test("a file that cannot be read is a defect like any other")
    func unreadable() throws {
        var files = DefectFolder.sound
        files["calendars/XA.yaml"] = nil
        files["procedures/broken.yaml"] = "procedure: [\n"
        let folder = try TemporaryFolder(files)
        defer { folder.remove() }
        let defects = folder.defects()
        #expect(defects.contains("calendars:1:1: error: this folder cannot be read"))
        #expect(defects.contains { $0.hasPrefix("procedures/broken.yaml:2:1: error: this is not YAML") })
        #expect(defects.contains("jurisdictions/XA.yaml:4:11: error: unknown calendar ‘XA’"))
    }
}
