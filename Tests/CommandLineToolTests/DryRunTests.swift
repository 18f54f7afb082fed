import ArgumentParser
import Foundation
import Scenarios
import TestSupport
import Testing
import Turns

@testable import CommandLineTool

@Suite("Every command that writes can be rehearsed", .takesTurns, .timeLimit(.minutes(30)))
struct DryRunTests {
    /// The commands that only read; whatever is not among them writes, and is rehearsed below.
    ///
    /// `serve` writes what others ask it for, each of which can be rehearsed, and what time brings.
    private static let reading: Set<String> = [
        "account list", "account log", "actions", "audit verify", "budget", "cases", "claims", "clock show",
        "dossier headings",
        "dossier report-outline",
        "dossier where", "explain date", "history", "jurisdiction check", "jurisdiction list", "jurisdiction show",
        "jurisdiction sources", "languages", "letter list", "letter show", "procedure check", "procedure diagram",
        "procedure list", "procedure show", "procedure trace", "product list", "product show", "routes", "safety list",
        "serve", "status", "submission check", "submission list", "submission show", "today", "track list", "work",
        "workspace check",
    ]

    /// How each writing command is rehearsed over the demo as it is in August 2026.
    private static let rehearsed: [String: String] = [
        "account organization": "account organization KFDA authority --body MFDS",
        "account add": "account add ben --organization HSA --role reader",
        "account link": "account link hsa-reviewer",
        "account token": "account token hsa-reviewer widget --read-only",
        "account revoke": "account revoke hsa-reviewer kept",
        "account leave": "account leave hsa-reviewer",
        "init": "init --workspace NEW --simulated 2026-04-01",
        "demo": "demo --workspace NEW --until 2026-04-20",
        "clock advance": "clock advance 2026-12-31",
        "submission new": "submission new CONFIG/samples/sleep-therapy",
        "submission file": "submission file colon-cade CONFIG/samples/colon-cade --workspace UNFILED",
        "submission amend": "submission amend colon-cade DOSSIER",
        "act": "act colon-cade/MY withdraw --set reason=typed",
        "correct": "correct colon-cade#2 --on 2026-04-14 --reason typed",
        "rebind": "rebind colon-cade/SG --reason typed",
        "letter save": "letter save colon-cade#18 --to NEW",
        "letter confirm": "letter confirm colon-cade#18 --as officer@HSA",
        "letter dispute": "letter dispute colon-cade#18 --reason typed --as officer@HSA",
        "track open": "track colon-cade SG change",
        "track bundle": "track bundle colon-cade change-hub SG TH",
        "safety record": "safety record kazami-colon-cade --kind serious --aware-on 2026-08-07",
        "import": "import --template NEW",
        "export": "export --out NEW",
        "audit export": "audit export colon-cade --out NEW",
        "timeline": "timeline colon-cade --svg NEW",
        "due": "due --within 1y --ics NEW",
        "plan": "plan colon-cade --svg NEW",
        "lag": "lag kazami-colon-cade --svg NEW",
        "jurisdiction reliance": "jurisdiction reliance --svg NEW",
        "product describe": "product describe NEW",
        "workspace rebuild": "workspace rebuild",
        "workspace backup": "workspace backup NEW",
    ]

    /// The leaves of a tree of commands, by the words that one types.
    private static func leaves(
        _ command: any ParsableCommand.Type,
        _ words: [String] = []
    ) -> [(words: String, type: any ParsableCommand.Type)] {
        let below = command.configuration.subcommands
        guard !below.isEmpty else { return [(words.joined(separator: " "), command)] }
        return below.flatMap { leaves($0, words + [$0._commandName]) }
    }

    private static var writing: [(words: String, type: any ParsableCommand.Type)] {
        leaves(TasukiCommand.self).filter { !reading.contains($0.words) }
    }

