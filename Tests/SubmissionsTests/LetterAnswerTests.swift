import Regulation
import Scenarios
import Submissions
import Testing

@Suite("Letters that their bodies confirm or dispute")
struct LetterAnswerTests {
    private static let hsa = Scenario.officer("HSA")

    /// A bundle before Singapore, whose acceptance the applicant typed in.
    private func typedIn() throws -> (Scenario, event: Int) {
        var scenario = try Scenario()
        try scenario.file()
        try scenario.act("hub", "acceptBundle", by: Scenario.officer("PMDA"))
        try scenario.act("hub", "payFee", ["reference": .code("INV-1")])
        try scenario.act("hub", "fanOut", by: Scenario.officer("PMDA"))
        try scenario.move(to: "2026-05-15")
        let records = try scenario.act("SG", "accept", on: "2026-05-12", documents: 1)
        return (scenario, try #require(records.first?.number))
    }

    private func waiting(_ scenario: Scenario) -> [Int] {
        guard let submission = scenario.submission, let subject = submission["SG"] else { return [] }
        return submission.lettersToConfirm(of: subject).map(\.event)
    }

    private func disputed(_ scenario: Scenario) -> [Int] {
        guard let submission = scenario.submission, let subject = submission["SG"] else { return [] }
        return submission.disputes(of: subject).map(\.event)
    }

    @Test("wait for nobody while the body acts by letter only, and all of them from its first act on")
    func live() throws {
        var (scenario, event) = try typedIn()
        #expect(scenario.submission?.actsItself("HSA") == false && scenario.submission?.actsItself("PMDA") == true)
        #expect(waiting(scenario).isEmpty)
        let drafts = [QuestionDraft(text: "text", heading: nil, scope: nil, standsFor: [])]
        try scenario.act("SG", "propose", by: Self.hsa, ["questions": .questions(drafts)])
        #expect(scenario.submission?.actsItself("HSA") == true)
        #expect(waiting(scenario) == [event])
        let letter = try #require(scenario.submission?.transcription(event))
        #expect(letter.action == "accept" && letter.occurredOn == PartialDate("2026-05-12") && letter.body == "HSA")
    }

    @Test("are confirmed by any role of the body, once, and stay what was typed in")
    func confirmed() throws {
        var (scenario, event) = try typedIn()
        let version = scenario.submission?["SG"]?.version ?? 0
        let records = try scenario.send(
            .confirmLetter(event: event),
            by: Actor(person: "head", capacity: .role("head", at: "HSA"))
        )
        #expect(records.map(\.event) == [.letterConfirmed(LetterConfirmed(event: event, name: "SG"))])
        #expect(scenario.submission?["SG"]?.transcribed == [event] && waiting(scenario).isEmpty)
        #expect(scenario.submission?.transcription(event)?.isConfirmed == true)
        #expect(scenario.submission?["SG"]?.version == version + 1)
        let answer = try #require(records.first?.number)
        #expect(throws: Refusal.letterAnswered(event, by: answer, disputed: false)) {
            try scenario.send(.confirmLetter(event: event), by: Self.hsa)
        }
    }

    @Test("are disputed with a reason, which the applicant settles by taking the entry back")
    func disputedAndTakenBack() throws {
        var (scenario, event) = try typedIn()
        let records = try scenario.send(.disputeLetter(event: event, reason: "reason"), by: Self.hsa)
        #expect(waiting(scenario).isEmpty && disputed(scenario) == [event])
        let answer = try #require(records.first?.number)
        #expect(throws: Refusal.letterAnswered(event, by: answer, disputed: true)) {
            try scenario.send(.disputeLetter(event: event, reason: "again"), by: Self.hsa)
        }
        try scenario.send(.reverse(event: event, reason: "reason"))
        #expect(disputed(scenario).isEmpty && waiting(scenario).isEmpty)
        #expect(scenario.submission?.transcription(event) == nil)
        #expect(throws: Refusal.noLetter(event)) { try scenario.send(.confirmLetter(event: event), by: Self.hsa) }
    }

    @Test("are asked of anew when the applicant corrects them, and confirmed where the body corrects them itself")
    func corrected() throws {
        var (scenario, event) = try typedIn()
        try scenario.send(.disputeLetter(event: event, reason: "reason"), by: Self.hsa)
        let date = try #require(PartialDate("2026-05-13"))
        try scenario.send(.correct(event: event, fields: [:], date: date, reason: "reason"))
        #expect(disputed(scenario).isEmpty && waiting(scenario) == [event])
        #expect(scenario.submission?.transcription(event)?.occurredOn == date)
        let own = try #require(PartialDate("2026-05-14"))
        try scenario.send(.correct(event: event, fields: [:], date: own, reason: "reason"), by: Self.hsa)
        #expect(waiting(scenario).isEmpty && scenario.submission?.transcription(event)?.isConfirmed == true)
        #expect(scenario.submission?["SG"]?.since == own)
    }

    @Test("the last word of the body counts")
    func lastWord() throws {
        var (scenario, event) = try typedIn()
        try scenario.send(.disputeLetter(event: event, reason: "reason"), by: Self.hsa)
        try scenario.send(.confirmLetter(event: event), by: Self.hsa)
        #expect(disputed(scenario).isEmpty && waiting(scenario).isEmpty)
        try scenario.send(.disputeLetter(event: event, reason: "reason"), by: Self.hsa)
        #expect(disputed(scenario) == [event])
    }

    @Test("are for their body alone, and only what was typed in is one")
    func refused() throws {
        var (scenario, event) = try typedIn()
        let before = scenario.history
        for actor in [Scenario.lead, Scenario.officer("PMDA"), Scenario.officer("TFDA")] {
            #expect(throws: Refusal.notSender(event, of: "HSA")) {
                try scenario.send(.confirmLetter(event: event), by: actor)
            }
        }
        #expect(Refusal.notSender(event, of: "HSA").isAboutPermission)
        #expect(throws: Refusal.noSuchEvent(99)) { try scenario.send(.confirmLetter(event: 99), by: Self.hsa) }
        #expect(throws: Refusal.noLetter(1)) { try scenario.send(.confirmLetter(event: 1), by: Self.hsa) }
        #expect(scenario.history == before)
    }

    @Test("what was said of one outlives corrections of other events, and its replay is the same")
    func retaken() throws {
        var (scenario, event) = try typedIn()
        let answers = try scenario.send(.confirmLetter(event: event), by: Self.hsa)
        let filed = try #require(scenario.history.first { if case .dossierFiled = $0.event { true } else { false } })
        try scenario.send(
            .correct(event: filed.number, fields: [:], date: PartialDate("2026-04-06"), reason: "reason")
        )
        #expect(scenario.submission?.transcription(event)?.isConfirmed == true)
        #expect(Submission.replaying(scenario.history) == scenario.submission)
        // What was said is no step that could be taken back; the body says otherwise instead.
        let answer = try #require(answers.first?.number)
        #expect(throws: Refusal.noSuchEvent(answer)) {
            try scenario.send(.reverse(event: answer, reason: "reason"), by: Self.hsa)
        }
    }
}
