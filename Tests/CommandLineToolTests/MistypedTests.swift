import Engine
import Foundation
import Scenarios
import TestSupport
import Testing
import TransparencyLog
import Turns
import Views

@Suite("What is mistyped at the terminal can be put right", .takesTurns, .timeLimit(.minutes(30)))
struct MistypedTests {
    private func written(_ text: String, _ name: String) throws -> String {
        let path = Scratch.path(name)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test("a manifest with a misspelt name is not opened, and its name stays free for the right one")
    func manifest() async throws {
        let program = Program(workspace: Scratch.path("door-workspace"))
        #expect(try await program.run("init --simulated 2026-04-06").code == 0)
        let sample = try Scratch.copy(of: Repository.configuration + "/samples/colon-cade")
        let file = URL(fileURLWithPath: sample + "/submission.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let target = try #require(text.split(separator: "\n").first { $0.hasPrefix("  MY:") && $0.contains("route") })
        for (wrong, meant) in [("relianc", "did you mean ‘reliance’?"), ("Reliance", "did you mean ‘reliance’?")] {
            let bad = target.replacing("route: reliance", with: "route: \(wrong)")
            #expect(bad != target)
            try Data(text.replacing(target, with: bad).utf8).write(to: file)
            for command in ["new", "check"] {
                let refused = try await program.run(["submission", command, sample])
                #expect(refused.code == 78 && refused.output == "", "\(command) \(refused.errors)")
                #expect(
                    refused.errors.contains(/submission\.yaml:\d+:\d+: error: ‘MY’ has no route/),
                    "\(refused.errors)"
                )
                #expect(refused.errors.contains(meant), "\(refused.errors)")
            }
        }
        try Data(text.utf8).write(to: file)
        let opened = try await program.run(["submission", "new", sample])
        #expect(opened.code == 0, "\(opened.errors)")
        #expect(try await program.run("submission list").output.contains("colon-cade"))
    }

    @Test("of hundreds of states the nearest are told, and where the others stand")
    func states() async throws {
        let program = try await DemoStory.kept(until: "2026-06-01")
        let outcome = try await program.run("cases --state stage1aproved")
        let line = outcome.errors
        #expect(line.contains("stage1Approved") && line.contains("tasuki procedure show"), "\(line)")
        #expect(line.split(separator: ",").count == 8, "\(line)")
    }

    @Test("a long way ahead is asked about, and a country that is none is refused with the one that was meant")
    func sense() async throws {
        let program = try await DemoStory.copy(until: "2026-06-01")
        let far = try await program.run("clock advance 2060-01-01")
        #expect(far.code == 65 && far.errors.contains("34 years ahead"), "\(far.errors)")
        #expect(try await program.run("clock advance 2060-01-01 --yes --dry-run").code == 0)
        let line = "safety record kazami-colon-cade --kind serious --aware-on 2026-05-30 --occurred-in UK"
        let event = try await program.run(line)
        #expect(event.code == 64 && event.errors.contains("did you mean GB?"), "\(event.errors)")
        let plan = try await program.run("plan colon-cade --file-on US=2027-01-01")
        #expect(plan.code == 64 && plan.errors.contains("US is no target"), "\(plan.errors)")
        let past = try await program.run(
            ["plan", Repository.configuration + "/samples/colon-cade", "--file-on", "JP=2025-01-01"]
        )
        #expect(past.code == 0 && past.errors.contains("that day has passed"), "\(past.errors)")
    }

    @Test("a route that asks for a holder is told where none is named, as soon as the submission is opened")
    func holder() async throws {
        let program = Program(workspace: Scratch.path("holder-workspace"))
        #expect(try await program.run("init --simulated 2026-04-06").code == 0)
        let sample = try Scratch.copy(of: Repository.configuration + "/samples/colon-cade")
        let file = URL(fileURLWithPath: sample + "/submission.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let kept = lines.filter { !$0.hasPrefix("  MY: { id: contoh-peranti") }
        #expect(kept.count == lines.count - 1)
        try Data(kept.joined(separator: "\n").utf8).write(to: file)
        let opened = try await program.run(["submission", "new", sample])
        #expect(opened.code == 0 && opened.errors.contains("MY: no local holder is appointed"), "\(opened.errors)")
    }

    @Test("a list restricted by what nothing has says what there is")
    func filters() async throws {
        let program = try await DemoStory.kept(until: "2026-06-01")
        for (line, known) in [
            ("work --as officer@hsa", "HSA"), ("work --as officer@FOO", "TFDA"), ("work --as janitor@HSA", "officer"),
            ("work --as applicant@Kazami", "HSA"), ("cases --turn hsa", "HSA"), ("cases --turn Applicant", "applicant"),
            ("cases --state decidng", "deciding"), ("cases --country XX", "SG"),
        ] {
            let outcome = try await program.run(line)
            #expect(outcome.code == 66 && outcome.output == "", "\(line): \(outcome.output)")
            #expect(outcome.errors.contains(known), "\(line): \(outcome.errors)")
        }
        for line in [
            "cases --country SG --country TH", "work --as officer@HSA --as=officer@TFDA", "status --lang ja --lang en",
        ] {
            let outcome = try await program.run(line)
            #expect(outcome.code == 64 && outcome.output == "", "\(line): \(outcome.output)")
            #expect(outcome.errors.contains("is given more than once"), "\(line): \(outcome.errors)")
        }
        let idle = try await program.run("cases --turn MFDS")
        #expect(idle.code == 0, "a body without a case: \(idle.errors)")
    }

    @Test("letters, dates, sums and codes that are none change nothing, and each is answered with what is accepted")
    func values() async throws {
        let program = try await DemoStory.copy(until: "2026-06-01")
        let workspace = try TestWorkspace.opened(program.workspace)
        let leaves = try await workspace.tasuki.store.read { try $0.head().size }
        let (empty, letter) = (try written("", "door-empty.md"), try written("letter", "door-letter.md"))
        let link = Scratch.path("door-link.md")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: letter)
        let act = ["act", "colon-cade/SG"]
        let asHSA = ["--as", "officer@HSA"]
        let cases: [([String], Int32, [String])] = [
            (
                act + ["ready", "--document", empty], 64,
                ["is empty; attach the document itself", "[payload.malformed]"]
            ),
            (act + ["ready", "--document", link], 65, ["symbolic link", "[payload.malformed]"]),
            (
                act + ["ready", "--on", "115-05-30"] + asHSA, 64,
                ["--on: “115-05-30”", "Did you mean 2026-05-30?", "[date.malformed]"]
            ),
            (act + ["ready", "--on", "2569-05-30"] + asHSA, 65, ["Did you mean 2026-05-30?", "[date.future]"]),
            (["status", "--as-of", "R8.5.30"], 64, ["--as-of: “R8.5.30”", "Did you mean 2026-05-30?"]),
            (["cases", "--due-through", "2026-12"], 64, ["“2026-12” is not a day"]),
            (
                act + ["quoteFee", "--set", "fee=x", "--set", "amount=SGD 530,00"] + asHSA, 64,
                ["“SGD 530,00”", "Did you mean SGD 530.00?", "[payload.malformed]"]
            ),
            (
                act + ["quoteFee", "--set", "fee=x", "--set", "amount=SGD 530", "--set", "reference=A\u{202E}1"]
                    + asHSA, 64,
                ["reference", "character 2 is U+202E".replacing("character", with: "Character"), "[payload.malformed]"]
            ),
            (act + ["quoteFe"] + asHSA, 66, ["[action.unknown]"]),
            (
                ["act", "colon-cade/JP", "reliabilityResult", "--as", "officer@PMDA", "--set", "result=conforms"], 65,
                ["“conforms”", "conform, "]
            ),
        ]
        for (arguments, code, words) in cases {
            let outcome = try await program.run(arguments)
            #expect(outcome.code == code && outcome.output == "", "\(arguments): \(outcome.errors)")
            for words in words { #expect(outcome.errors.contains(words), "\(arguments): \(outcome.errors)") }
        }
        // Only the day that has not come was refused by a rule.
        #expect(try await workspace.tasuki.store.read { try $0.head().size } == leaves + 1)
        try await workspace.remove()
    }
}
