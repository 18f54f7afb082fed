import CanonicalJSON
import Foundation
import Regulation
import Submissions
import Testing

@testable import Engine

@Suite("Leaves that were released are written and read as ever")
struct ReleasedLeafTests {
    @Test("an event of each type is written as the bytes that were released")
    func writing() {
        for type in EventType.allCases {
            let leaf = EventCodec.encode(ReleasedExamples.record(type), of: ReleasedExamples.submission)
            #expect(leaf.canonicalText() == ReleasedLeaves.text(type))
        }
    }

    @Test("an event of each type is read from the bytes that were released")
    func reading() throws {
        for type in EventType.allCases {
            let decoded = try EventCodec.decode(JSONValue(parsing: ReleasedLeaves.text(type).utf8))
            #expect(decoded.submission == ReleasedExamples.submission)
            #expect(decoded.record == ReleasedExamples.record(type))
        }
    }

    @Test("the page that describes the form shows every type, and shows it as it is")
    func page() throws {
        let text = try Self.text(of: "Sources/Engine/Documentation.docc/Events.md")
        let examples = try text.components(separatedBy: "```json\n").dropFirst().map { rest in
            try JSONValue(parsing: rest.components(separatedBy: "```")[0].utf8).canonicalText()
        }
        #expect(examples == EventType.allCases.map { ReleasedLeaves.text($0) })
        for kind in Change.Kind.allCases { #expect(text.contains("`\(kind.rawValue)`")) }
        for kind in Field.Kind.allCases { #expect(text.contains("`\(kind.rawValue)`")) }
    }

    @Test("the schema names the keys that are written, and no others, and every change")
    func schema() throws {
        let schema = try JSONValue(parsing: Self.text(of: "Schemas/event.schema.json").utf8)
        let actor = Actor(person: "p", capacity: .applicant)
        let useCase = UseCase(
            "s",
            by: actor,
            attempt: "SG/approve",
            content: [:],
            order: .reverse(event: 1, reason: "A mistake.")
        )
        let instant = Instant(millisecondsSinceEpoch: 0)
        var written = RefusedAttempt(useCase, .notAllowed("approve", by: []), at: instant).leaf.keys
        for seed in UInt64(1)...60 {
            var make = EventGenerator(seed: seed)
            for type in EventType.allCases {
                let (submission, record) = make.record(type)
                written.formUnion(EventCodec.encode(record, of: submission).keys)
            }
        }
        #expect(written == schema.propertyNames)
        let changes = schema["$defs"]?["change"]?["oneOf"]?.arrayValue ?? []
        #expect(
            Set(changes.compactMap { $0["properties"]?["change"]?["const"]?.stringValue })
                == Set(Change.Kind.allCases.map(\.rawValue))
        )
    }

    private static func text(of path: String) throws -> String {
        let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        return try String(contentsOf: repository.appending(path: path), encoding: .utf8)
    }
}

extension JSONValue {
    /// The keys inside this leaf that are no names.
    fileprivate var keys: Set<String> {
        switch self {
        case .array(let elements): return elements.reduce(into: []) { $0.formUnion($1.keys) }
        case .object(let members):
            return members.reduce(into: Set(members.keys)) { keys, member in
                let isMapping = ["fields", "calendars", "classes", "reports"].contains(member.key)
                if isMapping, let entries = member.value.objectValue {
                    for entry in entries.values { keys.formUnion(entry.keys) }
                } else {
                    keys.formUnion(member.value.keys)
                }
            }
        default: return []
        }
    }

    /// What this schema lists under `properties`, at any depth.
    fileprivate var propertyNames: Set<String> {
        switch self {
        case .array(let elements): return elements.reduce(into: []) { $0.formUnion($1.propertyNames) }
        case .object(let members):
            return members.reduce(into: Set(members["properties"]?.objectValue?.keys.map { $0 } ?? [])) {
                $0.formUnion($1.value.propertyNames)
            }
        default: return []
        }
    }
}
