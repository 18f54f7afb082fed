import Testing
import Views

@testable import CommandLineTool

@Suite("Tables for people")
struct TableTests {
    @Test("fit the terminal, and break words only where nothing else helps")
    func width() {
        var table = Table(["Case", "State"])
        table.add(["colon-cade/SG", "Waiting for the applicant's answers to the consolidated questions"])
        for width in [40, 60, 80] {
            let lines = table.text(width: width).split(separator: "\n")
            #expect(lines.allSatisfy { TextWidth.columns(of: String($0)) <= width }, "\(width)")
            #expect(table.text(width: width).contains("colon-cade/SG"))
        }
    }

    @Test("say when they would break words, so that another form can be chosen")
    func breaksWords() {
        var table = Table(["Case", "By"])
        table.add(["colon-cade/SG", "regulatory lead (applicant)"])
        #expect(!table.breaksWords(at: 26))
        #expect(table.breaksWords(at: 25))
        #expect(table.text(width: 26).contains("(applicant)") && !table.text(width: 22).contains("(applicant)"))
    }

    @Test("count Japanese characters as two columns, so that columns stay aligned")
    func japanese() {
        var table = Table(["状態", "期限"])
        table.add(["審査中", "2026-09-30"])
        table.add(["ok", "–"])
        let lines = table.text(width: 80).split(separator: "\n")
        #expect(lines[2] == "審査中  2026-09-30")
        #expect(lines[3] == "ok      –")
    }

    @Test("break Japanese before they break a name, and keep the indentation of what they break")
    func breaking() {
        var table = Table(["状態", "記録者"])
        table.add(["申請者の回答を待っている照会事項", "regulatory-lead"])
        table.add(["  下位の状態の長い名前である", "hub"])
        let lines = table.text(width: 33).split(separator: "\n")
        #expect(lines[2] == "申請者の回答を待  regulatory-lead")
        #expect(lines[4].hasPrefix("  下位の状態の長  hub"))
        #expect(lines[5] == "  い名前である")
        #expect(TextWidth.wrap("（回答待ち）", to: 10) == ["（回答待", "ち）"])
    }

    @Test("count what a character takes in a terminal, whatever it is made of")
    func characters() {
        // A mark stands on its letter; this Thai vowel stands beside it.
        #expect(TextWidth.columns(of: "e\u{301}") == 1)
        #expect(TextWidth.columns(of: "\u{E01}\u{E35}") == 1)
        #expect(TextWidth.columns(of: "\u{E2A}\u{E33}") == 2)
        #expect(TextWidth.columns(of: "か\u{3099}") == 2)
        #expect(TextWidth.columns(of: "\u{1112}\u{1161}\u{11AB}") == 2)
        #expect(TextWidth.columns(of: "👩\u{200D}🚀") == 2)
        #expect(TextWidth.columns(of: "\u{200B}\u{1}") == 0)
        #expect(TextWidth.columns(of: "✓ ⚑ –") == 5)
    }

    @Test("a spreadsheet never takes a cell for a formula")
    func formula() {
        for hostile in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\u{FF1D}1", "=\u{301}1"] {
            #expect(CSVTable.cell(hostile).contains("'\(hostile.first.map(String.init) ?? "")"))
        }
        #expect(CSVTable.cell("a,\"b\"") == "\"a,\"\"b\"\"\"")
        #expect(CSVTable.cell("plain") == "plain")
    }
}
