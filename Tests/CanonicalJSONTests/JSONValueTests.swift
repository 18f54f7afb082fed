import CanonicalJSON
import Testing

@Suite("A JSON value answers only for its own kind")
struct JSONValueTests {
    private let value: JSONValue = [
        "text": "a", "count": 3, "ratio": 0.5, "open": true, "list": [1, "b"], "inner": ["x": 1], "none": .null,
    ]

    @Test("each accessor reads its kind")
    func ownKind() {
        #expect(value["text"]?.stringValue == "a")
        #expect(value["count"]?.integerValue == 3)
        #expect(value["count"]?.numberValue == 3)
        #expect(value["ratio"]?.numberValue == 0.5)
        #expect(value["open"]?.boolValue == true)
        #expect(value["list"]?.arrayValue == [1, "b"])
        #expect(value["inner"]?["x"] == 1)
        #expect(value["none"]?.isNull == true)
        #expect(value.objectValue?.count == 7)
    }

    @Test("each accessor refuses the others")
    func otherKinds() {
        #expect(value["missing"] == nil)
        #expect(value["text"]?["x"] == nil)
        #expect(value["text"]?.integerValue == nil)
        #expect(value["count"]?.stringValue == nil)
        #expect(value["ratio"]?.integerValue == nil)
        #expect(value["none"]?.boolValue == nil)
        #expect(value["open"]?.numberValue == nil)
        #expect(value["inner"]?.arrayValue == nil)
        #expect(value["list"]?.objectValue == nil)
    }

    @Test("an integer that was written as a string is read back exactly")
    func integersInStrings() throws {
        for integer in [Int64.max, .min, (1 << 53) + 1, -(1 << 53) - 1, 1 << 53, 0, -7] {
            let read = try JSONValue(parsing: JSONValue.integer(integer).canonicalBytes())
            #expect(read.integerValue == integer)
        }
        for text in ["7", "+9007199254740993", "09007199254740993", "9223372036854775808", "a", ""] {
            #expect(JSONValue.string(text).integerValue == nil, "\(text)")
        }
        #expect(JSONValue.number(1e17).integerValue == nil)
        #expect(JSONValue.integer(.max).numberValue == nil)
    }
}
