import CanonicalJSON
import Foundation
import Scenarios
import TestSupport
import Testing
import Turns

@Suite("What a command says besides its answer", .takesTurns, .timeLimit(.minutes(30)))
struct PlainAnswerTests {
    @Test("an amendment that is only tried prints its JSON alone; people read the rest beside it")
    func amendment() async throws {
        let program = try await DemoStory.copy(until: "2026-05-14")
        let dossier = try Scratch.copy(of: "\(Repository.configuration)/samples/colon-cade")
        let manifest = dossier + "/submission.yaml"
        let text = try String(contentsOfFile: manifest, encoding: .utf8)
            .replacing("targets:\n", with: "targets:\n  KR: { route: national }\n")
        try text.write(toFile: manifest, atomically: true, encoding: .utf8)
        let outcome = try await program.run([
            "submission", "amend", "colon-cade", dossier, "--dry-run", "--format", "json",
        ])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try JSONValue(parsing: Array(outcome.output.utf8))["dryRun"] == .bool(true))
        #expect(outcome.errors.contains("Target KR"), "\(outcome.errors)")
        #expect(outcome.errors.contains("KR: no local holder is appointed"), "\(outcome.errors)")
    }

    @Test("a calendar says how many days it holds, and what it leaves out for want of one")
    func calendar() async throws {
        let program = try await DemoStory.copy(until: "2026-05-14")
        let path = Scratch.path("due.ics")
        let outcome = try await program.run(["due", "--within", "1y", "--ics", path])
        #expect(outcome.code == 0)
        let dates = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "BEGIN:VEVENT").count - 1
        #expect(outcome.errors.contains("Wrote \(dates) dates"), "\(outcome.errors)")
        #expect(outcome.errors.contains("in no calendar"), "\(outcome.errors)")
    }

    @Test("a folder without a manifest is told which command begins one", arguments: ["routes", "languages", "plan"])
    func begun(_ command: String) async throws {
        let folder = Scratch.path("without-manifest")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let outcome = try await Program().run([command, folder])
        #expect(outcome.code == 66)
        #expect(outcome.errors.contains("tasuki product describe \(folder)"), "\(outcome.errors)")
        let check = try await Program().run(["submission", "check", folder])
        #expect(check.errors.contains("tasuki product describe \(folder)"), "\(check.errors)")
    }

    @Test("a route that only one country has bears its own name on every list", arguments: ["en", "ja"])
    func routes(_ language: String) async throws {
        let program = Program(workspace: Scratch.path("route-names"))
        #expect(try await program.run("init").code == 0)
        let folder = Scratch.path("route-names-dossier")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try """
        submission: hinata
        product: { id: hinata-ecg, name: Hinata ECG, version: "1.0" }
        claims: { AF: { text: { en: Suspected atrial fibrillation is shown. } } }
        imdrf: { situation: serious, significance: drive-clinical-management }
        applicant: { id: hinata, name: Hinata Medical K.K. (fictional), country: JP }
        targets:
          JP: { route: improved-clinical }
        """.write(toFile: folder + "/submission.yaml", atomically: true, encoding: .utf8)
        let dry = try await program.run(["submission", "new", folder, "--dry-run", "--lang", language])
        #expect(dry.code == 0, "\(dry.errors)")
        #expect(try await program.run(["submission", "new", folder]).code == 0)
        var shown = [dry.output]
        for line in ["today", "due", "status hinata"] {
            shown.append(try await program.run(line + " --lang \(language)").output)
        }
        let name = language == "en" ? "improveddevicewith" : "臨床あり"
        for output in shown {
            // Wherever a line is broken.
            let flat = output.filter { !$0.isWhitespace }
            #expect(!flat.contains("routes."), "\(output)")
            #expect(flat.contains(name), "\(output)")
        }
    }
}
