import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@Suite("Filing country by country, and amending what the manifest says")
struct FilingTests {
    private static let lonely: [SubmissionOpened.Target] = [
        .init(jurisdiction: "SG", route: "national", participation: nil),
        .init(jurisdiction: "KR", route: "national", participation: nil),
        .init(jurisdiction: "MY", route: "reliance", participation: nil),
    ]

    private func refuse(
        _ refusal: Refusal,
        _ scenario: inout Scenario,
        _ body: (inout Scenario) throws -> Void
    ) {
        let before = scenario.submission
        #expect(throws: refusal) { try body(&scenario) }
        #expect(scenario.submission == before)
    }

    private func file(_ scenario: inout Scenario, _ codes: [JurisdictionCode], on day: String? = nil) throws {
        let targets = try #require(scenario.submission?.opened.targets)
        try scenario.send(.file(revision: "revision", entries: scenario.entries(for: targets), for: codes), on: day)
    }

    @Test("one country after the other, in any order, each with a clock from its own day")
    func waves() throws {
        var scenario = try Scenario()
        try scenario.open(Self.lonely)
        try scenario.move(to: "2026-06-01")
        try file(&scenario, ["KR"], on: "2026-05-04")
        #expect(scenario.submission?.cases.map(\.name) == ["KR"])
        refuse(.alreadyFiled(["KR"]), &scenario) { try file(&$0, ["KR"]) }
        refuse(.notATarget("TH", known: ["SG", "KR", "MY"]), &scenario) { try file(&$0, ["TH"]) }
        try file(&scenario, ["SG"], on: "2026-05-20")
        try file(&scenario, [])
        let cases = try #require(scenario.submission?.cases)
        #expect(cases.map(\.name) == ["KR", "SG", "MY"])
        #expect(cases.map(\.openedOn.description) == ["2026-05-04", "2026-05-20", "2026-06-01"])
        #expect(scenario.submission?.filings.map(\.number) == [1, 2, 3])
        refuse(.alreadyFiled(["SG", "KR"], awaiting: ["MY"]), &scenario) { try file(&$0, []) }
    }

    @Test("each case is judged by the dossier that was filed for it")
    func dossiers() throws {
        var scenario = try Scenario()
        try scenario.open(Self.lonely)
        try file(&scenario, ["SG"])
        let first = scenario.submission?.entries(of: scenario.submission?["SG"])
        let entries = scenario.entries(for: [Self.lonely[1]])
        try scenario.send(.file(revision: "second", entries: entries, for: ["KR"]))
        #expect(scenario.submission?.entries(of: scenario.submission?["SG"]) == first)
        #expect(scenario.submission?.entries(of: scenario.submission?["KR"]) == entries)
    }

