import Foundation
import Submissions
import Testing
import TransparencyLog

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
        let page = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/Engine/Documentation.docc/Events.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let examples = try text.components(separatedBy: "```json\n").dropFirst().map { rest in
            try JSONValue(parsing: rest.components(separatedBy: "```")[0].utf8).canonicalText()
        }
        #expect(examples == EventType.allCases.map { ReleasedLeaves.text($0) })
        for kind in Change.Kind.allCases { #expect(text.contains("`\(kind.rawValue)`")) }
    }
}
