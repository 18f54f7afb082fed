import Foundation
import Scenarios
import TestSupport
import Testing
import Turns

@Suite("A document that may not open is told before it is filed", .takesTurns, .timeLimit(.minutes(30)))
struct DamagedFileTests {
    @Test("refused where nobody can be asked, told by a dry run, filed as it is with --yes")
    func filed() async throws {
        let program = Program(workspace: Scratch.path("damaged-workspace"))
        #expect(try await program.run("init --simulated 2026-04-01").code == 0)
        let dossier = try Scratch.copy(of: "\(Repository.configuration)/samples/colon-cade")
        // The beginning of a PDF, as an interrupted download leaves it.
        try Data("%PDF-1.7\n1 0 obj\n".utf8).write(to: URL(fileURLWithPath: dossier + "/CH3/CH3.02/cut.en.pdf"))
        #expect(try await program.run(["submission", "new", dossier]).code == 0)

        let file = ["submission", "file", "colon-cade", dossier]
        let dry = try await program.run(file + ["--dry-run"])
        #expect(dry.code == 0)
        #expect(dry.errors.contains("CH3/CH3.02/cut.en.pdf: its end is missing"), "\(dry.errors)")
        let refused = try await program.run(file)
        #expect(refused.code == 65)
        #expect(refused.errors.contains("cut.en.pdf") && refused.errors.contains("--yes"), "\(refused.errors)")
        #expect(try await program.run("status colon-cade --format json").output.contains("\"case\"") == false)
        let filed = try await program.run(file + ["--yes"])
        #expect(filed.code == 0, "\(filed.errors)")
        #expect(filed.errors.contains("cut.en.pdf"))

        let languages = try await program.run(["languages", dossier, "--all"])
        let row = languages.output.split(separator: "\n").first { $0.contains("cut (en)") }
        #expect(row?.contains("✓!") == true && row?.contains("✓ ") == false, "\(languages.output)")
        #expect(languages.output.contains("may\u{A0}not\u{A0}open") || languages.output.contains("may not open"))
        #expect(languages.errors.contains("cut.en.pdf: its end is missing"), "\(languages.errors)")
        let sheet = try await program.run(["languages", dossier, "--format", "csv"]).output
        #expect(sheet.contains("cut.en.pdf,truncated,,may-not-open"), "\(sheet.suffix(400))")
        let check = try await program.run(["submission", "check", dossier, "--format", "csv"]).output
        #expect(check.contains("its end is missing,,,,,truncated,false,CH3/CH3.02/cut.en.pdf"), "\(check.suffix(400))")
    }

    @Test("what keeps a folder from being filed is named where languages are told, not only counted")
    func stopped() async throws {
        let dossier = try Scratch.copy(of: "\(Repository.configuration)/samples/colon-cade")
        try Data().write(to: URL(fileURLWithPath: dossier + "/CH3/CH3.02/nothing.en.md"))
        let languages = try await Program().run(["languages", dossier, "--on", "2026-11-30"])
        #expect(languages.code == 0)
        #expect(languages.errors.contains("CH3/CH3.02/nothing.en.md"), "\(languages.errors)")
        let sheet = try await Program().run(["languages", dossier, "--on", "2026-11-30", "--format", "csv"])
        #expect(sheet.output.contains("nothing.en.md,dossier.empty-file,,stops-filing"), "\(sheet.output.suffix(400))")
    }
}
