import CanonicalJSON
import CommandLineTool
import Foundation
import Scenarios
import TestSupport
import Testing
import Turns

@Suite("Filing in waves, and again", .takesTurns, .timeLimit(.minutes(30)))
struct WaveTests {
    private static let sample = "\(Repository.configuration)/samples/colon-cade"

    /// An empty workspace in April 2026, and a dossier of the caller's own.
    private func begin() async throws -> (program: Program, dossier: String) {
        let workspace = try await TestWorkspace.make()
        let folder = workspace.folder
        try await workspace.workspace.close()
        let program = Program(workspace: folder)
        let dossier = try Scratch.copy(of: Self.sample)
        let outcome = try await program.run(["submission", "new", dossier])
        try #require(outcome.code == 0, "\(outcome.errors)")
        return (program, dossier)
    }

    @Test("each country's dossier is the one that was filed for it, wherever documents are told of")
    func waves() async throws {
        let begun = try await begin()
        var program = begun.program
        let dossier = begun.dossier
        program.environment["COLUMNS"] = "200"
        var outcome = try await program.run([
            "submission", "file", "colon-cade", dossier, "--country", "JP", "--country", "SG",
        ])
        try #require(outcome.code == 0, "\(outcome.errors)")
        let late = dossier + "/CH3/CH3.02/late-annex.en.md"
        try "# Annex\n\nWritten for the second wave.\n".write(toFile: late, atomically: true, encoding: .utf8)
        outcome = try await program.run(["submission", "file", "colon-cade", dossier, "--country", "TH"])
        try #require(outcome.code == 0, "\(outcome.errors)")

        let shown = try await program.run("submission show colon-cade").output
        #expect(shown.contains("First filing  JP, SG"), "\(shown)")
        #expect(shown.contains("First filing  TH"), "\(shown)")

        let table = try await program.run("dossier where colon-cade CH3.02").output
        let lines = table.split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.contains("JP, SG") && !$0.contains("TH") }, "\(table)")
        #expect(!lines.contains { $0.contains("JP, SG, TH") }, "\(table)")

        let languages = try await program.run("languages colon-cade --all").output
        #expect(languages.contains("JP, SG: the dossier of filing 1"), "\(languages)")
        #expect(languages.contains("TH: the dossier of filing 2"), "\(languages)")
        let row = languages.split(separator: "\n").first { $0.contains("late-annex") }
        // Japan's and Singapore's dossier does not hold it; who was not filed for is held against the last one.
        #expect(row?.count { $0 == "·" } == 2, "\(languages)")
        #expect(languages.contains("Not filed yet, held against the dossier that was filed last: TW, MY"))
    }

    @Test("where the manifest declares no class, that of the country's table is recorded, told and counted by")
    func classes() async throws {
        let workspace = try await TestWorkspace.make()
        let folder = workspace.folder
        try await workspace.workspace.close()
        let program = Program(workspace: folder)
        let dossier = try Scratch.copy(of: Self.sample)
        let file = dossier + "/submission.yaml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let without = text.replacing(#/classes:\n[^\n]*\n/#, with: "")
        #expect(without != text)
        try without.write(toFile: file, atomically: true, encoding: .utf8)
        var outcome = try await program.run(["submission", "new", dossier])
        try #require(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("SG B"), "\(outcome.errors)")
        let routes = try await program.run("routes colon-cade --country SG").output
        #expect(routes.contains("class B") && !routes.contains("(declared)"), "\(routes)")
        outcome = try await program.run(["submission", "file", "colon-cade", dossier, "--country", "SG"])
        try #require(outcome.code == 0, "\(outcome.errors)")
        let events = try await program.run("history colon-cade --format json").output
        #expect(events.contains(#""SG":"B""#) || events.contains(#""SG": "B""#), "\(events)")
    }

    @Test("the letter of a filing by reliance is no dossier: the languages of the country stay those of its documents")
    func reliance() async throws {
        let program = try await DemoStory.kept()
        let languages = try await program.run("languages colon-cade --format json").output
        let countries = try JSONValue(parsing: Array(languages.utf8))["countries"]?.arrayValue ?? []
        #expect(countries.count == 5)
        for country in countries {
            let held = ["there", "wrong", "unknown"].compactMap { country[$0]?.integerValue }.reduce(0, +)
            #expect(held > 5, "\(country)")
        }
    }

    @Test("a country that rests on another approval is told as not filed yet, and what waits is not told as filed")
    func waiting() async throws {
        let (program, dossier) = try await begin()
        var outcome = try await program.run(["submission", "file", "colon-cade", dossier, "--country", "MY"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("as the dossier of MY"), "\(outcome.output)")
        #expect(outcome.output.contains("not with the authority yet"), "\(outcome.output)")
        outcome = try await program.run(["submission", "file", "colon-cade", dossier, "--country", "MY"])
        #expect(outcome.code == 65)
        #expect(!outcome.errors.contains("Filed already"), "\(outcome.errors)")
        #expect(outcome.errors.contains("not with the authority yet: MY"), "\(outcome.errors)")
    }

    @Test("what was withdrawn is to be filed again, on every list, until it is filed", arguments: ["en", "ja"])
    func again(_ language: String) async throws {
        let (program, dossier) = try await begin()
        var outcome = try await program.run(["submission", "file", "colon-cade", dossier, "--country", "MY"])
        try #require(outcome.code == 0, "\(outcome.errors)")
        outcome = try await program.run([
            "act", "colon-cade/MY", "withdraw", "--set", "reason=The wrong class.", "--yes",
        ])
        try #require(outcome.code == 0, "\(outcome.errors)")
        let words = language == "en" ? "File again for MY" : "MY への再提出"
        for line in ["today", "status colon-cade", "due"] {
            let shown = try await program.run(line + " --lang \(language)").output
            #expect(shown.contains(words), "\(line): \(shown)")
        }
        #expect(try await program.run("today").output.contains("--country MY"))
        outcome = try await program.run(["submission", "file", "colon-cade", dossier, "--country", "MY"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        for line in ["today", "status colon-cade", "due"] {
            let shown = try await program.run(line + " --lang \(language)").output
            #expect(!shown.contains(words), "\(line): \(shown)")
        }
    }

    @Test("a submission without a case says what is to be filed, and by which command")
    func empty() async throws {
        let (program, _) = try await begin()
        let status = try await program.run("status colon-cade").output
        #expect(status.contains("File for TH"), "\(status)")
        #expect(status.contains("tasuki submission file colon-cade"), "\(status)")
        #expect(!status.contains("Next to act"), "\(status)")
    }
}
