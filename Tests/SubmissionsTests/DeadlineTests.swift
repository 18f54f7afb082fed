import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@Suite("Deadlines")
struct DeadlineTests {
    /// Malaysia's own review, with a question to be answered by 30 June 2026.
    private func asked() throws -> Scenario {
        var scenario = try Scenario()
        try scenario.file([.init(jurisdiction: "MY", route: "national", participation: nil)])
        try scenario.act("MY", "accept", by: Scenario.officer("MDA"))
        try scenario.act("MY", "passAssessment", by: Scenario.officer("CAB"), ["certificate": .code("C")], documents: 1)
        try scenario.move(to: "2026-06-01")
        let drafts = [QuestionDraft(text: "text", heading: nil, scope: nil, standsFor: [])]
        let due = PartialDate("2026-06-30") ?? .year(2026)
        try scenario.act(
            "MY",
            "ask",
            by: Scenario.officer("MDA"),
            ["questions": .questions(drafts), "answerBy": .date(due)]
        )
        return scenario
    }

    private var answer: [FieldName: FieldValue] { ["answers": .answers([.init(question: "q-1", text: "answer")])] }

    @Test("on the last day nothing has passed yet")
    func lastDay() throws {
        var scenario = try asked()
        try scenario.move(to: "2026-06-30")
        #expect(try scenario.send(.fireDeadlines, by: .deadline).isEmpty)
    }

    @Test("in Malaysia a late answer means deemed withdrawn, recorded with the day that passed")
    func deemedWithdrawn() throws {
        var scenario = try asked()
        try scenario.move(to: "2026-07-20")
        let records = try scenario.send(.fireDeadlines, by: .deadline)
        #expect(scenario.states(of: "MY") == ["deemedWithdrawn"])
        #expect(records.first?.occurredOn == PartialDate("2026-06-30"))
        #expect(records.first?.recordedAt == scenario.now)
        #expect(throws: Refusal.unmet("answer", [.onTime("asking")])) {
            try scenario.act("MY", "answer", on: "2026-07-05", answer, documents: 1)
        }
    }

    @Test("a change of another approval finds the case as the passed deadline left it")
    func beforeDependencies() throws {
        var scenario = try asked()
        try scenario.move(to: "2026-07-20")
        let records = try scenario.send(.reconsider([]), by: .dependency)
        #expect(records.first?.occurredOn == PartialDate("2026-06-30"))
        #expect(scenario.states(of: "MY") == ["deemedWithdrawn"])
    }

    @Test("an answer given in time but recorded late undoes the deadline's effect")
    func onTime() throws {
        var scenario = try asked()
        try scenario.move(to: "2026-07-20")
        try scenario.send(.fireDeadlines, by: .deadline)
        try scenario.act("MY", "answer", on: "2026-06-29", answer, documents: 1)
        #expect(scenario.states(of: "MY") == ["reading"])
    }

    @Test("an answer dated only to the month leaves it open whether it was in time, so it does not count as that")
    func undetermined() throws {
        var scenario = try asked()
        try scenario.move(to: "2026-07-20")
        try scenario.send(.fireDeadlines, by: .deadline)
        #expect(throws: Refusal.unmet("answer", [.onTime("asking")])) {
            try scenario.act("MY", "answer", on: "2026", answer, documents: 1)
        }
    }

    @Test("a deadline that has passed before it begins is refused, so that it can never lock a case")
    func inThePast() throws {
        var scenario = try Scenario()
        try scenario.file([.init(jurisdiction: "SG", route: "national", participation: nil)])
        try scenario.act("SG", "accept", by: Scenario.officer("HSA"))
        try scenario.move(to: "2026-06-01")
        let drafts = [QuestionDraft(text: "text", heading: nil, scope: nil, standsFor: [])]
        let due = try #require(PartialDate("2025-06-30"))
        let misfit = DateMisfit(
            kind: .behind(orSame: false),
            date: due,
            from: try #require(PartialDate("2026-06-01"))
        )
        #expect(misfit.code == "date.due-in-the-past")
        #expect(throws: Refusal.misplacedDate("answerBy", misfit)) {
            try scenario.act(
                "SG",
                "ask",
                by: Scenario.officer("HSA"),
                ["questions": .questions(drafts), "answerBy": .date(due)]
            )
        }
    }

    @Test("months for which a reference must be held pass without anybody acting")
    func byTimeAlone() throws {
        var scenario = try Scenario(today: "2027-02-01")
        scenario.register = [
            Approval(
                id: "other/JP",
                product: "sample-cad",
                productVersion: "1.0.0",
                jurisdiction: "JP",
                basis: .full,
                stage: nil,
                claims: ["C1"],
                number: "JP-9",
                grantedOn: try #require(PartialDate("2026-02-15")),
                validUntil: nil,
                conditions: [],
                dependsOn: []
            )
        ]
        try scenario.file([.init(jurisdiction: "TH", route: "reliance", participation: nil, claims: ["C1"])])
        try scenario.move(to: "2027-02-15")
        try scenario.send(.fireDeadlines, by: .deadline)
        #expect(scenario.states(of: "TH") == ["localFiling"])
    }

    @Test("firing twice fires once")
    func once() throws {
        var scenario = try asked()
        try scenario.move(to: "2026-07-20")
        try scenario.send(.fireDeadlines, by: .deadline)
        #expect(try scenario.send(.fireDeadlines, by: .deadline).isEmpty)
    }
}
