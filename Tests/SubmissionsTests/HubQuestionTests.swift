import Regulation
import Scenarios
import Submissions
import Testing

@Suite("Questions that do not fit the consolidated list")
struct HubQuestionTests {
    private func draft(_ scope: JurisdictionCode? = nil) -> FieldValue {
        .questions([QuestionDraft(text: "text", heading: nil, scope: scope, standsFor: [])])
    }

    private var answer: FieldValue { .answers([.init(question: "q-1", text: "answer")]) }

    @Test("a question proposed while others are answered waits for the next list and holds nothing up")
    func proposedMeanwhile() throws {
        var scenario = try Scenario()
        try scenario.review()
        try scenario.act("hub", "issueQuestions", by: Scenario.officer("PMDA"), ["questions": draft("SG")])
        try scenario.act("TH", "propose", by: Scenario.officer("ThaiFDA"), ["questions": draft()])
        try scenario.act("hub", "answer", ["answers": answer], documents: 1)
        #expect(scenario.states(of: "hub") == ["gatheringQuestions"])
        #expect(throws: Refusal.unmet("closeJointReview", [.questionsAnswered])) {
            try scenario.act("hub", "closeJointReview", by: Scenario.officer("PMDA"))
        }
    }

    @Test("once the hub no longer gathers, an authority asks the applicant directly")
    func afterwards() throws {
        var scenario = try Scenario()
        try scenario.review()
        try scenario.act("hub", "closeJointReview", by: Scenario.officer("PMDA"))
        try scenario.act("SG", "propose", by: Scenario.officer("HSA"), ["questions": draft()])
        #expect(scenario.states(of: "SG") == ["asking"])
        try scenario.act("SG", "answer", ["answers": answer], documents: 1)
        #expect(scenario.states(of: "SG") == ["reading"])
        try scenario.act("SG", "ready", by: Scenario.officer("HSA"))
    }

    @Test("consent given later lets the report be shared again, with those who lacked it")
    func laterConsent() throws {
        var scenario = try Scenario()
        try scenario.review()
        let reviewer = Scenario.officer("PMDA")
        try scenario.act("hub", "closeJointReview", by: reviewer)
        try scenario.act("hub", "giveConsent", ["recipients": .jurisdictions(["SG"])])
        try scenario.act("hub", "shareReport", by: reviewer, documents: 1)
        try scenario.act("TH", "ready", by: Scenario.officer("ThaiFDA"))
        #expect(scenario.states(of: "TH") == ["readyToDecide"])
        try scenario.act("hub", "giveConsent", ["recipients": .jurisdictions(["TH"])])
        try scenario.act("hub", "shareReport", by: reviewer, documents: 1)
        #expect(scenario.states(of: "TH") == ["deciding"])
    }

    @Test("a question id that does not exist is refused, so that no text enters the log by that door")
    func unknownQuestion() throws {
        var scenario = try Scenario()
        try scenario.review()
        let hostile = QuestionDraft(text: "text", heading: nil, scope: nil, standsFor: ["a name"])
        #expect(throws: Refusal.unknownQuestion("a name", open: [])) {
            try scenario.act("SG", "propose", by: Scenario.officer("HSA"), ["questions": .questions([hostile])])
        }
    }
}
