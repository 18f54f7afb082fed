import Definitions
import Foundation
import Regulation
import Scenarios
import Submissions
import TestSupport
import Testing

@testable import CommandLineTool

@Suite("A product is described by answers")
struct DescribingTests {
    /// The lines by which a manifest for two countries is begun.
    static let answers = """
        chest-triage
        Hibiki Chest Triage
        2.1
        Software that sorts chest X-rays by suspected pneumothorax.
        Chest X-rays with a suspected pneumothorax are read first.
        serious
        2
        Hibiki Imaging K.K.

        KR, th

        Hibiki Holder (Thailand) Co., Ltd.
        2
        4
        comparable
        yes
        no
        national
        bundled
        concurrent-review

        """

    @Test("where the input ends early, what was answered is kept, and what is left is said and asked the next time")
    func endedEarly() async throws {
        let directory = Scratch.path("describing-early")
        let lines = Self.answers.split(separator: "\n", omittingEmptySubsequences: false)
        let program = Program()
        let outcome = try await program.run(
            ["product", "describe", directory, "--on", "2026-12-01"],
            input: lines.prefix(15).joined(separator: "\n") + "\n"
        )
        #expect(outcome.code == 64 && outcome.errors.contains("Not asked any more: "), "\(outcome.errors)")
        let text = try String(contentsOfFile: directory + "/submission.yaml", encoding: .utf8)
        #expect(text.contains("comparable"), "\(text)")
        let again = try await program.run(["product", "describe", directory, "--on", "2026-12-01"], input: "yes\n")
        #expect(again.code == 64 && again.errors.contains("1 answer to what rules ask"), "\(again.errors)")
        let few = try await program.run(["product", "describe", Scratch.path("few")], input: "name\n")
        #expect(few.code == 64 && few.errors.contains("nothing was written"), "\(few.errors)")
        #expect(!outcome.errors.split(separator: "\n").contains { $0.count > 80 && $0.hasPrefix("  ") }, "lines wrap")
    }

    @Test("a directory without a manifest gets a sound one, and what was left open is asked the next time")
    func begun() async throws {
        let directory = Scratch.path("describing")
        let program = Program()
        let outcome = try await program.run(
            ["product", "describe", directory, "--on", "2026-12-01"],
            input: Self.answers
        )
        #expect(outcome.code == 0, "\(outcome.errors)")
        let check = try await program.run(["routes", directory, "--on", "2026-12-01", "--format", "json"])
        #expect(check.code == 0, "\(check.errors)")
        let text = try String(contentsOfFile: directory + "/submission.yaml", encoding: .utf8)
        let manifest = try ConfigFolder(path: Repository.configuration).manifest(
            from: SourceFile(path: "m.yaml", text: text)
        )
        #expect(manifest.targets.map(\.jurisdiction) == ["KR", "TH"])
        #expect(manifest.holders.mapValues(\.name) == ["TH": "Hibiki Holder (Thailand) Co., Ltd."])
        #expect(outcome.errors.contains("closed – "), "\(outcome.errors)")
        #expect(manifest.traits.answer(to: "predicate", in: "KR") == "comparable")
        #expect(manifest.traits.answer(to: "artificial-intelligence", in: "TH") == .yes)
        let again = try await program.run(["product", "describe", directory, "--on", "2026-12-01"], input: "")
        #expect(again.output.contains("Everything that rules ask is answered."), "\(again.errors)")
    }

    @Test("input that ends early or answers otherwise writes nothing")
    func refused() async throws {
        let lines = Self.answers.split(separator: "\n", omittingEmptySubsequences: false)
        for input in [lines.prefix(9).joined(separator: "\n"), Self.answers.replacing("comparable", with: "similar")] {
            let directory = Scratch.path("describing")
            let outcome = try await Program().run(
                ["product", "describe", directory, "--on", "2026-12-01"],
                input: input + "\n"
            )
            #expect(outcome.code == 64, "\(outcome.errors)")
            #expect(!FileManager.default.fileExists(atPath: directory))
        }
    }

    @Test("answers are put into a manifest that somebody wrote, and no other line is touched")
    func added() async throws {
        let sample = try String(
            contentsOfFile: "\(Repository.configuration)/samples/colon-cade/submission.yaml",
            encoding: .utf8
        )
        let taken = [
            "    predicate: { JP: comparable, KR: equivalent, TW: comparable, IN: comparable }\n",
            "    clinical-data: { JP: true }\n",
        ]
        let open = sample.replacing(taken[0], with: "    predicate: { KR: equivalent }\n").replacing(taken[1], with: "")
        let directory = Scratch.path("describing")
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try Data(open.utf8).write(to: URL(filePath: directory + "/submission.yaml"))
        let line = ["product", "describe", directory, "--on", "2026-12-01"]
        let outcome = try await Program().run(line, input: "comparable\n\ntrue\n")
        // Taiwan is left open; yes is ‘yes’ here, and ‘true’ only in YAML.
        #expect(outcome.code == 64, "\(outcome.errors)")
        let second = try await Program().run(line, input: "comparable\n\nyes\n" + String(repeating: "\n", count: 8))
        #expect(second.code == 0, "\(second.errors)")
        let written = try String(contentsOfFile: directory + "/submission.yaml", encoding: .utf8)
        #expect(written.contains("    predicate: { KR: equivalent, JP: comparable }\n"))
        #expect(written.contains("    clinical-data: { JP: true }\n"))
        let rest = { (text: String) in
            text.split(separator: "\n", omittingEmptySubsequences: false).filter {
                !$0.contains("predicate:") && !$0.contains("clinical-data:")
            }
        }
        #expect(rest(written) == rest(sample))
    }

    @Test("a manifest that is written in braces is left to its author")
    func byHand() async throws {
        let directory = Scratch.path("describing")
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let text = """
            submission: s-1
            product: { id: p, name: P, version: "1" }
            claims: { C1: { text: { en: t } } }
            imdrf: { situation: serious, significance: treat-or-diagnose }
            classes: { KR: "2" }
            applicant: { id: a, name: A }
            targets: { KR: { route: national } }
            """
        try Data(text.utf8).write(to: URL(filePath: directory + "/submission.yaml"))
        let outcome = try await Program().run(
            ["product", "describe", directory, "--on", "2026-12-01"],
            input: "none\nno\n"
        )
        let after = try String(contentsOfFile: directory + "/submission.yaml", encoding: .utf8)
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("predicate: { KR: none }"), "\(outcome.errors)")
        #expect(after == text)
    }
}
