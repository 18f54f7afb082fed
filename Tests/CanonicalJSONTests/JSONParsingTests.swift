import CanonicalJSON
import Testing

@Suite("JSON is read strictly, and a refusal names its place")
struct JSONParsingTests {
    private func defect(of text: String) -> JSONDefect? {
        defect(of: Array(text.utf8))
    }

    private func defect(of bytes: [UInt8]) -> JSONDefect? {
        do {
            _ = try JSONValue(parsing: bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test("a document with every kind of value is read")
    func everyKind() throws {
        let text = "\r\n\t {\"a\" : [ null , true,false, -0, 12, 1.50, 1e2, \"\" ] , \"b\":{ } , \"c\":[ ]}\n"
        let expected: JSONValue = ["a": [.null, true, false, 0, 12, 1.5, 100, ""], "b": [:], "c": []]
        #expect(try JSONValue(parsing: text.utf8) == expected)
    }

    @Test("escapes and surrogate pairs are decoded")
    func escapes() throws {
        let text = #""\"\\\/\b\f\n\r\t\u0000\u00e9\u5be9\ud83d\uDE00x\uFFFF""#
        let expected = "\"\\/\u{8}\u{C}\n\r\t\u{0}\u{E9}\u{5BE9}\u{1F600}x\u{FFFF}"
        #expect(try JSONValue(parsing: text.utf8) == .string(expected))
    }

    @Test("a key may stand once, also in another Unicode spelling")
    func duplicateKeys() {
        #expect(defect(of: #"{"a":1,"b":2,"a":3}"#) == .duplicateKey("a", at: 13))
        #expect(defect(of: #"{"a":1,"\u0061":3}"#) == .duplicateKey("a", at: 7))
        #expect(defect(of: #"{"\u00e9":1,"e\u0301":3}"#)?.offset == 12)
        #expect(defect(of: #"{"a":{"a":1}}"#) == nil)
    }

    @Test("half a surrogate pair is no text")
    func loneSurrogates() {
        #expect(defect(of: #""ab\ud83d""#) == .loneSurrogate(at: 3))
        #expect(defect(of: #""\ud83dx""#) == .loneSurrogate(at: 1))
        #expect(defect(of: #""\ud83d\n""#) == .loneSurrogate(at: 1))
        #expect(defect(of: #""\ud83d\ud83d""#) == .loneSurrogate(at: 1))
        #expect(defect(of: #""\ude00""#) == .loneSurrogate(at: 1))
    }

    @Test("what is not UTF-8 is refused where it starts")
    func invalidUTF8() {
        let sequences: [[UInt8]] = [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
            [0xE5, 0xAF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80],
            [0xFE], [0xFF],
        ]
        for sequence in sequences {
            #expect(defect(of: [0x22, 0x61] + sequence + [0x22]) == .invalidUTF8(at: 2))
            #expect(defect(of: [0x22, 0x5C, 0x6E] + sequence + [0x22]) == .invalidUTF8(at: 3))
        }
        #expect(defect(of: [0xEF, 0xBB, 0xBF, 0x31]) == .unexpectedByte(0xEF, at: 0))
    }

    @Test("a number has one shape: no leading zero, no plus, no bare point")
    func malformedNumbers() {
        for text in ["01", "-01", "00", "-", "1.", "1.e2", "1e", "1e+", "-a"] {
            #expect(defect(of: "[" + text + "]") == .malformedNumber(at: 1), "\(text)")
        }
        #expect(defect(of: "[+1]") == .unexpectedByte(0x2B, at: 1))
        #expect(defect(of: "[.5]") == .unexpectedByte(0x2E, at: 1))
        #expect(defect(of: "[NaN]") == .unexpectedByte(0x4E, at: 1))
        #expect(defect(of: "[0x1]") == .unexpectedByte(0x78, at: 2))
    }

    @Test("a number that a double would change into infinity or zero is refused")
    func numbersOutOfRange() {
        #expect(defect(of: "1e400") == .numberOutOfRange(at: 0))
        #expect(defect(of: "[-1e309]") == .numberOutOfRange(at: 1))
        #expect(defect(of: "1e-400") == .numberOutOfRange(at: 0))
        #expect(defect(of: "0e-400") == nil)
        #expect(defect(of: "5e-324") == nil)
    }

    @Test("an integer that a double would round is refused, so that none changes unseen")
    func inexactIntegers() throws {
        #expect(defect(of: "9007199254740993") == .inexactInteger(at: 0))
        #expect(defect(of: "[-9007199254740993]") == .inexactInteger(at: 1))
        #expect(defect(of: "123456789012345678901234567890") == .inexactInteger(at: 0))
        #expect(try JSONValue(parsing: "9007199254740992".utf8) == .integer(1 << 53))
        #expect(try JSONValue(parsing: "100000000000000000000".utf8) == .number(1e20))
        #expect(try JSONValue(parsing: "123456789012345.0".utf8) == 123_456_789_012_345)
    }

    @Test("128 levels are read, and the 129th is refused")
    func depth() {
        func nested(_ levels: Int) -> String {
            String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        #expect(defect(of: nested(128)) == nil)
        #expect(defect(of: nested(129)) == .tooDeep(at: 128))
        #expect(defect(of: String(repeating: #"{"a":"#, count: 1_000_000)) == .tooDeep(at: 640))
    }

    @Test("structure is refused at the first byte that cannot stand there")
    func structure() {
        let table: [(String, JSONDefect)] = [
            ("", .unexpectedEnd(at: 0)), (" ", .unexpectedEnd(at: 1)), ("[", .unexpectedEnd(at: 1)),
            ("[1", .unexpectedEnd(at: 2)), ("[1,", .unexpectedEnd(at: 3)), ("[1,]", .unexpectedByte(0x5D, at: 3)),
            ("[,1]", .unexpectedByte(0x2C, at: 1)), ("[1 2]", .unexpectedByte(0x32, at: 3)),
            ("1 2", .trailingBytes(at: 2)),
            ("{}}", .trailingBytes(at: 2)), ("1\u{0}", .trailingBytes(at: 1)), ("{1:2}", .unexpectedByte(0x31, at: 1)),
            ("{\"a\"}", .unexpectedByte(0x7D, at: 4)), ("{\"a\":}", .unexpectedByte(0x7D, at: 5)),
            ("{\"a\":1,}", .unexpectedByte(0x7D, at: 7)), ("{", .unexpectedEnd(at: 1)),
            ("{\"a\":1", .unexpectedEnd(at: 6)),
            ("nul", .unexpectedEnd(at: 3)), ("nulL", .unexpectedByte(0x4C, at: 3)),
            ("True", .unexpectedByte(0x54, at: 0)),
            ("'a'", .unexpectedByte(0x27, at: 0)), ("// a", .unexpectedByte(0x2F, at: 0)),
            ("\"a", .unexpectedEnd(at: 2)),
            ("\"a\\", .unexpectedEnd(at: 3)), ("\"a\nb\"", .controlCharacter(0x0A, at: 2)),
            ("\"\\n\u{0}\"", .controlCharacter(0, at: 3)), ("\"a\\x\"", .invalidEscape(at: 2)),
            ("\"\\u12g4\"", .invalidEscape(at: 1)), ("\"\\u12", .unexpectedEnd(at: 5)),
            ("\u{A0}1", .unexpectedByte(0xC2, at: 0)),
        ]
        for (text, expected) in table {
            #expect(defect(of: text) == expected, "\(text.debugDescription)")
        }
    }
}
