import Testing

@testable import Sheets

@Suite("CSV is read as spreadsheets write it")
struct CSVReaderTests {
    private func rows(_ bytes: [UInt8], pieces: Int = .max, limits: CSVReader.Limits = .init()) throws -> [[String]] {
        var reader = CSVReader(limits: limits)
        var rows: [[String]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            try reader.read(rest.prefix(pieces)) { rows.append($0.cells) }
            rest = rest.dropFirst(pieces)
        }
        try reader.end { rows.append($0.cells) }
        return rows
    }

    private func rows(_ text: String) throws -> [[String]] { try rows(Array(text.utf8)) }

    private func defect(_ bytes: [UInt8], limits: CSVReader.Limits = .init()) -> CSVReader.Defect? {
        do {
            _ = try rows(bytes, limits: limits)
            return nil
        } catch {
            return error as? CSVReader.Defect
        }
    }

    @Test("commas, semicolons and tabs separate, and quotes keep them, line breaks and doubled quotes in their cell")
    func separators() throws {
        for sign in [",", ";", "\t"] {
            let text = "a\(sign)b\r\n\"x\(sign) \"\"y\"\"\nz\"\(sign)\r\n"
            #expect(try rows(text) == [["a", "b"], ["x\(sign) \"y\"\nz", ""]])
        }
        // What did not separate in the first row is text.
        #expect(try rows("a;b\n1,5;x\n") == [["a", "b"], ["1,5", "x"]])
    }

    @Test("rows end with CR LF, LF or CR, and the last needs no end; an empty row is counted")
    func ends() throws {
        for end in ["\r\n", "\n", "\r"] {
            #expect(try rows("a,b\(end)\(end)1,2") == [["a", "b"], [""], ["1", "2"]])
        }
        #expect(try rows("") == [])
        #expect(try rows("a,\"\"") == [["a", ""]])
    }

    @Test("a byte order mark is passed over, wherever the file is cut into pieces")
    func pieces() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + Array("申請,\"製\r\n品\"\r\n\"a\"\"\",é\r\n".utf8)
        for size in 1...bytes.count {
            #expect(try rows(bytes, pieces: size) == [["申請", "製\r\n品"], ["a\"", "é"]], "\(size)")
        }
        #expect(try rows([0xEF, 0xBB, 0xBF]) == [])
        #expect(try rows([0xEF, 0xBB, 0xBF, 0x61]) == [["a"]])
    }

    @Test("what is no UTF-8 is refused with its place, and Shift_JIS is recognised")
    func encodings() {
        // 製品 in Shift_JIS.
        let japanese = Array("a,b\n1,".utf8) + [0x90, 0xBB, 0x95, 0x69] + Array("\n".utf8)
        #expect(defect(japanese) == .init(kind: .shiftJIS, row: 2, column: 2))
        // A row in another encoding, in the middle of UTF-8: é in Latin-1.
        let mixed = Array("名,b\nx,caf".utf8) + [0xE9, 0x0A]
        #expect(defect(mixed) == .init(kind: .notUTF8, row: 2, column: 2))
        #expect(defect([0xFF, 0xFE, 0x61, 0x00])?.kind == .utf16)
        #expect(defect([0xFE, 0xFF, 0x00])?.kind == .utf16)
        #expect(defect(Array("a,b\n1,".utf8) + [0])?.kind == .binary)
    }

    @Test("a workbook is recognised by its first bytes, whatever it is called")
    func workbooks() {
        #expect(defect([0x50, 0x4B, 0x03, 0x04, 0x14])?.kind == .workbook)
        #expect(defect([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1])?.kind == .workbook)
        #expect(defect(Array("PK,b\n".utf8)) == nil)
    }

    @Test("quotes that RFC 4180 does not know are refused rather than guessed at")
    func quotes() {
        #expect(defect(Array("a,b\nx\"y,1".utf8)) == .init(kind: .quoteInside, row: 2, column: 1))
        #expect(defect(Array("a,b\n\"x\"y,1".utf8)) == .init(kind: .behindQuote, row: 2, column: 1))
        #expect(defect(Array("a,b\n1,\"x\ny".utf8)) == .init(kind: .openQuote, row: 2, column: 2))
    }

    @Test("what is too large is refused before it is held: rows, columns, a cell, the file")
    func bounds() {
        var limits = CSVReader.Limits()
        (limits.rows, limits.columns, limits.cell, limits.bytes) = (3, 4, 5, 60)
        #expect(defect(Array("a\n1\n2\n".utf8), limits: limits) == nil)
        #expect(defect(Array("a\n1\n2\n3\n".utf8), limits: limits)?.kind == .rows(3))
        #expect(defect(Array("a,b,c,d\n".utf8), limits: limits) == nil)
        #expect(defect(Array("a,b,c,d,e\n".utf8), limits: limits)?.kind == .columns(4))
        #expect(defect(Array("12345\n".utf8), limits: limits) == nil)
        #expect(defect(Array("\"123456".utf8), limits: limits)?.kind == .cell(5))
        #expect(
            defect(Array("1234,1234,1234,1234\n1234,1234,1234,1234\n1234,1234,1234,12345\n".utf8), limits: limits)?.kind
                == .bytes(60)
        )
    }
}
