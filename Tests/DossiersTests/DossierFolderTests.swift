import Dossiers
import Regulation
import Submissions
import Testing

@Suite("Reading a dossier folder")
struct DossierFolderTests {
    private func read(_ folder: borrowing TemporaryFolder) throws -> Dossier {
        try DossierFolder.read(path: folder.path, table: Samples.contents(), jurisdictions: Samples.targets)
    }

    @Test("the sample dossier has sixty documents, all under headings of the table, in its order")
    func sample() throws {
        let table = try Samples.contents()
        let dossier = try DossierFolder.read(
            path: Samples.colonoscopy(),
            table: table,
            jurisdictions: Samples.targets
        )
        #expect(dossier.documents.count == 60)
        #expect(dossier.documents.allSatisfy { table.contains($0.heading) && $0.size > 0 })
        #expect(dossier.documents.map(\.heading) == dossier.documents.map(\.heading).sorted())
        #expect(dossier.documents.filter { $0.mediaType == "application/pdf" }.count == 2)
        #expect(dossier.documents.filter { $0.mediaType == "text/markdown" }.count == 58)
        #expect(dossier.revision.manifest != nil)
        #expect(!dossier.documents.contains { $0.path.hasSuffix(".yaml") })
    }

    @Test("in the sample each country has its own labels, and Malaysia has them in two languages")
    func sampleLabels() throws {
        let dossier = try DossierFolder.read(
            path: Samples.colonoscopy(),
            table: Samples.contents(),
            jurisdictions: Samples.targets
        )
        let labels = try dossier.documents.filter { try $0.heading == Samples.heading("CH5.02") }
        #expect(labels.map(\.jurisdiction) == ["JP", "MY", "MY", "SG", "TH", "TW"])
        #expect(labels.map(\.language) == [nil, "en", "ms", nil, nil, nil])
        let stated = dossier.documents.compactMap(\.language)
        #expect(stated == ["en", "ms"])
    }

    @Test("padded and short numbers, a chapter and words after a number name the same headings")
    func spellings() throws {
        let folder = try TemporaryFolder()
        let paths = [
            "CHAPTER 3 Non-Clinical Evidence/CH3.05 Studies/CH3.05.05/a.pdf", "3/3.5/3.5.5/b.pdf",
            "ch3.5.5_Software/c.pdf", "chapter 3/3.05.05-Software/d.pdf", "CH3/CH3.05.05/e.pdf",
        ]
        for path in paths { try folder.write(path, path) }
        let dossier = try read(folder)
        #expect(dossier.documents.count == 5)
        #expect(try dossier.documents.allSatisfy { try $0.heading == Samples.heading("CH3.05.05") })
    }

