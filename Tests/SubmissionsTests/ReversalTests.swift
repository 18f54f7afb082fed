import Regulation
import Scenarios
import Submissions
import Testing

@Suite("Taking an action back")
struct ReversalTests {
    /// Singapore's own review, accepted by mistake; the event that accepted it.
    private func accepted() throws -> (Scenario, event: Int) {
        var scenario = try Scenario()
        try scenario.file([.init(jurisdiction: "SG", route: "national", participation: nil)])
        let records = try scenario.act("SG", "accept", by: Scenario.officer("HSA"))
        return (scenario, try #require(records.first?.number))
    }

    @Test("restores the case as it was, clocks included, and leaves the event in the history")
    func restores() throws {
        var (scenario, event) = try accepted()
        #expect(scenario.submission?["SG"]?.clocks["review"] != nil)
        try scenario.send(.reverse(event: event, reason: "reason"), by: Scenario.officer("HSA"))
        #expect(scenario.states(of: "SG") == ["screening"])
        #expect(scenario.submission?["SG"]?.clocks["review"] == nil)
        #expect(scenario.history.contains { $0.number == event })
        #expect(Submission.replaying(scenario.history) == scenario.submission)
        try scenario.act("SG", "accept", by: Scenario.officer("HSA"))
        #expect(scenario.states(of: "SG") == ["reading"])
    }

    @Test("is for who recorded it, only")
    func recorder() throws {
        var (scenario, event) = try accepted()
        #expect(throws: Refusal.notRecorder(event)) {
            try scenario.send(.reverse(event: event, reason: "reason"), by: Scenario.lead)
        }
    }

    @Test("is refused once a person went on from there, with the event that went on")
    func movedOn() throws {
        var (scenario, event) = try accepted()
        let later = try scenario.act("SG", "finishReview", by: Scenario.officer("HSA"))
        let number = try #require(later.first?.number)
        #expect(throws: Refusal.heldBy(number, "finishReview", "SG", "hsa-officer")) {
            try scenario.send(.reverse(event: event, reason: "reason"), by: Scenario.officer("HSA"))
        }
    }

    @Test("takes back what reached beyond the case as well: a question that nobody answered yet")
    func beyond() throws {
        var (scenario, _) = try accepted()
        let drafts = [QuestionDraft(text: "text", heading: nil, scope: nil, standsFor: [])]
        let records = try scenario.act("SG", "ask", by: Scenario.officer("HSA"), ["questions": .questions(drafts)])
        let event = try #require(records.first?.number)
        #expect(scenario.states(of: "SG") == ["asking"])
        try scenario.send(.reverse(event: event, reason: "reason"), by: Scenario.officer("HSA"))
        #expect(scenario.states(of: "SG") == ["reading"])
        #expect(scenario.submission?.questions == [])
    }

    @Test("cannot be done twice")
    func twice() throws {
        var (scenario, event) = try accepted()
        try scenario.send(.reverse(event: event, reason: "reason"), by: Scenario.officer("HSA"))
        #expect(throws: Refusal.noSuchEvent(event)) {
            try scenario.send(.reverse(event: event, reason: "reason"), by: Scenario.officer("HSA"))
        }
    }
}
