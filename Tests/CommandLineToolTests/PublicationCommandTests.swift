import CanonicalJSON
import Foundation
import TestSupport
import Testing
import Turns

@Suite("Texts for publication in the terminal", .takesTurns, .timeLimit(.minutes(30)))
struct PublicationCommandTests {
    private static let name = "colon-cade/SG-publication"

    private func done(_ program: Program, _ arguments: [String]) async throws -> String {
        let result = try await program.run(arguments)
        #expect(result.code == 0, "\(result.errors)")
        return result.output
    }

    /// What was printed, with a space for every break of a line.
    private static func unwrapped(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test(
        "a text is handed in, refused by name, released, and must go when its approval is suspended, in both languages"
    )
    func life() async throws {
        let program = try await DemoStory.copy()
        let page = Scratch.path("page.md")
        try Data("page".utf8).write(to: URL(fileURLWithPath: page))
        func submit(_ claims: String) -> [String] {
            [
                "act", Self.name, "submitText", "--set", "channel=web-page", "--set", "audience=professionals", "--set",
                "claims=\(claims)", "--document", page,
            ]
        }
        _ = try await done(program, ["track", "colon-cade", "SG", "publication"])
        #expect(try await done(program, submit("C1,C2")).contains("May not be told"))
        let refused = try await program.run(["act", Self.name, "releaseText"])
        #expect(
            refused.code == 65 && refused.errors.contains("no approval in force in SG covers C2"),
            "\(refused.errors)"
        )
        let told = try await program.run(["act", Self.name, "releaseText", "--lang", "ja"])
        #expect(told.errors.contains("SGの有効な承認はC2を対象としていません"), "\(told.errors)")
        #expect(try await done(program, submit("C1")).contains("May be released"))
        #expect(try await done(program, ["act", Self.name, "releaseText"]).contains("Out"))
        #expect(try await !done(program, ["today"]).contains(Self.name))

        _ = try await done(
            program,
            ["act", "colon-cade/SG", "suspend", "--as", "officer@HSA", "--by", "tan", "--set", "reason=A complaint."]
        )
        let today = try await done(program, ["today"])
        #expect(today.contains("tasuki act \(Self.name) withdrawText --set reason=…"), "\(today)")
        let claims = try await done(program, ["claims", "kazami-colon-cade"])
        #expect(
            Self.unwrapped(claims).contains("! \(Self.name): is out and must be withdrawn: no approval in force in SG"),
            "\(claims)"
        )
        let words = try await done(program, ["claims", "kazami-colon-cade", "--lang", "ja"])
        #expect(words.contains("! \(Self.name): 公表中ですが、取り下げなければなりません。"), "\(words)")
        let json = try await done(program, ["claims", "kazami-colon-cade", "--format", "json"])
        let texts = try JSONValue(parsing: Array(json.utf8))["countries"]?.arrayValue?.compactMap {
            $0["texts"]?.arrayValue
        }
        #expect(texts?.flatMap(\.self).map { $0["mustGo"] } == [.bool(true)])

        _ = try await done(program, ["act", Self.name, "withdrawText", "--set", "reason=The approval is suspended."])
        #expect(try await !done(program, ["claims", "kazami-colon-cade"]).contains(Self.name))
        #expect(try await !done(program, ["today"]).contains(Self.name))
    }
}
