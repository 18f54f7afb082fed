import Regulation
import Scenarios
import Submissions
import Testing

@Suite("A bundle through the hub")
struct BundleTests {
    @Test("opens one case for the hub and one for each country, each bound to its rules")
    func opens() throws {
        var scenario = try Scenario()
        try scenario.file()
        #expect(scenario.submission?.cases.map(\.name) == ["hub", "JP", "SG", "TH", "MY"])
        #expect(scenario.states(of: "hub") == ["bundleScreening"])
        #expect(scenario.states(of: "SG") == ["awaitingFanOut"])
        #expect(scenario.states(of: "MY") == ["referencePending"])
    }

    @Test("is not fanned out before the service fee is recorded as paid")
    func feeFirst() throws {
        var scenario = try Scenario()
        try scenario.file()
        try scenario.act("hub", "acceptBundle", by: Scenario.officer("PMDA"))
        #expect(throws: Refusal.unmet("fanOut", [.feesPaid])) {
            try scenario.act("hub", "fanOut", by: Scenario.officer("PMDA"))
        }
        try scenario.act("hub", "payFee", ["reference": .code("INV-1")])
        try scenario.act("hub", "fanOut", by: Scenario.officer("PMDA"))
        #expect(scenario.states(of: "SG") == ["screening"])
        #expect(scenario.states(of: "TH") == ["screening"])
    }

    @Test("a consolidated list stops the clock of those it concerns, and the answers start it again")
    func questions() throws {
        var scenario = try Scenario()
        try scenario.review()
        try scenario.move(to: "2026-06-01")
        let drafts = [
            QuestionDraft(text: "common", heading: nil, scope: nil, standsFor: []),
            QuestionDraft(text: "thai", heading: HeadingCode("CH5.02"), scope: "TH", standsFor: []),
        ]
        try scenario.act("hub", "issueQuestions", by: Scenario.officer("PMDA"), ["questions": .questions(drafts)])
        #expect(scenario.states(of: "SG") == ["asking"])
        #expect(scenario.states(of: "TH") == ["asking"])
        #expect(scenario.submission?["SG"]?.clocks["review"]?.ledger.side == .applicant)

        try scenario.move(to: "2026-06-10")
        try scenario.act("hub", "answer", ["answers": .answers([.init(question: "q-1", text: "answer")])], documents: 1)
        #expect(scenario.states(of: "SG") == ["reading"], "the question for Thailand does not concern Singapore")
        #expect(scenario.states(of: "TH") == ["asking"])
        try scenario.act("hub", "answer", ["answers": .answers([.init(question: "q-2", text: "answer")])], documents: 1)
        #expect(scenario.states(of: "TH") == ["reading"])
        #expect(scenario.states(of: "hub") == ["gatheringQuestions"])
    }

    @Test("a country that leaves falls back to its own route without disturbing the others")
    func leaving() throws {
        var scenario = try Scenario()
        try scenario.review()
        let before = scenario.submission?.cases.filter { $0.name != "TH" }
        try scenario.act("TH", "leave", by: Scenario.officer("ThaiFDA"), ["reason": .text("reason")])
        #expect(scenario.submission?["TH"]?.replacedBy == "TH-2")
        #expect(scenario.submission?["TH-2"]?.route == "national")
        #expect(scenario.states(of: "TH-2") == ["localFiling"])
        #expect(scenario.submission?.cases.filter { $0.jurisdiction != "TH" } == before)
    }

    @Test("Japan and a simultaneous country decide in one window, and the bundle closes when both have")
    func window() throws {
        var scenario = try Scenario()
        try scenario.openWindow()
        #expect(scenario.states(of: "SG") == ["deciding"])
        try scenario.act(
            "SG",
            "approve",
            by: Scenario.officer("HSA"),
            ["number": .code("SG-1"), "claims": .claims(["C1"])]
        )
        #expect(scenario.states(of: "hub") == ["decisionWindow"])
        try scenario.act(
            "JP",
            "approve",
            by: Scenario.officer("MHLW"),
            ["number": .code("JP-1"), "claims": .claims(["C1"])]
        )
        #expect(scenario.states(of: "hub") == ["bundleClosed"])
        #expect(scenario.states(of: "MY") == ["localFiling"], "the reference is there and the report was shared")
    }

    @Test("whoever only reviews at the same time decides later, once the report was shared")
    func concurrentReview() throws {
        var scenario = try Scenario()
        try scenario.openWindow()
        try scenario.act("TH", "ready", by: Scenario.officer("ThaiFDA"))
        #expect(scenario.states(of: "TH") == ["deciding"])
    }
}
