import CanonicalJSON
import Engine
import Regulation
import Submissions
import TestSupport
import Testing

@testable import Views

@Suite("A letter to confirm is a duty of its body, in every view", .timeLimit(.minutes(30)))
struct LetterDutyTests {
    private static let hsa = Actor(person: "hsa-reviewer", capacity: .role("officer", at: "HSA"))
    private static let lead = Actor(person: "regulatory-lead", capacity: .applicant)
    /// The acceptance in Singapore, which the applicant typed in.
    private static let event = 18

    /// What each view says is to be done about letters: its kind, and whose turn it is.
    private func told(_ test: TestWorkspace) async throws -> [String: [String]] {
        func words(_ duties: [Duty]) -> [String] {
            duties.filter { $0.kind == .letter || $0.kind == .dispute }
                .map { "\($0.kind.rawValue) \($0.fullName) \($0.turnWord)" }.sorted()
        }
        let tasuki = test.tasuki
        let status = try await tasuki.status(of: "colon-cade")
        let horizon = Horizon(30, .days) ?? .quarter
        let today = try await tasuki.today(within: horizon)
        let products = try await tasuki.portfolio(of: "kazami-colon-cade", reading: { _ in nil })
        return [
            "status": words(status.duties), "rows": words(status.rows.flatMap(\.duties)),
            "due": words(try await tasuki.due(within: horizon).items),
            "today": words(today.items.compactMap(\.duty)), "product": words(products.flatMap(\.due)),
            "timeline": words(try await tasuki.timeline(of: "colon-cade").report.duties),
            "work of HSA": words(try await tasuki.work(for: Self.hsa.capacity).items.flatMap(\.duties)),
            "work of the applicant": words(try await tasuki.work(for: .applicant).items.flatMap(\.duties)),
        ]
    }

    /// What is said where only `working` sees it as work.
    private func expected(_ word: String?, working: String) -> [String: [String]] {
        let all = word.map { [$0] } ?? []
        let views = ["status", "rows", "due", "today", "product", "timeline"]
        var expected = Dictionary(uniqueKeysWithValues: views.map { ($0, all) })
        for work in ["work of HSA", "work of the applicant"] { expected[work] = work == working ? all : [] }
        return expected
    }

    @Test("from the body's own first act on, until it confirms; while it acts by letter only, nothing is")
    func everywhere() async throws {
        let before = try await TestWorkspace.demo(until: CivilDate("2026-06-01"))
        #expect(try await told(before) == expected(nil, working: ""))
        try await before.remove()

        let test = try await TestWorkspace.demo(until: CivilDate("2026-06-20"))
        #expect(try await told(test) == expected("letter colon-cade/SG HSA", working: "work of HSA"))
        _ = try await test.tasuki.answerLetter(Self.event, in: "colon-cade", by: Self.hsa)
        #expect(try await told(test) == expected(nil, working: ""))
        let row = try #require(try await test.tasuki.status(of: "colon-cade", country: "SG").rows.first)
        #expect(row.transcribed == [Self.event] && row.letters.map(\.isConfirmed) == [true])
        try await test.remove()
    }

    @Test("a dispute ends it and becomes one of the applicant, until the entry is corrected, taken back or confirmed")
    func disputed() async throws {
        let test = try await TestWorkspace.demo(until: CivilDate("2026-06-20"))
        let tasuki = test.tasuki
        func dispute() async throws {
            _ = try await tasuki.answerLetter(Self.event, in: "colon-cade", by: Self.hsa, disputing: "It was the 13th.")
        }
        try await dispute()
        #expect(
            try await told(test) == expected("dispute colon-cade/SG applicant", working: "work of the applicant")
        )
        let item = try #require(
            try await tasuki.today(within: .quarter).items.first { $0.duty?.kind == .dispute }
        )
        #expect(item.duty?.text == "It was the 13th.")
        #expect(item.suggestion?.line == "tasuki correct 'colon-cade#18' --reverse --reason …")
        _ = try await tasuki.answerLetter(Self.event, in: "colon-cade", by: Self.hsa)
        #expect(try await told(test) == expected(nil, working: ""))
        try await dispute()
        _ = try await tasuki.correct(
            CorrectionRequest(
                submission: "colon-cade",
                event: Self.event,
                actor: Self.lead,
                fields: [:],
                date: PartialDate("2026-05-13"),
                reason: "the letter is dated the day after"
            )
        )
        #expect(
            try await told(test) == expected("letter colon-cade/SG HSA", working: "work of HSA"),
            "what was corrected is another claim"
        )
        try await test.remove()
    }

    @Test("outlives the end of its case, since the letter that ends it is the one that matters")
    func ended() async throws {
        let test = try await TestWorkspace.demo(until: CivilDate("2026-10-09"))
        _ = try await test.tasuki.act(
            ActionRequest(
                submission: "colon-cade",
                name: "TW-2",
                action: "withdraw",
                actor: Self.lead,
                fields: ["reason": "not now"]
            )
        )
        let rows = try await test.tasuki.status(of: "colon-cade").rows
        let taiwan = try #require(rows.first { $0.name == "TW-2" })
        #expect(taiwan.isOver)
        let waiting = taiwan.duties.filter { $0.kind == .letter }
        #expect(waiting.count == 2 && taiwan.letters.count == 2 && waiting.allSatisfy { $0.turnBody == "TFDA" })
        let work = try await test.tasuki.work(for: .role("officer", at: "TFDA")).items
        #expect(work.first { $0.row.name == "TW-2" }?.letters.map(\.event) == taiwan.transcribed)
        try await test.remove()
    }

    @Test("what was said stands beside the entry in the history and with the letter")
    func history() async throws {
        let test = try await TestWorkspace.demo(until: CivilDate("2026-06-20"))
        let labels = try test.words.labels("en")
        _ = try await test.tasuki.answerLetter(Self.event, in: "colon-cade", by: Self.hsa)
        let entries = try await test.tasuki.history(of: "colon-cade", case: "SG")
        let entry = try #require(entries.first { $0.record.number == Self.event })
        let answer = try #require(entries.last)
        let words = "#18 confirmed by HSA on 2026-06-20 (#\(answer.record.number))"
        #expect(entry.letter.flatMap(labels.answer) == words)
        #expect(labels.words(for: answer) == "Letter of event 18 confirmed")
        let letter = try await test.tasuki.letter(Letter.ID(submission: "colon-cade", event: Self.event))?.letter
        #expect(letter?.transcription.flatMap(labels.answer) == words)
        #expect(try await test.tasuki.verify(outsideHeads: []).isSound)
        try await test.remove()
    }
}
