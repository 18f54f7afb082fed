import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@Suite("What is known only in part is cut by the order of steps")
struct NarrowingTests {
    private func date(_ text: String) throws -> PartialDate { try #require(PartialDate(text), "\(text)") }

    private func bounds(_ text: String) throws -> DateBounds { DateBounds(try date(text)) }

    /// A national review in Taiwan, filed on 13 April 2026.
    private func filed() throws -> Scenario {
        var scenario = try Scenario(today: "2026-04-13")
        try scenario.file([.init(jurisdiction: "TW", route: "national", participation: nil)])
        return scenario
    }

    private let questions: FieldValue = .questions([.init(text: "text", heading: nil, scope: nil, standsFor: [])])
    private let answers: FieldValue = .answers([.init(question: "q-1", text: "answer")])

    @Test(
        "an act lies between the step before it and the day on which it was told, and what was said stays as it was said"
    )
    func act() throws {
        for (stated, reckoned) in [
            ("unknown", "2026-04-13/2026-07-20"), ("2026", "2026-04-13/2026-07-20"),
            ("../2026-05-02", "2026-04-13/2026-05-02"),
            ("2026-07-01/..", "2026-07-01/2026-07-20"), ("2026-06", "2026-06"),
            ("2026-03/2026-05", "2026-04-13/2026-05-31"),
        ] {
            var scenario = try filed()
            try scenario.move(to: "2026-07-20")
            let records = try scenario.act("TW", "accept", on: stated, documents: 1)
            let record = try #require(records.first)
            #expect(try record.occurredOn == date(stated))
            #expect(try record.reckonedOn == date(reckoned), "\(stated)")
            #expect(record.within == (stated == reckoned ? nil : record.reckonedOn))
            #expect(try scenario.submission?["TW"]?.since == date(reckoned), "\(stated)")
            #expect(scenario.submission == Submission.replaying(scenario.history))
        }
    }

    @Test("the next step cannot lie before it")
    func chain() throws {
        var scenario = try filed()
        try scenario.move(to: "2026-05-10")
        try scenario.act("TW", "accept", on: "2026-05", documents: 1)
        try scenario.move(to: "2026-07-20")
        try scenario.act("TW", "ask", on: "2026-05-08/2026-06-30", ["questions": questions], documents: 1)
        #expect(try scenario.submission?["TW"]?.since == date("2026-05-08/2026-06-30"))
        try scenario.act("TW", "answer", on: "unknown", ["answers": answers], documents: 1)
        #expect(try scenario.submission?["TW"]?.since == date("2026-05-08/2026-07-20"))
    }

    @Test("an act of which no day is left is refused")
    func contradiction() throws {
        var scenario = try filed()
        try scenario.move(to: "2026-07-20")
        try scenario.act("TW", "accept", on: "2026-05-10", documents: 1)
        for stated in ["2026-05-09", "2026-04-20/2026-05-08", "../2026-05-09"] {
            let refusal = #expect(throws: Refusal.self) {
                try scenario.act("TW", "ask", on: stated, ["questions": questions], documents: 1)
            }
            #expect(try refusal == .beforeStep(date(stated), since: date("2026-05-10")), "\(stated)")
        }
        let early = #expect(throws: Refusal.self) {
            try scenario.act("TW", "ask", on: "2026-03", ["questions": questions], documents: 1)
        }
        #expect(early?.code == "date.before-opening")
        let late = #expect(throws: Refusal.self) {
            try scenario.act("TW", "ask", on: "2026-07-21/..", ["questions": questions], documents: 1)
        }
        #expect(late?.code == "date.future")
    }

    @Test("a deadline by a month stays a month, is named by its last day, and passes only after it")
    func deadline() throws {
        var scenario = try Scenario(today: "2026-04-13")
        try scenario.file([.init(jurisdiction: "MY", route: "national", participation: nil)])
        try scenario.act("MY", "accept", by: Scenario.officer("MDA"))
        try scenario.act("MY", "passAssessment", by: Scenario.officer("CAB"), ["certificate": .code("C")], documents: 1)
        try scenario.move(to: "2026-06-12")
        let fields =
            try ["questions": questions, "answerBy": FieldValue.date(date("2026-06"))] as [FieldName: FieldValue]
        let records = try scenario.act("MY", "ask", by: Scenario.officer("MDA"), fields)
        let deadline = try #require(scenario.submission?["MY"]?.deadlines.values.first)
        #expect(try deadline.bounds == bounds("2026-06-12/2026-06-30"))
        #expect(try records.first?.event.payload?.date("answerBy") == date("2026-06"), "as it was stated")
        #expect(try scenario.submission?.questions.first?.due == date("2026-06-12/2026-06-30"))
        try scenario.move(to: "2026-06-30")
        #expect(try scenario.send(.fireDeadlines, by: .deadline).isEmpty)
        try scenario.move(to: "2026-07-01")
        try scenario.send(.fireDeadlines, by: .deadline)
        #expect(scenario.states(of: "MY") == ["deemedWithdrawn"])
    }

    @Test("a last day of which nothing is known is not known, and nothing lapses by it")
    func unknownEnd() throws {
        var scenario = try filed()
        try scenario.act("TW", "accept", documents: 1)
        try scenario.move(to: "2026-07-20")
        try scenario.act("TW", "finishReview", documents: 1)
        let fields =
            try ["number": .code("N-1"), "validUntil": .date(date("unknown")), "claims": .claims(["C1"])]
            as [FieldName: FieldValue]
        try scenario.act("TW", "approve", fields, documents: 1)
        #expect(try scenario.submission?.approval(of: "TW")?.validUntil == date("2026-07-21/.."))
        let track = try #require(scenario.submission?["TW-registration"])
        #expect(track.deadlines.values.allSatisfy { $0.due == .latest })
        #expect(track.variables["validUntil"] == "2026-07-21/..")
        try scenario.move(to: "2066-07-20")
        try scenario.send(.fireDeadlines, by: .deadline)
        #expect(scenario.submission?.approval(of: "TW")?.standing == .inForce)
    }

    @Test("what is counted from a span ends within a span")
    func period() throws {
        var scenario = try Scenario(today: "2026-05-11")
        let held = try WorkedExampleTests.approval("SG")
        try scenario.open([.init(jurisdiction: "JP", route: "two-stage", participation: nil)], held: [held])
        try scenario.send(.openTrack("safety-report", "SG"))
        let fields =
            try ["awareOn": .date(date("2026-05-08/2026-05-20")), "reason": .text("call")] as [FieldName: FieldValue]
        try scenario.act("SG-safety-report", "setAwareness", fields)
        let track = try #require(scenario.submission?["SG-safety-report"])
        #expect(track.variables["awareOn"] == "2026-05-08/2026-05-11", "not after the day of the act")
        #expect(try track.deadlines["reportDue"]?.bounds == bounds("2026-05-18/2026-05-21"))
        try scenario.move(to: "2026-05-22")
        try scenario.send(.fireDeadlines, by: .deadline)
        let missed = try #require(scenario.submission?["SG-safety-report"]?.missed.values.first)
        #expect(try missed.bounds == bounds("2026-05-18/2026-05-21"))
    }

    @Test("dates of one act bound each other")
    func fields() throws {
        var scenario = try filed()
        try scenario.act("TW", "accept", documents: 1)
        try scenario.act("TW", "finishReview", documents: 1)
        try scenario.act("TW", "approve", ["number": .code("N-1"), "claims": .claims(["C1"])], documents: 1)
        let fields =
            try [
                "validUntil": .date(date("2031")), "renewalOpens": .date(date("2030-06/..")),
                "renewalCloses": .date(date("2030-01/2031-03")),
            ] as [FieldName: FieldValue]
        try scenario.act("TW-registration", "setValidity", fields, documents: 1)
        let variables = try #require(scenario.submission?["TW-registration"]?.variables)
        #expect(variables["validUntil"] == "2031")
        #expect(variables["renewalOpens"] == "2030-06/2031-03")
        #expect(variables["renewalCloses"] == "2030-06/2031-03")
    }

    @Test("what is put right elsewhere leaves the days that were possible when they were told")
    func retaken() throws {
        var scenario = try filed()
        try scenario.move(to: "2026-05-20")
        try scenario.act("TW", "accept", on: "2026-05", documents: 1)
        try scenario.act("TW", "ask", on: "2026-05-15/..", ["questions": questions], documents: 1)
        let before = try #require(scenario.submission)
        #expect(try before["TW"]?.since == date("2026-05-15/2026-05-20"))
        try scenario.move(to: "2026-09-01")
        let accepted = try #require(scenario.history.first { $0.event.action == "accept" })
        try scenario.send(.correct(event: accepted.number, fields: [:], date: date("2026-05-10"), reason: "reason"))
        let after = try #require(scenario.submission?["TW"])
        #expect(try after.since == date("2026-05-15/2026-05-20"))
        // Corrected to a month that had not ended then but has now: the whole of it is possible, as far as the next step lets it.
        let asked = try #require(scenario.history.first { $0.event.action == "ask" })
        try scenario.send(.correct(event: asked.number, fields: [:], date: date("2026-05/2026-06"), reason: "reason"))
        #expect(try scenario.submission?["TW"]?.since == date("2026-05-10/2026-06-30"))
        #expect(scenario.submission == Submission.replaying(scenario.history))
    }

    @Test("what needs an approval lies no earlier than it")
    func approval() throws {
        var held = try WorkedExampleTests.approval("MY")
        held.grantedOn = try date("2026-03-10")
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.open([.init(jurisdiction: "MY", route: "national", participation: nil)], held: [held])
        try scenario.send(.openTrack("change", "MY"), on: "2026-01-05")
        let fields = ["category": .code("category-2"), "summary": .text("text")] as [FieldName: FieldValue]
        let early = #expect(throws: Refusal.self) {
            try scenario.act("MY-change", "assess", on: "2026-02", fields)
        }
        guard case .unmet("assess", let unmet)? = early else { throw TestFault.configuration }
        #expect(unmet.contains(.approvalInForce))
        let records = try scenario.act("MY-change", "assess", on: "2026", fields)
        #expect(try records.first?.reckonedOn == date("2026-03-10/2026-05-11"))
    }
}