    @Test("the deepest heading above a document counts, and other folders say nothing")
    func deepest() throws {
        let folder = try TemporaryFolder()
        try folder.write("CH3/notes.md", "1")
        try folder.write("CH3/CH3.02/Annexes/second edition/risk.md", "2")
        try folder.write("delivery/CH1/CH1.01/letter.md", "3")
        let found = try read(folder).documents.map { "\($0.heading) \($0.path)" }
        #expect(
            found == [
                "CH1.01 delivery/CH1/CH1.01/letter.md", "CH3 CH3/notes.md",
                "CH3.02 CH3/CH3.02/Annexes/second edition/risk.md",
            ]
        )
    }

    @Test("the folder of a target makes a document that country's alone")
    func countries() throws {
        let folder = try TemporaryFolder()
        try folder.write("CH5/CH5.02/label.md", "everyone")
        try folder.write("CH5/CH5.02/TW/label.md", "Taiwan")
        try folder.write("CH5/JP/CH5.03/insert.md", "Japan")
        try folder.write("CH5/CH5.02/JP/print/label.md", "Japan, printed")
        let found = try read(folder).entries
        #expect(
            found == [
                DossierEntry(heading: try Samples.heading("CH5.02"), jurisdiction: nil),
                DossierEntry(heading: try Samples.heading("CH5.02"), jurisdiction: "JP"),
                DossierEntry(heading: try Samples.heading("CH5.02"), jurisdiction: "TW"),
                DossierEntry(heading: try Samples.heading("CH5.03"), jurisdiction: "JP"),
            ]
        )
    }

    @Test("the name of a file may state its language, and a name that only looks so states none")
    func languages() throws {
        let names: [(String, String?)] = [
            ("label.th.md", "th"), ("label-th.md", "th"), ("label.zh-Hant.pdf", "zh-Hant"),
            ("label-zh-Hant.md", "zh-Hant"),
            ("label.fil.md", "fil"), ("label.md", nil), ("label-TH.md", "th"), ("sign-off.md", nil),
            ("table-1.md", nil),
            ("table.v2.md", nil), ("th.md", nil), ("zh-Hant.md", nil), ("label-rev2.md", nil), ("label", nil),
            ("label.th", nil), ("risk-use.md", nil), ("label-xx.md", nil),
        ]
        for (name, language) in names {
            let folder = try TemporaryFolder()
            try folder.write("CH5/CH5.02/\(name)")
            #expect(try read(folder).documents.map(\.language) == [language], "\(name)")
        }
    }

    @Test("tags of languages are BCP 47: regions and scripts belong to them, and case says nothing")
    func languageTags() throws {
        let names: [(String, String?)] = [
            ("label-zh-tw.pdf", "zh-Hant-TW"), ("label.zh-HK.pdf", "zh-Hant-HK"), ("label-ZH-CN.pdf", "zh-Hans-CN"),
            ("label-zh-hant-tw.pdf", "zh-Hant-TW"), ("label.zh_TW.pdf", "zh-Hant-TW"), ("label-en-sg.pdf", "en-SG"),
            ("label-ko-KR.pdf", "ko-KR"), ("label-ms-my.pdf", "ms-MY"), ("label-th-TH.pdf", "th-TH"),
            ("label-JA.pdf", "ja"),
            ("label-VI.pdf", "vi"), ("label.KOR.pdf", "ko"), ("label.kor.pdf", "ko"), ("label.tha.pdf", "th"),
            ("label.chi.pdf", "zh"), ("label.may.pdf", "ms"), ("label.FIL.pdf", "fil"),
            ("label-sr-latn.pdf", "sr-Latn"),
            ("label-en-ja.pdf", "ja"), ("label.pdf.pdf", nil), ("plan-may.pdf", nil), ("test-run.pdf", nil),
            ("report-no-12.pdf", nil), ("en-sg.pdf", nil),
            // The code of a target alone is a country, unless its language has the same.
            ("label-sg.pdf", nil), ("label-TW.pdf", nil), ("label-my.pdf", nil), ("label-th.pdf", "th"),
            ("label-tw.v2.pdf", nil),
            // As offices write them: three letters after a hyphen, an underscore, brackets of either width.
            ("label-kor.pdf", "ko"), ("label-JPN.docx", "ja"), ("label_ja.pdf", "ja"), ("label_EN.pdf", "en"),
            ("label (EN).pdf", "en"), ("ラベル（ja）.docx", "ja"), ("label [zh-tw].pdf", "zh-Hant-TW"),
            ("user_id.csv", nil), ("time_ms.csv", nil), ("report (final).pdf", nil), ("minutes (may).pdf", nil),
            ("minutes-mar.pdf", nil), ("label_TW.pdf", nil),
        ]
        for (name, language) in names {
            let folder = try TemporaryFolder()
            try folder.write("CH5/CH5.02/\(name)")
            #expect(try read(folder).documents.map(\.language) == [language], "\(name)")
        }
    }

    @Test(
        "a country that is known is a country in names too, and what the manifest says counts where the name says nothing"
    )
    func statedLanguages() throws {
        let folder = try TemporaryFolder()
        for path in [
            "CH3/CH3.02/risk.pdf", "CH3/CH3.02/risk.th.pdf", "CH3/CH3.03/KR/list-kr.pdf", "CH4/a/b/cer.pdf",
            "CH4/a/cer.en.pdf", "CH5/CH5.02/TH/label.pdf",
        ] {
            try folder.write(path, path)
        }
        func languages(_ statements: [(StatedLanguages.Place, String)]) throws -> [String?] {
            try DossierFolder.read(
                path: folder.path,
                table: Samples.contents(),
                jurisdictions: ["TH"],
                countries: ["KR"],
                languages: StatedLanguages(statements.map { .init(place: $0.0, language: $0.1) })
            ).documents.map(\.language)
        }
        let (risk, labels) = (try Samples.heading("CH3.02"), try Samples.heading("CH5.02"))
        #expect(try languages([]) == [nil, "th", nil, nil, "en", nil])
        #expect(try languages([(.everywhere, "ja")]) == ["ja", "th", "ja", "ja", "en", "ja"])
        #expect(
            try languages([(.heading(risk, nil), "ko"), (.everywhere, "ja"), (.heading(labels, "TH"), "th")])
                == ["ko", "th", "ja", "ja", "en", "th"]
        )
        #expect(
            try languages([(.path("CH4/a"), "vi"), (.path("CH4/a/cer.en.pdf"), "ja"), (.heading(labels, "SG"), "en")])
                == [nil, "th", nil, "vi", "ja", nil]
        )
    }

    @Test("the folder of a country that is no target yet is its own, waits, and is not filed with the others")
    func waiting() throws {
        let folder = try TemporaryFolder()
        try folder.write("CH1/CH1.14/letter.md", "everyone")
        try folder.write("CH1/CH1.14/KR/letter.md", "Korea")
        try folder.write("CH1/CH1.14/EU/letter.md", "Union")
        try folder.write("CH1/CH1.14/JP/letter.md", "Japan")
        let dossier = try read(folder)
        #expect(dossier.documents.map(\.jurisdiction) == [nil, "EU", "JP", "KR"])
        #expect(dossier.waiting(beside: Samples.targets).mapValues(\.count) == ["EU": 1, "KR": 1])
        #expect(dossier.forFiling(in: Samples.targets).documents.map(\.jurisdiction) == [nil, "JP"])
        #expect(dossier.forFiling(in: Samples.targets + ["KR"]).documents.map(\.jurisdiction) == [nil, "JP", "KR"])
    }

    @Test("what a system leaves for itself is no document, even where nothing else lies under a heading")
    func systemFiles() throws {
        let folder = try TemporaryFolder()
        try folder.write("CH4/CH4.02/Thumbs.db", "x")
        try folder.write("CH4/CH4.02/desktop.ini", "")
        try folder.write("CH1/CH1.01/~$letter.docx", "x")
        try folder.write("CH1/__MACOSX/CH9/letter.pdf", "x")
        try folder.write("CH1/Icon\r", "")
        let dossier = try read(folder)
        #expect(dossier.documents.isEmpty)
        #expect(
            dossier.passedOver == [
                "CH1/CH1.01/~$letter.docx", "CH1/Icon\\u{0D}", "CH1/__MACOSX", "CH4/CH4.02/Thumbs.db",
                "CH4/CH4.02/desktop.ini",
            ]
        )
    }

    @Test("the media type follows the extension, and an unknown one is bytes")
    func mediaTypes() throws {
        let folder = try TemporaryFolder()
        for name in ["a.PDF", "b.csv", "c.docx", "d.zip", "e.jpg", "f.swf", "g"] {
            try folder.write("CH1/\(name)", name)
        }
        #expect(
            try read(folder).documents.map(\.mediaType) == [
                "application/pdf", "text/csv",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "application/zip", "image/jpeg", "application/octet-stream", "application/octet-stream",
            ]
        )
    }

    @Test("hidden files, the manifest and the story are no documents")
    func leftOut() throws {
        let folder = try TemporaryFolder()
        try folder.write("submission.yaml", "submission: x")
        try folder.write("story.yaml", "story: x")
        try folder.write(".DS_Store")
        try folder.write(".git/CH9/config")
        try folder.write("CH1/CH1.01/.letter.md.swp")
        try folder.write("CH1/CH1.01/letter.md")
        let dossier = try read(folder)
        #expect(dossier.documents.map(\.path) == ["CH1/CH1.01/letter.md"])
        #expect(dossier.revision.manifest != nil)
    }

    @Test("studies have folders of their own, below a heading for studies and beside one shown as an example")
    func studies() throws {
        let table = try Samples.contents()
        let allowed = [
            "CH3.05.11.01", "CH3.05.11.01.02", "CH3.05.11.17.03.02", "CH3.05.05.08.02", "CH3.05.05.08.02.01",
            "CH4.02.02.03",
        ]
        for code in allowed { #expect(try table.contains(Samples.heading(code)), "\(code)") }
        for code in ["CH3.05.05.13", "CH3.05.12", "CH1.16", "CH7", "CH5.02.01", "CH6.01"] {
            #expect(try !table.contains(Samples.heading(code)), "\(code)")
        }
    }

    @Test("a heading has its title in the language asked for, else in English")
    func titles() throws {
        let code = try Samples.heading("CH3.02")
        let table = HeadingTable(headings: [.init(code: code, titles: ["en": "Risk Management", "ja": "リスクマネジメント"])])
        #expect(table.title(of: code, language: "ja") == "リスクマネジメント")
        #expect(table.title(of: code, language: "th") == "Risk Management")
        #expect(try table.title(of: Samples.heading("CH3.03"), language: "en") == nil)
    }
}
