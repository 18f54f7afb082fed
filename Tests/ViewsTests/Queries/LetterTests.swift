import Engine
import Regulation
import Submissions
import TestSupport
import Testing
import TransparencyLog
import Views

@Suite("Letters can be found and read again", .timeLimit(.minutes(30)))
struct LetterTests {
    @Test("every document that came with an event is listed once, with the bytes that came")
    func complete() async throws {
        for story in ["colon-cade", "sleep-therapy"] {
            let test = try await TestWorkspace.story(story)
            let name = SubmissionName(story)
            let letters = try await test.tasuki.letters(of: name)
            let came = try await test.tasuki.history(of: name).flatMap { $0.record.event.payload?.documents ?? [] }
            #expect(letters.map(\.digest) == came.map(\.digest) && !letters.isEmpty)
            #expect(Set(letters.map(\.id)).count == letters.count)
            for letter in letters {
                #expect(Letter.ID(letter.id.description) == letter.id)
                let found = try #require(try await test.tasuki.letter(letter.id))
                #expect(found.letter == letter && found.bytes.count == letter.size)
                #expect(Digest.sha256(of: found.bytes).description == letter.digest.rawValue)
            }
            try await test.remove()
        }
    }

    @Test("a transcribed letter came from its authority, on its own day; what was sent came from the applicant")
    func senders() async throws {
        let test = try await TestWorkspace.demo()
        let letters = try await test.tasuki.letters(of: "colon-cade", case: "SG")
        let letter = try #require(letters.first { $0.name == "hsa-acceptance-letter.md" })
        #expect(letter.sender == .role("officer", at: "HSA") && letter.on == PartialDate("2026-05-12"))
        #expect(letter.isFrom("hsa") && !letter.isFrom("applicant") && letter.fullName == "colon-cade/SG")
        let answer = try await test.tasuki.letters(of: "colon-cade", case: "hub").first
        #expect(answer?.isFrom("applicant") == true)
        try await test.remove()
    }

    @Test("a correction keeps the letter with its event, and a reversal too")
    func corrections() async throws {
        let test = try await TestWorkspace.demo(until: CivilDate("2026-05-16"))
        let letter = try #require(try await test.tasuki.letters(of: "colon-cade", case: "SG").first)
        let actor = letter.recordedBy
        _ = try await test.tasuki.correct(
            CorrectionRequest(
                submission: "colon-cade",
                event: letter.id.event,
                actor: actor,
                fields: [:],
                date: PartialDate("2026-05-13"),
                reason: "the letter is dated the day after"
            )
        )
        let corrected = try #require(try await test.tasuki.letters(of: "colon-cade", case: "SG").first)
        #expect(
            corrected.id == letter.id && corrected.digest == letter.digest && corrected.on == PartialDate("2026-05-13")
        )
        #expect(corrected.correctedBy.count == 1 && !corrected.isTakenBack)
        _ = try await test.tasuki.reverse(letter.id.event, in: "colon-cade", by: actor, reason: "the wrong country")
        let reversed = try #require(try await test.tasuki.letters(of: "colon-cade", case: "SG").first)
        #expect(reversed.id == letter.id && reversed.isTakenBack && reversed.correctedBy.count == 2)
        #expect(try await test.tasuki.letter(letter.id) != nil)
        try await test.remove()
    }

    @Test("a letter is named by its event and its place there, and by nothing else")
    func names() {
        #expect(Letter.ID("s#17") == Letter.ID(submission: "s", event: 17))
        #expect(Letter.ID("s#17.2") == Letter.ID(submission: "s", event: 17, place: 2))
        #expect(Letter.ID("s#17.1")?.description == "s#17")
        for text in ["s", "s#", "#17", "s#0", "s#-1", "s#17.", "s#17.0", "s#17.2.3", "s#x", "s#1#2", ""] {
            #expect(Letter.ID(text) == nil, "\(text)")
        }
    }

    @Test("whatever a file was called, it is saved as one file of this folder")
    func safeNames() {
        for (name, safe) in [
            ("letter.pdf", "letter.pdf"), ("承認書 第1号.pdf", "承認書 第1号.pdf"), ("../../etc/passwd", "_.._etc_passwd"),
            (#"C:\Windows\a.txt"#, "C__Windows_a.txt"), (".bashrc", "bashrc"), ("-rf", "rf"),
            ("a\u{202E}fdp.exe", "a_fdp.exe"),
            ("a\nb.md", "a_b.md"), ("con.txt", "_con.txt"), ("LPT1", "_LPT1"), ("end. ", "end"), ("", "x"), ("..", "x"),
            ("///", "x"), ("\u{0}", "x"),
        ] { #expect(SafeFileName.of(name, else: "x") == safe, "\(name)") }
        let long = SafeFileName.of(String(repeating: "長", count: 200) + ".pdf", else: "x")
        #expect(long.utf8.count <= 255 && long.hasSuffix("長.pdf"))
    }
}
