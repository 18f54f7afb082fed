import Definitions
import Regulation
import Scenarios
import Testing
import Views

@testable import Sheets

@Suite("Tables of the form are read by their headings")
struct SheetReaderTests {
    private static func labels(_ language: String) throws -> Labels {
        Labels(language: language, texts: try ConfigFolder(path: Repository.configuration).labels(language))
    }

    private func read(_ text: String) throws -> SheetReader {
        let titles = SheetTitles([try Self.labels("en"), try Self.labels("ja")])
        var reader = SheetReader(file: "t.csv", titles: titles)
        _ = reader.read(Array(text.utf8))
        reader.end()
        return reader
    }

    @Test("by their keys, or by their titles in either language, in any order and case")
    func headings() throws {
        for heading in ["case,submission,DATE,action", "Case,Submission,Date,Action", "案件名,申請,日付,行為"] {
            let reader = try read(heading + "\nSG,s,2026-05-12,accept\n")
            #expect(reader.findings == [])
            let row = try #require(reader.rows.first)
            #expect(row.form == .letters && row.number == 2)
            #expect(row.cells == ["case": "SG", "submission": "s", "date": "2026-05-12", "action": "accept"])
        }
    }

    @Test("each table that is handed out is taken for itself, in each language, and its page of columns for nothing")
    func ownTables() throws {
        for language in ["en", "ja"] {
            for file in FilledForm.template.files(try Self.labels(language)) {
                var reader = SheetReader(
                    file: file.name,
                    titles: SheetTitles([try Self.labels("en"), try Self.labels("ja")])
                )
                _ = reader.read(file.bytes)
                reader.end()
                #expect(reader.findings == [] && reader.rows == [], "\(file.name) \(language)")
            }
        }
    }

    @Test("no two columns of a table have one title, and none holds what separates")
    func titles() throws {
        for language in ["en", "ja"] {
            let labels = try Self.labels(language)
            for name in SheetForm.Name.allCases {
                let titles = FilledForm.titles(.form(name), labels)
                #expect(Set(titles.map { $0.lowercased() }).count == titles.count, "\(name) \(language)")
                #expect(titles.allSatisfy { title in !title.contains { ",;\t\"\n".contains($0) } })
                #expect(titles.allSatisfy { !$0.hasPrefix("form.") })
                // The title of one column that is the key of another would be taken for that.
                for (column, title) in zip(SheetForm.form(name).columns, titles) {
                    let other = SheetForm.form(name).columns.first { $0.key.lowercased() == title.lowercased() }
                    #expect(other == nil || other == column, "\(title) \(language)")
                }
            }
        }
    }

    @Test("a cell that begins like a formula is refused, and one that went out with an apostrophe comes in without")
    func formulas() throws {
        let reader = try read(
            "submission,case,date,action,reason\ns,SG,2026-05-12,refuse,=1+1\ns,SG,2026-05-12,ask,'=1+1\n"
        )
        #expect(reader.findings.map(\.kind) == [.formula("=1+1")])
        #expect(reader.findings.map(\.place) == [.init(file: "t.csv", row: 2, column: "reason")])
        #expect(reader.rows.last?["reason"] == "=1+1")
    }

    @Test("a date that cannot be read is told with row and column; one that is known in part is read")
    func dates() throws {
        let reader = try read(
            "submission,case,date,action\n"
                + ["05/06/2026", "2026-13-01", "令和8年5月12日", "46328", "2026-05"].map { "s,SG,\($0),accept\n" }.joined()
        )
        #expect(reader.findings.map(\.place.row) == [2, 3, 4, 5])
        #expect(reader.findings.allSatisfy { $0.place.column == "date" && !$0.isDoubt })
        let words = try Self.labels("en").words(for: reader.findings[0])
        #expect(words.hasPrefix("Date: “05/06/2026” is not a date"), "\(words)")
        #expect(reader.rows.last?.date("date") == .month(year: 2026, month: 5))
    }

    @Test("headings of no table say which are missing; one that is not known is a doubt")
    func unknown() throws {
        let reader = try read("submission,case,date,colour\ns,SG,2026-05-12,red\n")
        #expect(reader.findings.map(\.kind) == [.noForm(.letters, missing: ["action"])])
        #expect(reader.rows == [])
        let doubtful = try read("submission,case,date,action,colour\ns,SG,2026-05-12,accept,red\n")
        #expect(doubtful.findings.map(\.kind) == [.unknownColumn("colour")])
        #expect(doubtful.findings.allSatisfy(\.isDoubt) && doubtful.rows.count == 1)
        #expect(try read("\n").findings.map(\.kind) == [.empty])
        // The table is the one of which most is there, not one that wants less.
        let nearly = try read("submission,country,number,grantedOn,basis,claim,version\ns,US,K1,2025,full,C1,1\n")
        #expect(nearly.findings.map(\.kind) == [.noForm(.approvals, missing: ["claims"])])
        #expect(
            try read("submission,case,date,action\ns,SG,2026-05-12,accept,,x\n").findings.map(\.kind) == [
                .beyondHeadings
            ]
        )
    }

    @Test("a file in which nothing is right is not read to its end")
    func manyDefects() throws {
        let text = "submission,case,date,action\n" + String(repeating: "s,SG,never,accept\n", count: 5_000)
        let reader = try read(text)
        #expect(reader.findings.count < 210 && reader.rows.count < 210)
        #expect(reader.findings.last?.kind == .more)
    }

    @Test("what is written is read as it was, formulas, quotes and line breaks included")
    func roundTrip() throws {
        let labels = try Self.labels("ja")
        let cells = [
            "submission": "s", "case": "SG", "date": "2026-05", "action": "ask", "reason": "=cmd|' /C calc'!A1",
            "questions": "一つ、\"二つ\", 三つ\n-4", "number": "'00123", "reference": "@x", "fields": "a=b\nc.0.d=e; f",
        ]
        let form = FilledForm([.letters: [cells]])
        let file = try #require(form.files(labels).first { $0.name == "letters.csv" })
        var reader = SheetReader(file: file.name, titles: SheetTitles([try Self.labels("en"), labels]))
        _ = reader.read(file.bytes)
        reader.end()
        #expect(reader.findings == [])
        #expect(reader.rows.first?.cells == cells)
    }
}
