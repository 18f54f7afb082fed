import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@Suite("What a decision rests on, and what it leaves behind")
struct DecidedOnTests {
    /// Japan's conditional approval, with one condition and a survey due on 11 May 2028.
    private func conditional() throws -> Scenario {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.fileJapan("conditional", traits: ["special-need": .yes, "predicate": "comparable"])
        try scenario.act("JP", "accept", by: Scenario.pmda)
        try scenario.inspect("JP")
        try scenario.act("JP", "writeReport", by: Scenario.pmda, documents: 1)
        try scenario.act("JP", "toCouncil", by: Scenario.pmda)
        try scenario.act("JP", "recommend", by: Scenario.council)
        try scenario.act(
            "JP",
            "approve",
            by: Scenario.ministry,
            [
                "number": .code("JP-1"), "claims": .claims(["C1"]),
                "conditions": .conditions([Condition(text: "first", due: nil)]),
                "surveyDue": .date(try #require(PartialDate("2028-05-11"))),
            ]
        )
        return scenario
    }

    private func openConditions(_ scenario: Scenario) -> Int? {
        scenario.submission?.obligations.count { $0.kind == .condition && $0.standing == .open }
    }

    @Test("what an act leaves unsaid stays: conditions are varied, and the survey is due as before")
    func unsaid() throws {
        var scenario = try conditional()
        try scenario.move(to: "2027-03-01")
        let varied: [FieldName: FieldValue] = [
            "conditions": .conditions([Condition(text: "second", due: nil)]), "reason": .text("text"),
        ]
        try scenario.act("JP", "varyConditions", by: Scenario.ministry, varied)
        #expect(scenario.submission?["JP"]?.variables["surveyDue"] == "2028-05-11")
        #expect(scenario.submission?["JP"]?.deadlines["surveyRunning"]?.due == CivilDate("2028-05-11"))
    }

    @Test("conditions end with those that take their place, and all of them with the confirmation")
    func replaced() throws {
        var scenario = try conditional()
        #expect(openConditions(scenario) == 1)
        try scenario.act(
            "JP",
            "varyConditions",
            by: Scenario.ministry,
            ["conditions": .conditions([Condition(text: "second", due: nil)]), "reason": .text("text")]
        )
        #expect(openConditions(scenario) == 1)
        let conditions = scenario.submission?.obligations.filter { $0.kind == .condition } ?? []
        #expect(conditions.map(\.standing) == [.ended, .open] && conditions.map(\.endedBy) == ["varyConditions", nil])
        try scenario.act("JP", "fileResults", documents: 1)
        try scenario.act("JP", "confirmEffect", by: Scenario.ministry)
        #expect(openConditions(scenario) == 0)
        #expect(scenario.submission?.obligations.last { $0.kind == .condition }?.endedBy == "confirmEffect")
        #expect(scenario.submission == Submission.replaying(scenario.history))
    }

    @Test("an approval rests on what was filed, though one that the route names first has come since")
    func cited() throws {
        var scenario = try Scenario(today: "2026-05-11")
        let states = try WorkedExampleTests.approval("US")
        try scenario.file([.init(jurisdiction: "SG", route: "reliance", participation: nil)], held: [states])
        try scenario.act("SG", "file", ["sameness": .flag(true)], documents: 1)
        #expect(scenario.submission?["SG"]?.references.map(\.approval) == [states.id])
        scenario.register = [try WorkedExampleTests.approval("AU")]
        let singapore = Scenario.officer("HSA")
        try scenario.act("SG", "accept", by: singapore)
        try scenario.act("SG", "approve", by: singapore, ["number": .code("SG-1"), "claims": .claims(["C1", "C2"])])
        #expect(scenario.submission?.approval(of: "SG")?.dependsOn.map(\.approval) == [states.id])
    }

    @Test("an approval answers the doubt with which its case was filed")
    func doubt() throws {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.file([.init(jurisdiction: "SG", route: "priority-1", participation: nil)])
        #expect(scenario.submission?["SG"]?.flags.map(\.isSettled) == [false])
        let singapore = Scenario.officer("HSA")
        try scenario.act("SG", "accept", by: singapore)
        try scenario.act("SG", "finishReview", by: singapore)
        try scenario.act("SG", "approve", by: singapore, ["number": .code("SG-1"), "claims": .claims(["C1", "C2"])])
        #expect(scenario.submission?["SG"]?.flags.map(\.isSettled) == [true])
    }

    @Test("a report to a country whose day has not begun yet is made on its own day")
    func zones() throws {
        var scenario = try Scenario(today: "2027-02-02")
        let held = try ["US", "JP"].map { try WorkedExampleTests.approval($0) }
        try scenario.open([.init(jurisdiction: "JP", route: "two-stage", participation: nil)], held: held)
        let event: [FieldName: FieldValue] = [
            "kind": .choice("serious"), "awareOn": .date(try #require(PartialDate("2027-02-01"))),
        ]
        try scenario.send(.beginTrack("safety-notice", "JP", "record", Payload(fields: event)))
        #expect(scenario.submission?["US-safety-report"]?.openedOn == PartialDate("2027-02-01"))
        #expect(scenario.submission?["JP-safety-report"]?.openedOn == PartialDate("2027-02-02"))
        try scenario.act("US-safety-report", "report", documents: 1)
    }
}
