import Foundation
import Scenarios
import TestSupport
import Testing
import Turns

@Suite("Amending shows what is amended", .takesTurns)
struct AmendingTests {
    @Test("another holder, wording or category is shown before it is recorded, and kept in the history")
    func wordings() async throws {
        var program = try await DemoStory.copy(until: "2026-06-01")
        program.environment = ["COLUMNS": "400"]
        let directory = Scratch.path("amending")
        try FileManager.default.copyItem(atPath: "\(Repository.configuration)/samples/colon-cade", toPath: directory)
        let file = directory + "/submission.yaml"
        let edits = [
            ("name: \"Contoh Peranti Sdn. Bhd. (fictional)\"", "name: \"Lain Peranti Sdn. Bhd. (fictional)\""),
            ("Raise the adenoma detection rate in screening", "Raise the detection rate in screening"),
            ("significance: drive-clinical-management", "significance: inform-clinical-management"),
        ]
        let text = edits.reduce(try String(contentsOfFile: file, encoding: .utf8)) { text, edit in
            #expect(text.contains(edit.0))
            return text.replacing(edit.0, with: edit.1)
        }
        try Data(text.utf8).write(to: URL(filePath: file))
        let wanted = [
            "Lain Peranti Sdn. Bhd. (fictional) (contoh-peranti)", "Raise the detection rate in screening",
            "serious, inform-clinical-management",
        ]
        let line = ["submission", "amend", "colon-cade", directory]
        let rehearsed = try await program.run(line + ["--dry-run", "--format", "csv"])
        let filed = try await program.run(["submission", "file", "colon-cade", directory])
        #expect(filed.code != 0 && filed.errors.contains("Record it first"), "\(filed.errors)")
        let amended = try await program.run(line + ["--yes", "--format", "csv"])
        #expect(amended.code == 0, "\(amended.errors)")
        let history = try await program.run("history colon-cade")
        for words in wanted {
            #expect(rehearsed.output.contains(words) || rehearsed.errors.contains(words), "\(rehearsed.output)")
            #expect(amended.output.contains(words), "\(amended.output)")
            #expect(history.output.contains(words), "\(words)")
        }
    }

    @Test("a class amended later leaves a running clock as it was filed, and says so")
    func deviceClass() async throws {
        let program = Program(workspace: Scratch.path("class-workspace"))
        #expect(try await program.run("init --simulated 2026-04-06").code == 0)
        let directory = Scratch.path("class")
        try FileManager.default.copyItem(atPath: "\(Repository.configuration)/samples/colon-cade", toPath: directory)
        let file = directory + "/submission.yaml"
        func write(_ edit: (String) -> String) throws {
            try Data(edit(try String(contentsOfFile: file, encoding: .utf8)).utf8).write(to: URL(filePath: file))
        }
        func run(_ arguments: [String]) async throws -> Program.Outcome {
            let outcome = try await program.run(arguments)
            #expect(outcome.code == 0, "\(arguments): \(outcome.errors)")
            return outcome
        }
        func limit() async throws -> String {
            try await run(["status", "colon-cade", "--format", "json"]).output
        }
        try write {
            $0.replacing("SG: { route: bundled, participation: concurrent-action }", with: "SG: { route: national }")
        }
        _ = try await run(["submission", "new", directory])
        _ = try await run(["submission", "file", "colon-cade", directory, "--country", "SG", "--yes"])
        _ = try await run(["act", "colon-cade/SG", "accept", "--as", "officer@HSA"])
        #expect(try await limit().contains("\"limit\":160"))
        try write { $0.replacing("SG: \"B\"", with: "SG: \"C\"") }
        let amended = try await run(["submission", "amend", "colon-cade", directory, "--yes"])
        #expect(amended.errors.contains("SG: goes on by the class of its filing"), "\(amended.errors)")
        #expect(try await limit().contains("\"limit\":160"))
    }

    @Test("a remark in the manifest keeps nobody from filing")
    func remark() async throws {
        let program = try await DemoStory.copy(until: "2026-06-01")
        let directory = Scratch.path("amending")
        try FileManager.default.copyItem(atPath: "\(Repository.configuration)/samples/colon-cade", toPath: directory)
        let file = directory + "/submission.yaml"
        let text = try String(contentsOfFile: file, encoding: .utf8) + "# Seen by the lead.\n"
        try Data(text.utf8).write(to: URL(filePath: file))
        let filed = try await program.run(["submission", "file", "colon-cade", directory])
        // Of those that have it with their authority nothing changes; Malaysia, which has not, takes the newer one.
        #expect(filed.code == 0 && filed.output.contains("as the dossier of MY"), "\(filed.output)\(filed.errors)")
    }
}
