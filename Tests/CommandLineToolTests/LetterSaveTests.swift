import Foundation
import Scenarios
import TestSupport
import Testing
import Turns

@Suite("A letter is written out of the vault", .takesTurns, .timeLimit(.minutes(30)))
struct LetterSaveTests {
    @Test("its bytes are those that came; what is there already is left, unless told otherwise")
    func saving() async throws {
        let program = try await DemoStory.kept(until: "2026-06-01")
        let came = try Data(
            contentsOf: URL(
                fileURLWithPath: Repository.configuration + "/samples/colon-cade-evidence/hsa-acceptance-letter.md"
            )
        )
        let folder = Scratch.path("letters")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let file = folder + "/hsa-acceptance-letter.md"
        let saved = try await program.run(["letter", "save", "colon-cade#18", "--to", folder])
        #expect(saved.code == 0 && saved.output.hasPrefix("Saved \(file): \(came.count) bytes"), "\(saved.errors)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == came)

        try Data("mine".utf8).write(to: URL(fileURLWithPath: file))
        let refused = try await program.run(["letter", "save", "colon-cade#18", "--to", file])
        #expect(refused.code == 65 && refused.errors.contains("is there already"), "\(refused.errors)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == Data("mine".utf8))
        #expect(try await program.run(["letter", "save", "colon-cade#18", "--to", file, "--force"]).code == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == came)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["hsa-acceptance-letter.md"])

        let printed = try await program.run(["letter", "save", "colon-cade#18", "--to", "-"])
        #expect(Data(printed.output.utf8) == came)
    }

    @Test("a letter whose bytes were changed on the disk is not handed out")
    func changed() async throws {
        let program = try await DemoStory.copy(until: "2026-06-01")
        let shown = try await program.run(["letter", "show", "colon-cade#18", "--format", "csv"])
        let digest = try #require(shown.output.firstMatch(of: /[0-9a-f]{64}/)).output
        let place = "\(program.workspace)/vault/\(digest.prefix(2))/\(digest.dropFirst(2))"
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place)
        try Data("something else".utf8).write(to: URL(fileURLWithPath: place))
        for line in ["letter show colon-cade#18", "letter save colon-cade#18 --to -"] {
            let outcome = try await program.run(line)
            #expect(outcome.code == 65 && outcome.output == "", "\(line): \(outcome.output) \(outcome.errors)")
        }
    }

    @Test("a letter that is none says where all of them are")
    func none() async throws {
        let program = try await DemoStory.kept(until: "2026-06-01")
        for id in ["colon-cade#1", "colon-cade#18.2", "colon-cade#9999"] {
            let outcome = try await program.run(["letter", "save", id])
            #expect(outcome.code == 66 && outcome.errors.contains("tasuki letter list colon-cade"), "\(outcome.errors)")
        }
        #expect(try await program.run("letter list colon-cade --from HSA").output.contains("colon-cade#18"))
        #expect(try await program.run("letter list colon-cade --from TFDA").output == "none\n")
    }
}
