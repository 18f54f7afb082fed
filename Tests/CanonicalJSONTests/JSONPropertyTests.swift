import CanonicalJSON
import Chance
import Testing

@Suite("Canonical bytes and values say the same")
struct JSONPropertyTests {
    @Test("reading what was written gives the value again, and writing it the same bytes")
    func roundTrip() throws {
        for seed in 0..<2_000 {
            var random = Dice(seed: seed)
            let value = random.json()
            let bytes = value.canonicalBytes()
            let read = try JSONValue(parsing: bytes)
            #expect(read == value, "seed \(seed)")
            #expect(read.canonicalBytes() == bytes, "seed \(seed)")
        }
    }

    @Test("white space for people changes nothing")
    func prettyText() throws {
        for seed in 0..<500 {
            var random = Dice(seed: seed)
            let value = random.json()
            #expect(try JSONValue(parsing: value.prettyText().utf8) == value, "seed \(seed)")
        }
    }

    @Test("bytes damaged in one place are refused inside their bounds or read as another stable value")
    func damagedBytes() {
        for seed in 0..<3_000 {
            var random = Dice(seed: seed)
            let original = random.json()
            var bytes = original.canonicalBytes()
            let place = Int.random(in: bytes.indices, using: &random)
            bytes[place] ^= UInt8.random(in: 1...255, using: &random)
            do {
                let value = try JSONValue(parsing: bytes)
                let written = value.canonicalBytes()
                #expect(try JSONValue(parsing: written) == value, "seed \(seed)")
            } catch {
                let offset = error.offset
                #expect((0...bytes.count).contains(offset), "seed \(seed): \(error)")
            }
        }
    }

    @Test("values are equal exactly when their bytes are")
    func equality() {
        let composed: JSONValue = "\u{E9}"
        let decomposed: JSONValue = "e\u{301}"
        #expect(composed != decomposed)
        #expect(JSONValue.object(["\u{E9}": 1]) != JSONValue.object(["e\u{301}": 1]))
        #expect(JSONValue.object(["\u{E9}": 1, "b": 2]) == JSONValue.object(["b": 2, "\u{E9}": 1]))
        #expect(JSONValue.object(["a": 1]) != JSONValue.object(["a": 2]))
        #expect(JSONValue.object(["a": 1]) != JSONValue.object(["a": 1, "b": .null]))
        for seed in 0..<300 {
            var random = Dice(seed: seed)
            let (left, right) = (random.json(depth: 1), random.json(depth: 1))
            #expect((left == right) == (left.canonicalBytes() == right.canonicalBytes()), "seed \(seed)")
        }
    }
}
