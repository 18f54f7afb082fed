import Engine
import Foundation
import Regulation
import Scenarios
import TestSupport
import Testing
import Turns
import Views

@Suite("What the terminal refuses", .takesTurns, .timeLimit(.minutes(30)))
struct RefusalTests {
    /// A command that is refused, with its exit code, and words and code that say why.
    private struct Refused {
        let arguments: [String]
        let code: Int32
        let words: [String]

        init(_ code: Int32, _ arguments: [String], _ words: String...) {
            self.arguments = arguments
            self.code = code
            self.words = words
        }
    }

    private static let question = ["--set", "questions.0.text=Why?"]
    private static let propose = ["act", "colon-cade/SG", "propose", "--as", "officer@HSA"]
    private static let approve = [
        "act", "colon-cade/SG", "approve", "--as", "officer@HSA", "--set", "number=DE1", "--set", "claims=C1",
    ]

    /// Runs each on a workspace of its own and expects what it says, nothing on standard output, and no case moved.
    private func expect(_ refused: [Refused], until day: String) async throws {
        let program = try await DemoStory.copy(until: day)
        let workspace = try TestWorkspace.opened(program.workspace)
        let before = try await versions(workspace.tasuki)
        for refused in refused {
            let line = "tasuki \(refused.arguments.joined(separator: " "))"
            let outcome = try await program.run(refused.arguments)
            #expect(outcome.code == refused.code, "\(line): \(outcome.errors)")
            #expect(outcome.output == "", "\(line)")
            for words in refused.words { #expect(outcome.errors.contains(words), "\(line): \(outcome.errors)") }
            #expect(try await versions(workspace.tasuki) == before, "\(line)")
        }
        #expect(try await program.run("audit verify").code == 0)
        try await workspace.remove()
    }

    /// The version of every case and of the submission, and the cases of all submissions; seen from another process.
    private func versions(_ tasuki: Tasuki) async throws -> [String] {
        let status = try await tasuki.status(of: "colon-cade", includingReplaced: true)
        let cases = try await tasuki.cases().rows.map { "\($0.fullName) \($0.version)" }
        return ["\(status.version)"] + status.rows.map { "\($0.fullName) \($0.version)" } + cases
    }

    @Test("what a rule forbids ends with 65 and says which rule, and no case moves")
    func rules() async throws {
        try await expect(
            [
                Refused(
                    65,
                    Self.approve,
                    "not possible now",
                    "“Under review”",
                    "propose, recordConfidentiality, comment, fileAnnex, ready, leave",
                    "[action.not-now]"
                ),
                Refused(
                    65,
                    Self.propose + Self.question + ["--expect", "1"],
                    "you saw version 1, it is now version 3",
                    "[version.stale]"
                ),
                Refused(65, Self.propose, "“Questions (questions)” is missing", "[payload.missing-field]"),
                Refused(
                    65,
                    Self.propose + Self.question + ["--set", "colour=red"],
                    "“colour” is not a field",
                    "questions",
                    "[payload.unknown-field]"
                ),
                Refused(
                    65,
                    Self.propose + Self.question + ["--on", "2026-06-02"],
                    "2026-06-02 lies in the future; today is 2026-06-01",
                    "[date.future]"
                ),
                Refused(
                    65,
                    ["act", "colon-cade/SG", "ready", "--on", "2026-05-30"],
                    "attach it with --document",
                    "[payload.letter-missing]"
                ),
            ],
            until: "2026-06-01"
        )
    }

    @Test("who has no right to an action gets 77 and reads who has it")
    func permission() async throws {
        try await expect(
            [
                Refused(
                    77,
                    ["act", "colon-cade/SG", "propose", "--as", "officer@TFDA"] + Self.question,
                    "TFDA",
                    "HSA",
                    "[action.wrong-body]"
                ),
                Refused(
                    77,
                    ["act", "colon-cade/SG", "answer", "--as", "officer@HSA"],
                    "Answer questions",
                    "applicant",
                    "[action.not-allowed]"
                ),
            ],
            until: "2026-06-01"
        )
    }

    @Test("what does not exist ends with 66 and says what does")
    func existence() async throws {
        try await expect(
            [
                Refused(
                    66,
                    ["act", "colon-cade/XX", "accept"],
                    "no case “XX”",
                    "hub, JP, SG, TW, TH, MY",
                    "[case.unknown]"
                ),
                Refused(66, ["act", "nothing/SG", "accept"], "no submission “nothing”", "colon-cade"),
                Refused(66, ["act", "colon-cade/SG", "dance"], "no action “dance”", "propose", "[action.unknown]"),
                Refused(66, ["status", "nothing"], "no submission “nothing”"),
                Refused(66, ["history", "colon-cade", "--as-of", "2026-01-01"], "Nothing was known of the submission"),
                Refused(
                    66,
                    ["status", "--country", "XX"],
                    "no country or region “XX”",
                    "JP, KR, MY, PH, SG, TH, TW, US, VN"
                ),
                Refused(66, ["procedure", "show", "nothing"], "no procedure “nothing”", "reliance"),
                Refused(66, Self.propose + ["--payload", "nothing.json"], "nothing.json cannot be read"),
                Refused(66, ["correct", "colon-cade#999", "--on", "2026-05-11", "--reason", "x"], "Event 999"),
            ],
            until: "2026-06-01"
        )
    }

    @Test("what is no command of Tasuki ends with 64")
    func usage() async throws {
        try await expect(
            [
                Refused(64, Self.propose + ["--frobnicate"], "Unknown option '--frobnicate'"),
                Refused(64, ["act", "colon-cade", "propose"], "'colon-cade' is invalid", "colon-cade/SG"),
                Refused(64, ["act", "colon-cade/SG", "propose", "--as", "HSA"], "ROLE@BODY", "'HSA'"),
                Refused(64, ["status", "--as-of", "yesterday"], "“yesterday” is not a date"),
                Refused(64, ["status", "--as-of", "2026-06-02"], "--as-of", "lies in the future", "[date.future]"),
                Refused(64, ["due", "--as-of", "2569-05-01"], "lies in the future", "2026-05-01"),
                Refused(64, ["serve", "--port", "70000"], "from 0 to 65535"),
                Refused(
                    64,
                    ["correct", "colon-cade#3", "--on", "2026-04-12", "--reason", " "],
                    "reason",
                    "a text that is not empty"
                ),
                Refused(64, Self.propose + ["--set", "questions"], "FIELD=VALUE"),
                Refused(64, ["frobnicate"], "frobnicate"),
            ],
            until: "2026-06-01"
        )
    }

    @Test("before the service fee is paid, nothing fans out and nobody decides")
    func fee() async throws {
        try await expect(
            [
                Refused(
                    65,
                    ["act", "colon-cade/hub", "fanOut", "--as", "officer@PMDA"],
                    "The fee must be recorded as paid first",
                    "[action.unmet]"
                ),
                Refused(65, Self.approve, "“Waiting for the hub”", "[action.not-now]"),
            ],
            until: "2026-04-16"
        )
    }

    @Test("the Minister does not approve while an inspection is open")
    func inspection() async throws {
        let approve = [
            "act", "colon-cade/JP", "approve", "--as", "officer@MHLW", "--set", "number=1", "--set", "claims=C1",
        ]
        try await expect(
            [
                Refused(65, approve, "QMS inspection: settled", "[action.unmet]"),
                Refused(65, approve + ["--lang", "ja"], "QMS適合性調査", "[action.unmet]"),
            ],
            until: "2027-01-24"
        )
    }

    @Test("one key is one request: the same again is answered as before, another is refused")
    func keys() async throws {
        let program = try await DemoStory.copy(until: "2026-06-01")
        let workspace = try TestWorkspace.opened(program.workspace)
        let request = Self.propose + Self.question + ["--key", "k-1"]
        let first = try await program.run(request)
        #expect(first.code == 0, "\(first.errors)")
        let before = try await versions(workspace.tasuki)
        let again = try await program.run(request)
        #expect(again.code == 0 && again.output == first.output)
        let other = try await program.run(Self.propose + ["--set", "questions.0.text=How?", "--key", "k-1"])
        #expect(other.code == 65)
        #expect(other.errors.contains("[key.reused]"))
        #expect(try await versions(workspace.tasuki) == before)
        try await workspace.remove()
    }

    @Test("a configuration that is none, or has a defect, ends with 78 and says where")
    func configuration() async throws {
        let program = try await DemoStory.kept(until: "2026-06-01")
        let nowhere = try await program.run(["status", "--config", Scratch.path("nowhere")])
        #expect(nowhere.code == 78)
        #expect(nowhere.errors.contains("is no configuration"))
        let config = try Scratch.copy(of: Repository.configuration)
        let file = "\(config)/procedures/reliance.yaml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try Data(text.replacing("initial: referencePending", with: "initial: refrencePending").utf8)
            .write(to: URL(fileURLWithPath: file))
        let defect = try await program.run(["procedure", "list", "--config", config])
        #expect(defect.code == 78)
        #expect(defect.output == "")
        #expect(
            defect.errors.contains(/reliance\.yaml:\d+:\d+: error: .*did you mean ‘referencePending’/),
            "\(defect.errors)"
        )
    }

    @Test("a folder without a workspace ends with 66 and what to do, and stays as it was")
    func noWorkspace() async throws {
        let program = Program(workspace: Scratch.path("none"))
        for line in ["status", "audit verify", "act a/SG accept", "serve --port 0"] {
            let outcome = try await program.run(line)
            #expect(outcome.code == 66, "\(line)")
            #expect(outcome.errors.contains("no workspace in \(program.workspace)"), "\(line): \(outcome.errors)")
            #expect(outcome.errors.contains("tasuki init"))
        }
        #expect(!FileManager.default.fileExists(atPath: program.workspace))
    }
}
