import CanonicalJSON
import Foundation

extension FuzzTarget {
    /// The parser of JSON and its canonical form.
    static func json(_ files: SeedFiles) throws -> FuzzTarget {
        let odd = [
            #"{"peach":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","numbers":[333333333.33333329,1E30,4.50,2e-3,1e-27]}"#,
            #"[56.0,{"d":true,"10":null,"1":[]},-0,0.0,1e21,123456789012345680000,5e-324,1.7976931348623157e308]"#,
            #"{"é":1,"\uD83D\uDE00":"😀","\ufb33":"","דּ":{}}"#, " [ ] ", "\"\"", "9007199254740992",
        ]
        let schemas = try files.files(in: "Schemas", ending: ".json").map { Array($0.prefix(4_000)) }
        let lines = try files.bytes("Tests/Histories/0.2.0-demo.jsonl").split(separator: UInt8(ascii: "\n"))
        let seeds = odd.map { Array($0.utf8) } + lines.prefix(12).map(Array.init) + schemas
        return FuzzTarget("json", form: .json, seeds: seeds, run: runJSON)
    }

    private static func runJSON(_ bytes: [UInt8]) throws {
        let value: JSONValue
        do throws(JSONDefect) {
            value = try JSONValue(parsing: bytes)
        } catch {
            try Violation.unless(
                (0...bytes.count).contains(error.offset),
                "a defect's offset is in the text",
                "\(error)"
            )
            return
        }
        let canonical = value.canonicalBytes()
        let again = try Violation.never("what is written can be read") { try JSONValue(parsing: canonical) }
        try Violation.unless(again == value, "a value is written as it is")
        try Violation.unless(again.canonicalBytes() == canonical, "the canonical form is its own")
        let pretty = try Violation.never("the form for people can be read") {
            try JSONValue(parsing: Array(value.prettyText().utf8))
        }
        try Violation.unless(pretty == value, "the form for people says the same")
        _ = (value.integerValue, value.numberValue)
        // Stricter than others: what we take, they must take.
        _ = try Violation.never("others can read what is accepted") {
            try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
        }
    }
}