    @Test("a newer dossier takes the place of one that is not with its authority yet, and of no other")
    func replaced() throws {
        var scenario = try Scenario()
        try scenario.open(Self.lonely)
        try scenario.move(to: "2026-06-01")
        try file(&scenario, [], on: "2026-05-04")
        let entries = scenario.entries(for: Self.lonely)
        func refile(_ scenario: inout Scenario, _ codes: [JurisdictionCode], on day: String? = nil) throws {
            try scenario.send(.file(revision: "second", entries: entries + entries.prefix(1), for: codes), on: day)
        }
        refuse(.alreadyFiled([], awaiting: ["MY"]), &scenario) { try file(&$0, ["MY"]) }
        refuse(.alreadyFiled(["SG"], awaiting: ["MY"]), &scenario) { try refile(&$0, ["SG", "MY"]) }
        let (early, opened) = (PartialDate("2026-05-01"), PartialDate("2026-05-04"))
        refuse(.beforeOpening(try #require(early), opened: try #require(opened)), &scenario) {
            try refile(&$0, ["MY"], on: "2026-05-01")
        }
        try refile(&scenario, [])
        #expect(scenario.submission?.cases.map(\.name) == ["SG", "KR", "MY"])
        #expect(scenario.submission?.filings.map(\.revision) == ["revision", "second"])
        #expect(scenario.submission?.entries(of: scenario.submission?["MY"]).count == entries.count + 1)
        #expect(scenario.submission?.entries(of: scenario.submission?["SG"]).count == entries.count)
    }

    @Test("what ended without an approval is filed once more by name, as a case of its own")
    func again() throws {
        var scenario = try Scenario()
        try scenario.open(Self.lonely)
        try file(&scenario, [])
        try scenario.act("SG", "withdraw", ["reason": .text("commitment")])
        #expect(scenario.submission?["SG"]?.isOver == true)
        refuse(.alreadyFiled(["KR"], awaiting: ["MY"], again: ["SG"]), &scenario) { try file(&$0, []) }
        try file(&scenario, ["SG"])
        #expect(scenario.submission?.cases.map(\.name) == ["SG", "KR", "MY", "SG-2"])
        #expect(scenario.submission?.member("SG")?.name == "SG-2")
    }

    @Test("what was withdrawn waits to be filed again, until it is, or until the target is taken away")
    func awaited() throws {
        var scenario = try Scenario()
        func awaited(_ scenario: Scenario) -> [JurisdictionCode] {
            scenario.submission.map { state in state.opened.targets.filter(state.awaitsFiling).map(\.jurisdiction) }
                ?? []
        }
        try scenario.open(Self.lonely)
        #expect(awaited(scenario) == ["SG", "KR", "MY"])
        try file(&scenario, [])
        #expect(awaited(scenario) == [])
        try scenario.act("SG", "withdraw", ["reason": .text("commitment")])
        try scenario.act("KR", "withdraw", ["reason": .text("commitment")])
        #expect(awaited(scenario) == ["SG", "KR"])
        try file(&scenario, ["KR"])
        #expect(awaited(scenario) == ["SG"])
        let opened = try #require(scenario.submission?.opened)
        let fewer = SubmissionOpened(
            name: opened.name,
            product: opened.product,
            productVersion: opened.productVersion,
            claims: opened.claims,
            applicant: opened.applicant,
            holders: opened.holders,
            targets: Array(opened.targets.dropFirst()),
            adopted: opened.adopted,
            manifest: "edited",
            classes: opened.classes
        )
        try scenario.send(.amend(fewer))
        #expect(awaited(scenario) == [])
    }

    /// Thailand approved until the end of 2031, with the track of its registration.
    private func approved() throws -> Scenario {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.file([.init(jurisdiction: "TH", route: "national", participation: nil)])
        let authority = Scenario.officer("ThaiFDA")
        try scenario.act("TH", "accept", by: authority)
        try scenario.act("TH", "finishReview", by: authority)
        let end = try #require(PartialDate("2031-12-31"))
        try scenario.act(
            "TH",
            "approve",
            by: authority,
            ["number": .code("T-1"), "claims": .claims(["C1", "C2"]), "validUntil": .date(end)]
        )
        #expect(scenario.submission?["TH-registration"]?.isOver == false)
        return scenario
    }

    @Test("an approval that ends in the track of its registration ends its case: the product can be filed for again")
    func endedElsewhere() throws {
        var scenario = try approved()
        refuse(.alreadyFiled(["TH"]), &scenario) { try file(&$0, ["TH"]) }
        try scenario.act("TH-registration", "surrender", ["reason": .text("commitment")])
        #expect(scenario.states(of: "TH") == ["approvalEnded"])
        try file(&scenario, ["TH"])
        #expect(scenario.submission?.member("TH")?.name == "TH-2")
    }

    @Test("what lapsed under review of its renewal may be renewed yet, and ends its case only when it is not")
    func lapsedInReview() throws {
        var scenario = try approved()
        try scenario.move(to: "2031-12-01")
        try scenario.send(.fireDeadlines, by: .deadline)
        try scenario.act("TH-registration", "fileRenewal", documents: 1)
        try scenario.move(to: "2032-02-01")
        try scenario.send(.fireDeadlines, by: .deadline)
        #expect(scenario.submission?.approvals.first?.standing == .lapsed)
        #expect(scenario.states(of: "TH") == ["approved"])
        var renewed = scenario
        let later = try #require(PartialDate("2036-12-31"))
        try renewed.act("TH-registration", "renew", by: Scenario.officer("ThaiFDA"), ["validUntil": .date(later)])
        #expect(renewed.submission?.approvals.first?.standing == .inForce)
        #expect(renewed.states(of: "TH") == ["approved"])
        try scenario.act("TH-registration", "withdrawRenewal", ["reason": .text("commitment")])
        #expect(scenario.states(of: "TH-registration") == ["lapsed"])
        #expect(scenario.states(of: "TH") == ["approvalEnded"])
    }

    @Test("a bundle is joined until its hub goes on, and not any more then")
    func bundle() throws {
        var scenario = try Scenario()
        try scenario.open()
        try file(&scenario, ["JP", "SG"])
        try file(&scenario, ["TH"])
        #expect(scenario.submission?.cases.map(\.name) == ["hub", "JP", "SG", "TH"])
        var late = try Scenario()
        try late.open()
        try file(&late, ["JP", "SG"])
        try late.act("hub", "acceptBundle", by: Scenario.officer("PMDA"))
        refuse(.bundleHasBegun("TH"), &late) { try file(&$0, ["TH"]) }
        try file(&late, ["MY"])
    }

    @Test("a filing for the wrong country is taken back with the cases that it opened")
    func wrongCountry() throws {
        var right = try Scenario()
        try right.open(Self.lonely)
        try file(&right, ["KR"])
        var scenario = right
        try file(&scenario, ["SG"])
        let filing = try #require(scenario.history.last { if case .dossierFiled = $0.event { true } else { false } })
        try scenario.send(.reverse(event: filing.number, reason: "commitment"))
        #expect(scenario.submission?.cases.map(\.name) == ["KR"])
        #expect(scenario.submission?.filings == right.submission?.filings)
        try file(&scenario, ["SG"])
        #expect(scenario.submission?.cases.map(\.name) == ["KR", "SG"])
    }

    @Test("the ledger of a case that is over takes what is paid, waived and refunded, and nothing else moves it")
    func ledgerAfterEnd() throws {
        var scenario = try Scenario()
        try scenario.open(Self.lonely)
        try file(&scenario, ["SG"])
        let officer = Scenario.officer("HSA")
        try scenario.act("SG", "refuseToFile", by: officer, ["reason": .text("commitment")])
        let possible: [ActionName] = ["invoiceFee", "payFee", "waiveFee", "refundFee"]
        refuse(.notNow("accept", states: ["notFiled"], possible: possible), &scenario) {
            try $0.act("SG", "accept", by: officer)
        }
        let fee: [FieldName: FieldValue] = ["fee": .code("application")]
        refuse(.unmet("refundFee", [.feePaid]), &scenario) { try $0.act("SG", "refundFee", by: officer, fee) }
        let before = try #require(scenario.submission?["SG"])
        let paid = try scenario.act("SG", "payFee", fee)
        try scenario.act("SG", "refundFee", by: officer, fee)
        let after = try #require(scenario.submission?["SG"])
        #expect(after.ledger.map(\.kind) == [.paid, .refunded])
        #expect(after.isOver && after.configuration == before.configuration && after.since == before.since)
        try scenario.send(.reverse(event: try #require(scenario.history.last?.number), reason: "reason"), by: officer)
        #expect(scenario.submission?["SG"]?.ledger.map(\.kind) == [.paid])
        let number = try #require(paid.first?.number)
        try scenario.send(.correct(event: number, fields: ["fee": .code("evaluation")], date: nil, reason: "reason"))
        #expect(scenario.submission?["SG"]?.ledger.map(\.fee) == ["evaluation"])
    }
}
