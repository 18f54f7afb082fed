import Foundation
import TestSupport
import Testing
import Turns

@Suite("Changes taken up together in the terminal", .takesTurns, .timeLimit(.minutes(30)))
struct BundleCommandTests {
    private func done(_ program: Program, _ line: String, _ more: [String] = []) async throws -> String {
        let result = try await program.run(line.split(separator: " ").map(String.init) + more)
        #expect(result.code == 0, "\(line): \(result.errors)")
        return Self.unwrapped(result.output)
    }

    private static func unwrapped(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("opened, filed once, asked once, decided by each; status, work, due, today and documents say so")
    func life() async throws {
        let program = try await DemoStory.copy()
        let page = Scratch.path("change.md")
        try Data("change".utf8).write(to: URL(fileURLWithPath: page))
        let document = ["--document", page]
        let told = try await done(program, "track bundle colon-cade change-hub JP SG TH --dry-run")
        #expect(!told.isEmpty)
        let opened = try await done(program, "track bundle colon-cade change-hub JP SG TH")
        #expect(opened.contains("Opened colon-cade/change-hub, and with it colon-cade/JP-change, colon-cade/SG-change"))
        #expect(opened.contains("The category of the change, known"), "\(opened)")
        let out = try await program.run(["export", "colon-cade", "--out", Scratch.path("form")])
        let lost = Self.unwrapped(out.errors)
        #expect(!lost.contains("change-hub, event") && !lost.contains("SG-change, event"), "\(lost)")
        _ = try await done(program, "act colon-cade/JP-change propose --set version=2.0.0")
        _ = try await done(program, "act colon-cade/JP-change assess --set category=partial-change --set reason=why")
        _ = try await done(program, "act colon-cade/SG-change assess --set category=review --set summary=why")
        let early = try await program.run(["act", "colon-cade/change-hub", "file"] + document)
        #expect(early.code == 65 && early.errors.contains("action.unmet"), "\(early.errors)")
        _ = try await done(program, "act colon-cade/TH-change assess --set category=expert-review --set summary=why")
        _ = try await done(program, "act colon-cade/change-hub file", document)
        let status = try await done(program, "status colon-cade")
        #expect(status.contains("HSA · Change, taken up together: change-hub (案)"), "\(status)")
        #expect(status.contains("PMDA · Hub of the bundled change (案)"), "\(status)")
        let filed = try await done(program, "dossier where colon-cade", [URL(fileURLWithPath: page).lastPathComponent])
        #expect(filed.contains("change-hub") && filed.contains("SG-change"), "\(filed)")

        _ = try await done(program, "act colon-cade/change-hub acceptBundle --as officer@PMDA")
        _ = try await done(program, "act colon-cade/SG-change accept --as officer@HSA")
        _ = try await done(program, "act colon-cade/SG-change ask --as officer@HSA --set questions.0.text=why")
        #expect(try await done(program, "work --as officer@PMDA").contains("colon-cade/change-hub"))
        let list = "questions.0.text=all questions.0.standsFor.0=q-11 answerBy=2029-03-01".split(separator: " ")
        let asked = list.flatMap { ["--set", String($0)] }
        _ = try await done(program, "act colon-cade/change-hub issueQuestions --as officer@PMDA", asked)
        let due = try await done(program, "due --within 1y")
        #expect(due.contains("2029-03-01 colon-cade/change-hub Answer to q-12: all"), "\(due)")
        let today = try await done(program, "today")
        #expect(today.contains("tasuki act colon-cade/change-hub answer"), "\(today)")
        #expect(!today.contains("colon-cade/SG-change: Your move"), "the hub's duty tells it: \(today)")
        let answer = "--set answers.0.question=q-12 --set answers.0.text=so".split(separator: " ").map(String.init)
        _ = try await done(program, "act colon-cade/change-hub answer", answer)
        let history = try await done(program, "history colon-cade/SG-change --lang ja")
        #expect(history.contains("窓口で一括"), "\(history)")

        _ = try await done(program, "act colon-cade/change-hub closeJointReview --as officer@PMDA")
        _ = try await done(program, "act colon-cade/SG-change approve --as officer@HSA --yes")
        _ = try await done(program, "act colon-cade/TH-change leave --as officer@ThaiFDA --set reason=alone")
        _ = try await done(program, "act colon-cade/JP-change withdraw --set reason=no --yes")
        let json = try await done(program, "status colon-cade --format json")
        #expect(json.contains("Bundle closed"), "\(json)")
        _ = try await done(program, "audit verify")
        _ = try await done(program, "audit export colon-cade --out \(Scratch.path("bag"))")
    }

    @Test("what cannot be taken up together says why, in both languages")
    func refused() async throws {
        let program = try await DemoStory.copy()
        let one = try await program.run(["track", "bundle", "colon-cade", "change-hub", "JP"])
        #expect(one.code == 65 && one.errors.contains("two countries or more"), "\(one.errors)")
        let foreign = try await program.run(["track", "bundle", "colon-cade", "change-hub", "JP", "US", "--lang", "ja"])
        #expect(foreign.errors.contains("USには、この窓口"), "\(foreign.errors)")
        let other = try await program.run(["track", "bundle", "colon-cade", "change", "JP", "SG"])
        #expect(other.code == 66, "\(other.errors)")
    }
}
