import CanonicalJSON
import Chance
import Testing

@Suite("The outline of a document takes canonical JSON, and nothing else")
struct CanonicalOutlineTests {
    private func outlined(_ bytes: [UInt8], _ outline: inout CanonicalOutline) -> JSONValue? {
        bytes.withUnsafeBytes { bytes in outline.reading(bytes) { JSONValue($0) } }
    }

    /// The value of bytes that are canonical, as the parser and the writer together know them.
    private func canonical(_ bytes: [UInt8]) -> JSONValue? {
        guard let value = try? JSONValue(parsing: bytes), value.canonicalBytes() == bytes else { return nil }
        return value
    }

    @Test("what was written canonically gives the value again, with storage used over and over")
    func roundTrip() {
        var outline = CanonicalOutline()
        for seed in 0..<3_000 {
            var random = Dice(seed: seed)
            let value = random.json()
            #expect(outlined(value.canonicalBytes(), &outline) == value, "seed \(seed)")
        }
    }

    @Test("bytes damaged in one place are taken exactly where parser and writer call them canonical")
    func damagedBytes() {
        var outline = CanonicalOutline()
        var taken = 0
        for seed in 0..<6_000 {
            var random = Dice(seed: seed)
            var bytes = random.json().canonicalBytes()
            let place = Int.random(in: bytes.indices, using: &random)
            switch seed % 3 {
            case 0: bytes[place] ^= UInt8.random(in: 1...255, using: &random)
            case 1: bytes.remove(at: place)
            default: bytes.insert(bytes[Int.random(in: bytes.indices, using: &random)], at: place)
            }
            let expected = canonical(bytes)
            if expected != nil { taken += 1 }
            #expect(outlined(bytes, &outline) == expected, "seed \(seed)")
        }
        #expect(taken > 300, "some damage leaves another canonical document")
    }

    @Test(
        "every other spelling of a value is refused",
        arguments: [
            "", " 1", "1 ", "[1, 2]", "{\"b\":1,\"a\":2}", "{\"a\":1,\"a\":2}", "01", "-0", "1.0", "1e3", "+1", ".5",
            "9007199254740993", "1e400", "-", "[1,]", "[,1]", "{\"a\":1,}", "{\"a\"}", "{a:1}", "\"\\/\"",
            "\"\\u0041\"", "\"\\u000A\"", "\"\\u001F\"", "\"\\u0008\"", "\"\t\"", "\"", "\"\\", "\"\\u00", "tru", "nul",
            "True", "{\"\u{E9}\":1,\"e\u{301}\":2}", "{\"e\u{301}\":2,\"\u{E9}\":1}", "{\"\\\\\":1,\"\\\"\":2}", "1 2",
        ]
    )
    func otherSpellings(_ text: String) {
        var outline = CanonicalOutline()
        #expect(outlined(Array(text.utf8), &outline) == nil)
        #expect(canonical(Array(text.utf8)) == nil)
    }

    @Test(
        "these are canonical",
        arguments: [
            "0", "-1", "9007199254740992", "9007199254740994", "1e+21", "0.5", "\"\\u001f\\n\\\\\\\"/\"", "[]", "{}",
            "[[],{}]", "{\"\\\"\":1,\"\\\\\":2}", "{\"\u{1F600}\":1,\"\u{E000}\":2}", "true", "null", "\"\u{E9}\"",
        ]
    )
    func canonicalSpellings(_ text: String) {
        var outline = CanonicalOutline()
        #expect(outlined(Array(text.utf8), &outline)?.canonicalText() == text)
    }

    @Test("nesting ends where the parser ends it")
    func depth() {
        var outline = CanonicalOutline()
        for depth in [127, 128, 129, 5_000] {
            let bytes =
                Array(String(repeating: "[", count: depth).utf8) + Array(repeating: UInt8(ascii: "]"), count: depth)
            #expect((outlined(bytes, &outline) == nil) == (depth > 128))
            #expect((canonical(bytes) == nil) == (depth > 128))
        }
    }

    @Test("members are found by their keys, and an integer beyond the doubles by its string")
    func members() throws {
        var outline = CanonicalOutline()
        let bytes = JSONValue.object(["a": 1, "big": .integer(.max), "list": [1, "x"], "no": .null]).canonicalBytes()
        let found = bytes.withUnsafeBytes { bytes in
            outline.reading(bytes) { value in
                (value["a"]?.integerValue, value["big"]?.integerValue, value["list"]?.count, value["x"] == nil)
            }
        }
        let (one, big, count, isAbsent) = try #require(found)
        #expect(one == 1 && big == .max && count == 2 && isAbsent)
    }
}
