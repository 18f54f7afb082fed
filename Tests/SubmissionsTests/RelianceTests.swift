import Regulation
import Scenarios
import Submissions
import Testing

@Suite("Reliance on a first-stage approval")
struct RelianceTests {
    /// Japan has approved the first stage with C1 only.
    private func approved() throws -> Scenario {
        var scenario = try Scenario()
        try scenario.openWindow()
        try scenario.act(
            "JP",
            "approve",
            by: Scenario.officer("MHLW"),
            ["number": .code("JP-1"), "claims": .claims(["C1"])]
        )
        return scenario
    }

    @Test(
        "is filed in doubt, flagged, and not approved until the authority records, with a reason, that it accepts the stage"
    )
    func doubted() throws {
        var scenario = try approved()
        try scenario.act("MY", "file", ["sameness": .flag(true)], documents: 1)
        let flags = { (scenario: Scenario) in
            scenario.submission?["MY"]?.flags.map { [$0.change == .unsure, $0.isSettled] }
        }
        #expect(flags(scenario) == [[true, false]])
        #expect(scenario.submission?["MY"]?.flags.first?.path == ["sample/JP", "sample/MY"])
        try scenario.act("MY", "accept", by: Scenario.officer("MDA"))
        try scenario.act("MY", "passAssessment", by: Scenario.officer("CAB"), ["certificate": .code("C")], documents: 1)
        let narrow: [FieldName: FieldValue] = ["number": .code("MY-1"), "claims": .claims(["C1"])]
        #expect(throws: Refusal.self) { try scenario.act("MY", "approve", by: Scenario.officer("MDA"), narrow) }
        try scenario.act("MY", "acceptReference", by: Scenario.officer("MDA"), ["reason": .text("reason")])
        #expect(flags(scenario) == [[true, true]])
        try scenario.act("MY", "approve", by: Scenario.officer("MDA"), narrow)
        #expect(scenario.submission?.approval(of: "MY")?.claims == ["C1"])
    }

    @Test("leaves no flag behind that nobody can settle when the case is over")
    func over() throws {
        var scenario = try approved()
        try scenario.act("MY", "file", ["sameness": .flag(true)], documents: 1)
        let filed = try #require(scenario.submission)
        #expect(filed["MY"].map { filed.openFlags(of: $0).count } == 1)
        try scenario.act("MY", "withdraw", ["reason": .text("reason")])
        let after = try #require(scenario.submission)
        #expect(after["MY"].map { after.openFlags(of: $0) } == [])
    }

    @Test("is filed without doubt where the authority recorded before that it accepts the stage")
    func accepted() throws {
        var scenario = try approved()
        #expect(throws: Refusal.missingField("reason", "acceptReference")) {
            try scenario.act("MY", "acceptReference", by: Scenario.officer("MDA"))
        }
        try scenario.act("MY", "acceptReference", by: Scenario.officer("MDA"), ["reason": .text("reason")])
        try scenario.act("MY", "file", ["sameness": .flag(true)], documents: 1)
        #expect(scenario.states(of: "MY") == ["screening"])
        #expect(scenario.submission?["MY"]?.flags == [])
    }

    @Test("needs the declaration that the device is the same")
    func sameness() throws {
        var scenario = try approved()
        try scenario.act("MY", "acceptReference", by: Scenario.officer("MDA"), ["reason": .text("reason")])
        #expect(throws: Refusal.unmet("file", [.field("sameness", equals: "true")])) {
            try scenario.act("MY", "file", ["sameness": .flag(false)], documents: 1)
        }
    }

    @Test("covers no more claims than the reference does, and names it with its revision")
    func claims() throws {
        var scenario = try approved()
        try scenario.act("MY", "acceptReference", by: Scenario.officer("MDA"), ["reason": .text("reason")])
        try scenario.act("MY", "file", ["sameness": .flag(true)], documents: 1)
        try scenario.act("MY", "accept", by: Scenario.officer("MDA"))
        #expect(scenario.states(of: "MY") == ["conformityAssessment"], "in Malaysia a CAB assesses first")
        try scenario.act("MY", "passAssessment", by: Scenario.officer("CAB"), ["certificate": .code("C")], documents: 1)
        let wide: [FieldName: FieldValue] = ["number": .code("MY-1"), "claims": .claims(["C1", "C2"])]
        #expect(throws: Refusal.unmet("approve", [.claimsWithin(.reference)])) {
            try scenario.act("MY", "approve", by: Scenario.officer("MDA"), wide)
        }
        try scenario.act(
            "MY",
            "approve",
            by: Scenario.officer("MDA"),
            ["number": .code("MY-1"), "claims": .claims(["C1"])]
        )
        let approval = scenario.submission?.approval(of: "MY")
        #expect(approval?.basis == .abridged)
        #expect(approval?.dependsOn == [.init(approval: "sample/JP", revision: 1)])
    }

    @Test("may step back to a full review")
    func stepBack() throws {
        var scenario = try approved()
        try scenario.act("MY", "acceptReference", by: Scenario.officer("MDA"), ["reason": .text("reason")])
        try scenario.act("MY", "file", ["sameness": .flag(true)], documents: 1)
        try scenario.act("MY", "accept", by: Scenario.officer("MDA"))
        try scenario.act("MY", "passAssessment", by: Scenario.officer("CAB"), ["certificate": .code("C")], documents: 1)
        try scenario.act("MY", "stepBack", by: Scenario.officer("MDA"), ["reason": .text("reason")])
        #expect(scenario.states(of: "MY") == ["fullReading"])
        #expect(scenario.submission?["MY"]?.clocks["review"]?.ledger.isRunning == false)
        #expect(scenario.submission?["MY"]?.clocks["fullReview"]?.ledger.isRunning == true)
    }

    @Test("Thailand's rule wants the reference held for twelve months")
    func months() throws {
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
                grantedOn: PartialDate("2026-02-15") ?? .year(2026),
                validUntil: nil,
                conditions: [],
                dependsOn: []
            )
        ]
        try scenario.file([.init(jurisdiction: "TH", route: "reliance", participation: nil, claims: ["C1"])])
        #expect(scenario.states(of: "TH") == ["referencePending"])
        try scenario.move(to: "2027-02-15")
        try scenario.send(.reconsider([]), by: .dependency)
        #expect(scenario.states(of: "TH") == ["localFiling"], "the certificate suffices: no report changes hands")
    }
}
