import Scenarios
import TestSupport
import Testing
import Turns

@Suite(
    "A body says at the terminal whether it did what was typed in from its letter",
    .takesTurns,
    .timeLimit(.minutes(30))
)
struct LetterAnswerCommandTests {
    private func program() async throws -> Program { try await DemoStory.copy(until: "2026-06-20") }

    @Test("its work names the letter with the commands, in both languages, and the rehearsal changes nothing")
    func work() async throws {
        let program = try await program()
        let work = try await program.run("work --as officer@HSA").output
        #expect(work.contains("Confirm or dispute #18, transcribed from a letter"), "\(work)")
        #expect(work.contains("→ tasuki letter confirm 'colon-cade#18' --as officer@HSA"))
        let japanese = try await program.run("work --as officer@HSA --lang ja").output
        #expect(japanese.contains("文書から転記した #18 の確認または異議"), "\(japanese)")
        let rehearsed = try await program.run("letter confirm colon-cade#18 --as officer@HSA --dry-run")
        #expect(rehearsed.code == 0 && rehearsed.output.contains("#18"), "\(rehearsed)")
        #expect(try await program.run("work --as officer@HSA").output == work)
    }

    @Test("what it confirms is said in status, history and letter list, and may be sent again under its key")
    func confirming() async throws {
        let program = try await program()
        let line = "letter confirm colon-cade#18 --as officer@HSA --by hsa-reviewer --key k1"
        let first = try await program.run(line)
        #expect(first.code == 0 && first.output.hasPrefix("colon-cade#18 confirmed by #"), "\(first)")
        #expect(try await program.run(line).output == first.output)
        let again = try await program.run("letter confirm colon-cade#18 --as officer@HSA --by hsa-reviewer")
        #expect(again.code == 65 && again.errors.contains("was confirmed already, by event"), "\(again)")
        for command in ["status colon-cade", "history colon-cade/SG", "letter list colon-cade/SG"] {
            let told = try await program.run(command).output
            #expect(told.contains("#18 confirmed by HSA on 2026-06-20"), "\(command): \(told)")
            let japanese = try await program.run(command + " --lang ja").output
            #expect(japanese.contains("#18 はHSAが 2026-06-20 に確認"), "\(command): \(japanese)")
        }
        let status = try await program.run("status colon-cade --format json").output
        #expect(status.contains(#""standing":"confirmed""#) && status.contains(#""transcribed": [18]"#))
        #expect(try await program.run("audit verify").code == 0)
        #expect(try await !program.run("work --as officer@HSA").output.contains("#18"))
    }

    @Test("what it disputes the applicant reads with the reason, and settles by taking the entry back")
    func disputing() async throws {
        let program = try await program()
        let disputed = try await program.run([
            "letter", "dispute", "colon-cade#18", "--reason", "accepted on the 13th", "--as", "officer@HSA",
        ])
        #expect(disputed.code == 0 && disputed.output.contains("the applicant has to correct it"), "\(disputed)")
        let due = try await program.run("due --product kazami-colon-cade").output
        #expect(due.contains("Correct or take back #18"), "\(due)")
        let work = try await program.run("work --as applicant").output
        #expect(work.contains("accepted on the 13th"), "\(work)")
        let japanese = try await program.run("work --as applicant --lang ja").output
        #expect(japanese.contains("HSAが異議を述べた #18"), "\(japanese)")
        let status = try await program.run("status colon-cade").output
        #expect(status.contains("#18 disputed by HSA on 2026-06-20"), "\(status)")
    }

    @Test("nobody else may, and only what was typed in from a letter can be confirmed")
    func refused() async throws {
        let program = try await program()
        for actor in ["applicant", "officer@TFDA"] {
            let outcome = try await program.run("letter confirm colon-cade#18 --as \(actor)")
            #expect(outcome.code == 77 && outcome.errors.contains("only HSA"), "\(outcome)")
        }
        let japanese = try await program.run("letter confirm colon-cade#18 --as applicant --lang ja")
        #expect(japanese.code == 77 && japanese.errors.contains("HSAのみ"), "\(japanese)")
        let none = try await program.run("letter confirm colon-cade#2 --as officer@HSA")
        #expect(none.code == 65 && none.errors.contains("Event 2 is no act of an authority"), "\(none)")
        #expect(try await program.run("letter confirm colon-cade#9999 --as officer@HSA").code == 66)
        #expect(try await program.run("letter dispute colon-cade#18 --as officer@HSA").code == 64)
    }
}