    @Test("by --dry-run, which its help explains; what only reads is on a closed list and has no such option")
    func options() {
        let all = Self.leaves(TasukiCommand.self)
        #expect(
            Self.reading.isSubset(of: all.map(\.words)),
            "no such command: \(Self.reading.subtracting(all.map(\.words)))"
        )
        #expect(Self.writing.count >= 20)
        for (words, type) in all {
            let hasOption = type.helpMessage(includeHidden: true, columns: 200).contains("--dry-run")
            #expect(hasOption != Self.reading.contains(words), "tasuki \(words)")
        }
    }

    @Test("and ends well, says what it would do, and changes no byte of the workspace nor any file beside it")
    func nothingIsWritten() async throws {
        #expect(Set(Self.writing.map(\.words)) == Set(Self.rehearsed.keys))
        let program = try await DemoStory.copy(until: "2026-08-10")
        let unfiled = Program(workspace: Scratch.path("unfiled"))
        let sample = Repository.configuration + "/samples/colon-cade"
        for line in ["init --simulated 2026-04-13", "submission new \(sample)"] {
            #expect(try await unfiled.run(line).code == 0)
        }
        #expect(try await program.run("account token hsa-reviewer kept").code == 0)
        // What a new version or new calendars change is done by the first command, whichever that is.
        #expect(try await program.run("status").code == 0)
        let before = [try await Self.contents(program.workspace), try await Self.contents(unfiled.workspace)]
        for (words, line) in Self.rehearsed.sorted(by: { $0.key < $1.key }) {
            let new = Scratch.path("rehearsed")
            let typed = line.replacing("CONFIG", with: Repository.configuration).replacing("NEW", with: new)
                .replacing("UNFILED", with: unfiled.workspace).replacing("DOSSIER", with: try Self.amended(sample))
            let outcome = try await program.run(
                typed.split(separator: " ").map(String.init) + ["--dry-run"],
                input: words == "product describe" ? DescribingTests.answers : nil
            )
            #expect(outcome.code == 0, "tasuki \(typed): \(outcome.errors)")
            let told = outcome.output + outcome.errors
            #expect(Self.openings.contains { told.contains($0) }, "tasuki \(typed): \(told)")
            #expect(!FileManager.default.fileExists(atPath: new), "tasuki \(typed)")
        }
        #expect([try await Self.contents(program.workspace), try await Self.contents(unfiled.workspace)] == before)
    }

    /// With what a rehearsal begins.
    private static let openings = ["Nothing was written", "Nothing was changed", "Nothing was recorded"]

    /// The dossier with a country more in its manifest.
    private static func amended(_ sample: String) throws -> String {
        let dossier = try Scratch.copy(of: sample)
        let manifest = dossier + "/submission.yaml"
        try String(contentsOfFile: manifest, encoding: .utf8)
            .replacing("targets:\n", with: "targets:\n  KR: { route: national }\n")
            .write(toFile: manifest, atomically: true, encoding: .utf8)
        return dossier
    }

    @Test("what would be refused is refused with the same exit code, and what would be written is told")
    func sameCode() async throws {
        let program = try await DemoStory.kept(until: "2026-08-10")
        let taken = Scratch.path("taken")
        try FileManager.default.createDirectory(atPath: taken, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: taken + "/mine.txt"))
        let lines = [
            "init", "init --workspace NEW --zone Nowhere", "clock advance 2026-01-01",
            "audit export colon-cade --out TAKEN",
            "audit export nothing --out NEW", "export --out TAKEN", "letter save colon-cade#18 --to TAKEN/mine.txt",
            "letter save colon-cade#18 --to NEW/there/letter.md", "timeline colon-cade --svg NEW/there/line.svg",
            "plan colon-cade --svg NEW/there/plan.svg", "due --ics NEW/there/due.ics", "import --template TAKEN",
            "workspace backup WORKSPACE", "demo --workspace TAKEN",
        ]
        for line in lines {
            let words = line.replacing("TAKEN", with: taken).replacing("NEW", with: Scratch.path("none"))
                .replacing("WORKSPACE", with: program.workspace).split(separator: " ").map(String.init)
            let (told, done) = (try await program.run(words + ["--dry-run"]), try await program.run(words))
            #expect(told.code == done.code && told.code != 0, "tasuki \(line): \(told.errors) \(done.errors)")
            #expect(told.errors == done.errors, "tasuki \(line)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: taken) == ["mine.txt"])

        let advance = try await program.run("clock advance 2026-12-31 --dry-run")
        #expect(
            advance.output.contains("Nothing was written") && advance.output.contains("colon-cade/"),
            "\(advance.output)"
        )
        #expect(try await program.run("clock show").output.contains("2026-08-10"))
    }

    /// Every file of the workspace with its bytes, of the database every row that it holds.
    private static func contents(_ folder: String) async throws -> String {
        try await PythonScript.run(
            """
            import hashlib, os, sqlite3, sys
            for place, folders, names in os.walk(sys.argv[1]):
                folders.sort()
                for name in sorted(names):
                    path = os.path.join(place, name)
                    if name.startswith("tasuki.sqlite"): continue
                    print(path, hashlib.sha256(open(path, "rb").read()).hexdigest())
            db = sqlite3.connect(os.path.join(sys.argv[1], "tasuki.sqlite"))
            for line in db.iterdump(): print(hashlib.sha256(line.encode()).hexdigest())
            """,
            [folder]
        )
    }
}
