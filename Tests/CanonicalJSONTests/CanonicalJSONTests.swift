import CanonicalJSON
import Chance
import Testing

@Suite("Canonical JSON is that of RFC 8785")
struct CanonicalJSONTests {
    @Test("the example of section 3.2.2 gives the bytes printed there")
    func exampleOfTheStandard() throws {
        let text = #"""
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """#
        let expected =
            #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
            + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#
        #expect(try JSONValue(parsing: text.utf8).canonicalText() == expected)
    }

    @Test("the keys of section 3.2.3 are sorted by UTF-16 code units")
    func keysOfTheStandard() throws {
        let text = #"""
            {
              "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """#
        let expected =
            #"{"\r":"Carriage Return","1":"One","#
            + "\"\u{80}\":\"Control\",\"\u{F6}\":\"Latin Small Letter O With Diaeresis\",\"\u{20AC}\":\"Euro Sign\","
            + "\"\u{1F600}\":\"Emoji: Grinning Face\",\"\u{FB33}\":\"Hebrew Letter Dalet With Dagesh\"}"
        let value = try JSONValue(parsing: text.utf8)
        #expect(value.canonicalBytes() == Array(expected.utf8))
    }

    @Test("only quotes, backslashes and control characters are escaped, in their shortest form")
    func escapes() {
        let text: JSONValue = "\u{0}\u{8}\t\n\u{B}\u{C}\r\u{1F} \"\\/\u{7F}\u{80}\u{2028}審査"
        let expected = #""\u0000\b\t\n\u000b\f\r\u001f \"\\/"# + "\u{7F}\u{80}\u{2028}審査\""
        #expect(text.canonicalText() == expected)
    }

    @Test("integers up to 2^53 are numbers, and beyond it strings")
    func integersBeyondDoubles() {
        #expect(JSONValue.integer(1 << 53).canonicalText() == "9007199254740992")
        #expect(JSONValue.integer(-(1 << 53)).canonicalText() == "-9007199254740992")
        #expect(JSONValue.integer((1 << 53) + 1).canonicalText() == #""9007199254740993""#)
        #expect(JSONValue.integer(.min).canonicalText() == #""-9223372036854775808""#)
        #expect(JSONValue.integer(.max).canonicalText() == #""9223372036854775807""#)
    }

    @Test("keys that agree for longer than eight bytes are still in order")
    func longKeys() {
        for seed in 0..<300 {
            var random = Dice(seed: seed)
            var members: [String: JSONValue] = [:]
            for index in 0..<12 { members[(index.isMultiple(of: 2) ? "occurredOn" : "") + random.text()] = 0 }
            let keys = members.keys.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
            let expected = keys.map { JSONValue.string($0).canonicalText() + ":0" }.joined(separator: ",")
            #expect(JSONValue.object(members).canonicalText().utf8.elementsEqual("{\(expected)}".utf8), "seed \(seed)")
        }
    }

    @Test("two keys compare as their UTF-16 code units do")
    func keyOrder() {
        var random = Dice(seed: 1)
        for _ in 0..<20_000 {
            let (left, right) = (random.text(), random.text())
            #expect(CanonicalJSON.precedes(left, right) == left.utf16.lexicographicallyPrecedes(right.utf16))
        }
    }

    @Test("text for people has a member a line, in canonical order")
    func prettyText() {
        let value: JSONValue = ["b": [1, ["x": true]], "a": [:], "c": [], "B": "é"]
        let expected = """
            {
              "B": "é",
              "a": {},
              "b": [
                1,
                {
                  "x": true
                }
              ],
              "c": []
            }
            """
        #expect(value.prettyText() == expected)
        #expect((["a": 1] as JSONValue).prettyText(indent: 4) == "{\n    \"a\": 1\n}")
    }
}
