import CanonicalJSON
import Submissions
import Testing

@testable import Engine

@Suite("Leaves of earlier versions are lifted when they are read")
struct UpcasterTests {
    /// Two releases after the first: a key was renamed, then a value was split in two.
    private static let chain = Upcaster(first: 1, steps: [Renaming.self, Splitting.self])

    private enum Renaming: UpcastingStep {
        static func lift(_ members: [String: JSONValue]) throws(EventDefect) -> [String: JSONValue] {
            var members = members
            members["person"] = members.removeValue(forKey: "who")
            return members
        }
    }

    private enum Splitting: UpcastingStep {
        static func lift(_ members: [String: JSONValue]) throws(EventDefect) -> [String: JSONValue] {
            guard let person = members["person"]?.stringValue else { throw EventDefect(path: "person", .missing) }
            return members.merging(["given": .string(String(person.prefix(1)))]) { $1 }
        }
    }

    @Test("the chain ends at the version that is written")
    func newest() {
        #expect(Upcaster.released.newestVersion == EventCodec.version)
        #expect(Self.chain.newestVersion == 3)
    }

    @Test("each step is taken from the leaf's own version on, in order")
    func steps() throws {
        let newest: JSONValue = ["v": 3, "person": "lead", "given": "l"]
        #expect(try Self.chain.lift(["v": 1, "who": "lead"]) == newest)
        #expect(try Self.chain.lift(["v": 2, "person": "lead"]) == newest)
        #expect(try Self.chain.lift(newest) == newest)
    }

    /// An event in a form as an earlier release might have had: it said `dossier` for `submission`.
    private enum Naming: UpcastingStep {
        static func lift(_ members: [String: JSONValue]) throws(EventDefect) -> [String: JSONValue] {
            var members = members
            members["submission"] = members.removeValue(forKey: "dossier")
            return members
        }
    }

    @Test("an event of an earlier version is read as today's, and by nothing else than its steps")
    func event() throws {
        let record = ReleasedExamples.record(.corrected)
        let newest = EventCodec.encode(record, of: ReleasedExamples.submission)
        let leaf = newest.replacing([.key("submission")], with: nil)
            .replacing([.key("dossier")], with: newest["submission"])
            .replacing([.key("v")], with: 1)
        func read(lifting upcaster: Upcaster) throws(EventDefect) -> (submission: SubmissionName, record: EventRecord) {
            try leaf.readingForm { (leaf: CanonicalValue) throws(EventDefect) in
                try EventCodec.decode(leaf, lifting: upcaster)
            }
        }
        let decoded = try read(lifting: Upcaster(first: 1, steps: [Naming.self]))
        #expect(decoded.submission == ReleasedExamples.submission)
        #expect(decoded.record == record)
        #expect(throws: EventDefect(path: "v", .outOfRange(1, least: 2, greatest: nil))) {
            try read(lifting: .released)
        }
    }

    @Test("a step may refuse a leaf")
    func refusal() {
        #expect(throws: EventDefect(path: "person", .missing)) { try Self.chain.lift(["v": 2]) }
    }

    @Test("a leaf that a later release wrote is refused in words, before anything else of it is read")
    func newer() {
        let defect = EventDefect(path: "v", .newerVersion(3, newestKnown: 2))
        #expect(throws: defect) { try EventCodec.decode(["v": 3, "kind": "something else"]) }
        #expect(
            defect.description
                == "v is version 3, which a later release wrote; this one reads up to version 2"
        )
    }

    @Test("a leaf without a version, or with none that ever was, is refused")
    func noVersion() {
        #expect(throws: EventDefect(path: "v", .missing)) { try EventCodec.decode([:]) }
        #expect(throws: EventDefect(path: "v", .outOfRange(0, least: 2, greatest: nil))) {
            try EventCodec.decode(["v": 0])
        }
        #expect(throws: EventDefect(path: "v", .wrongKind(expected: "an integer", found: "a string"))) {
            try EventCodec.decode(["v": "1"])
        }
        #expect(throws: EventDefect(.wrongKind(expected: "an object", found: "a list"))) {
            try EventCodec.decode([])
        }
    }
}
