import Regulation
import Scenarios
import Submissions
import Testing

@Suite("Corrections")
struct CorrectionTests {
    private func approved() throws -> (Scenario, event: Int) {
        var scenario = try Scenario()
        try scenario.openWindow()
        let records = try scenario.act(
            "SG",
            "approve",
            by: Scenario.officer("HSA"),
            ["number": .code("SG-12"), "claims": .claims(["C1"])]
        )
        return (scenario, try #require(records.first?.number))
    }

    @Test("put the right number into the approval, raise its revision, and leave the event as it is")
    func number() throws {
        var (scenario, event) = try approved()
        let before = scenario.history
        try scenario.send(
            .correct(event: event, fields: ["number": .code("SG-21")], date: nil, reason: "reason"),
            by: Scenario.officer("HSA")
        )
        #expect(scenario.submission?.approval(of: "SG")?.number == "SG-21")
        #expect(scenario.submission?.approval(of: "SG")?.revision == 2, "what rests on it learns of the correction")
        #expect(Array(scenario.history.prefix(before.count)) == before)
        guard case .corrected(let corrected)? = scenario.history.dropFirst(before.count).first?.event else {
            Issue.record("the first event after those is no correction")
            return
        }
        #expect(corrected.fields == [.init(field: "number", old: .code("SG-12"), new: .code("SG-21"))])
    }

    @Test("move the clock marks that the event had made")
    func date() throws {
        var scenario = try Scenario()
        try scenario.file([.init(jurisdiction: "SG", route: "national", participation: nil)])
        try scenario.move(to: "2026-05-20")
        let accepted = try scenario.act("SG", "accept", by: Scenario.officer("HSA"), on: "2026-05-12")
        let event = try #require(accepted.first?.number)
        try scenario.send(
            .correct(event: event, fields: [:], date: PartialDate("2026-05-11"), reason: "reason"),
            by: Scenario.officer("HSA")
        )
        #expect(scenario.submission?["SG"]?.clocks["review"]?.marks.first?.on == PartialDate("2026-05-11"))
    }

    @Test("of what an authority recorded itself are not the applicant's to make")
    func byApplicant() throws {
        var (scenario, event) = try approved()
        #expect(throws: Refusal.notAllowed("approve", by: [.role("officer", of: .decides)])) {
            try scenario.send(.correct(event: event, fields: ["number": .code("1")], date: nil, reason: "reason"))
        }
    }

    @Test("move the day of the decision that the event made, and of no other")
    func decisionDate() throws {
        var (scenario, event) = try approved()
        try scenario.move(to: "2026-04-20")
        try scenario.send(
            .correct(event: event, fields: [:], date: PartialDate("2026-04-14"), reason: "reason"),
            by: Scenario.officer("HSA")
        )
        #expect(scenario.submission?.approval(of: "SG")?.grantedOn == PartialDate("2026-04-14"))
        #expect(scenario.submission?["SG"]?.decisions.map(\.on) == [try #require(PartialDate("2026-04-14"))])
    }

    @Test("cannot be made by somebody else, nor be empty, nor name an event that nobody recorded")
    func limits() throws {
        var (scenario, event) = try approved()
        #expect(throws: Refusal.wrongBody("ThaiFDA", expected: ["HSA"])) {
            try scenario.send(
                .correct(event: event, fields: ["number": .code("1")], date: nil, reason: "reason"),
                by: Scenario.officer("ThaiFDA")
            )
        }
        #expect(throws: Refusal.nothingToCorrect) {
            try scenario.send(
                .correct(event: event, fields: [:], date: nil, reason: "reason"),
                by: Scenario.officer("HSA")
            )
        }
        #expect(throws: Refusal.noSuchEvent(999)) {
            try scenario.send(
                .correct(event: 999, fields: [:], date: nil, reason: "reason"),
                by: Scenario.officer("HSA")
            )
        }
    }
}
