import Testing

@testable import Views

@Suite("A table for spreadsheets")
struct CSVTableTests {
    @Test("A cell that a spreadsheet would run as a formula gets an apostrophe in front")
    func formulas() {
        for start in ["=", "+", "-", "@", "\t", "\r", "\u{FF1D}"] {
            #expect(CSVTable.neutralized(start + "1+1") == "'" + start + "1+1")
        }
        for harmless in ["", "1", "a=1", " =1", "2026-05-12", "SG"] {
            #expect(CSVTable.neutralized(harmless) == harmless)
        }
        // With a combining mark, `=` is another character, but the same first code point.
        #expect(CSVTable.neutralized("=\u{301}cmd") == "'=\u{301}cmd")
    }

    @Test("Rows end with CR LF, and commas, quotes and line breaks stay inside their cell")
    func quoting() {
        var table = CSVTable(header: ["a", "b"])
        table.add(["x,y", "say \"so\""])
        table.add(["two\nlines", nil])
        let text = String(decoding: table.bytes.dropFirst(3), as: UTF8.self)
        #expect(text == "a,b\r\n\"x,y\",\"say \"\"so\"\"\"\r\n\"two\nlines\",\r\n")
        #expect(Array(table.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    }

    @Test("A neutralised cell that needs quotes gets both")
    func both() {
        var table = CSVTable(header: ["a"])
        table.add(["=A1,\"x\""])
        #expect(String(decoding: table.bytes, as: UTF8.self).hasSuffix("\"'=A1,\"\"x\"\"\"\r\n"))
    }
}
