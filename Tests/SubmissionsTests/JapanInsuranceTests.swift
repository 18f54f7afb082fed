import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@Suite("Japan: insurance, challenge, and care beside insured care")
struct JapanInsuranceTests {
    private static let coverage: CaseName = "JP-reimbursement"

    /// A product that holds an approval of Japan, whose coverage may be requested.
    private func approved(on day: String = "2026-05-12") throws -> Scenario {
        var scenario = try Scenario(today: day)
        try scenario.open(
            [.init(jurisdiction: "JP", route: "two-stage", participation: nil)],
            held: [try WorkedExampleTests.approval("JP")]
        )
        try scenario.send(.openTrack("reimbursement", "JP"))
        return scenario
    }

    private func date(_ day: String) throws -> FieldValue { .date(try #require(PartialDate(day))) }

    @Test("P8: coverage ends with the approval, and with it what rests on it")
    func delisted() throws {
        var scenario = try approved()
        try scenario.cover(from: "2026-07-01")
        try scenario.send(.openTrack("selective-care", "JP"))
        let care: CaseName = "JP-selective-care"
        try scenario.act(
            care,
            "apply",
            [
                "startMonth": .integer(4), "patientOperated": .flag(true), "patientWish": .flag(true),
                "priceShown": .flag(true),
            ],
            documents: 1
        )
        try scenario.act(care, "recognise", by: Scenario.ministry)
        try scenario.send(.openTrack("registration", "JP"))
        try scenario.act("JP-registration", "surrender", Scenario.reason)
        #expect(scenario.states(of: Self.coverage) == ["delisted"])
        #expect(scenario.submission?[Self.coverage]?.facts.contains("covered") == false)
        #expect(scenario.states(of: care) == ["selectiveEnded"])
    }

    @Test("P8: a request is filed again only after a partial change was approved, and by its number")
    func refiled() throws {
        var scenario = try approved()
        try scenario.cover(from: "2026-07-01")
        let fields: [FieldName: FieldValue] = ["category": .choice("C1"), "changeNumber": .code("JP-2")]
        #expect(throws: Refusal.self) { try scenario.act(Self.coverage, "refile", fields, documents: 1) }
        try scenario.send(.openTrack("change", "JP"))
        let change: CaseName = "JP-change"
        try scenario.act(change, "propose", ["version": .code("2.0.0")])
        try scenario.act(change, "assess", ["category": .choice("partial-change"), "reason": .text("text")])
        try scenario.act(change, "file", documents: 1)
        try scenario.toMinister(change)
        try scenario.act(
            change,
            "approve",
            by: Scenario.ministry,
            ["version": .code("2.0.0"), "number": .code("JP-2")]
        )
        #expect(throws: Refusal.unmet("refile", [.approvalNumber("changeNumber")])) {
            try scenario.act(
                Self.coverage,
                "refile",
                ["category": .choice("C1"), "changeNumber": .code("JP-1")],
                documents: 1
            )
        }
        try scenario.act(Self.coverage, "refile", fields, documents: 1)
        #expect(scenario.states(of: Self.coverage) == ["requestFiled"])
    }

    @Test("P8: what is declined as C1 may be deemed filed for C2; A2 and B have a day too; a first stage is looked at")
    func categories() throws {
        var scenario = try approved()
        try scenario.act(Self.coverage, "request", ["category": .choice("C1")], documents: 1)
        try scenario.reachChuikyo("other-category")
        try scenario.act(Self.coverage, "recordChuikyo", by: Scenario.ministry)
        try scenario.act(
            Self.coverage,
            "declineCategory",
            by: Scenario.ministry,
            ["otherCategory": .choice("C2"), "reason": .text("text")]
        )
        #expect(scenario.submission?[Self.coverage]?.clocks["coverageC2"]?.ledger.isRunning == true)

        var staged = try Scenario(today: "2026-05-12")
        try staged.approveFirstStage()
        try staged.send(.openTrack("reimbursement", "JP"))
        try staged.act(Self.coverage, "request", ["category": .choice("B1")], documents: 1)
        #expect(staged.submission?[Self.coverage]?.facts.contains("unusualCategory") == true)
        let calendar = try #require(staged.calendar("JP"))
        let clock = try #require(staged.submission?[Self.coverage]?.clocks["coverageA2"])
        let reading = clock.ledger.reading(on: try #require(CivilDate("2026-05-12")), calendar: calendar)
        #expect(reading.due?.description == "2026-06-30")
    }

    @Test("G13: coverage begins with a month, and not before the decision; its claims are those approved")
    func begins() throws {
        var scenario = try approved()
        try scenario.act(Self.coverage, "request", ["category": .choice("C1")], documents: 1)
        try scenario.reachChuikyo()
        try scenario.act(Self.coverage, "recordChuikyo", by: Scenario.ministry)
        for day in ["2026-06-15", "2026-05-01"] {
            let fields = ["coveredOn": try date(day), "claims": .claims(["C1"])] as [FieldName: FieldValue]
            #expect(throws: Refusal.self, "\(day)") {
                try scenario.act(Self.coverage, "cover", by: Scenario.ministry, fields)
            }
        }
    }

    @Test(
        "G12: Chuikyo defers or disagrees, the sub-committee is asked, a fee revision re-prices, and a product is delisted"
    )
    func events() throws {
        var scenario = try approved()
        try scenario.act(Self.coverage, "request", ["category": .choice("C2")], documents: 1)
        try scenario.act(Self.coverage, "accept", by: Scenario.ministry)
        try scenario.act(Self.coverage, "referToAssessment", by: Scenario.ministry, Scenario.reason)
        try scenario.act(Self.coverage, "recordAssessment", by: Scenario.ministry)
        try scenario.act(Self.coverage, "referToExperts", by: Scenario.ministry, ["developmentFinished": .flag(true)])
        try scenario.act(Self.coverage, "notifyDraft", by: Scenario.ministry, ["draft": .choice("as-requested")])
        try scenario.act(Self.coverage, "acceptDraft")
        try scenario.act(Self.coverage, "deferDecision", by: Scenario.ministry, Scenario.reason)
        #expect(scenario.states(of: Self.coverage) == ["chuikyo"])
        #expect(scenario.submission?[Self.coverage]?.clocks["coverageC2"]?.ledger.isRunning == true)
        try scenario.act(Self.coverage, "disagree", by: Scenario.ministry, Scenario.reason)
        try scenario.act(Self.coverage, "notifyFinal", by: Scenario.ministry, ["draft": .choice("as-requested")])
        try scenario.act(Self.coverage, "recordChuikyo", by: Scenario.ministry)
        #expect(scenario.submission?[Self.coverage]?.clocks["coverageC2"]?.ledger.isRunning == false, "G4")
        try scenario.act(
            Self.coverage,
            "cover",
            by: Scenario.ministry,
            ["coveredOn": try date("2026-07-01"), "claims": .claims(["C1"]), "points": .integer(640)]
        )
        try scenario.act(
            Self.coverage,
            "reprice",
            by: Scenario.ministry,
            ["pricedFrom": try date("2028-06-01"), "ground": .choice("fee-revision"), "points": .integer(600)]
        )
        #expect(scenario.submission?[Self.coverage]?.variables["points"] == "600")
        try scenario.act(
            Self.coverage,
            "delist",
            by: Scenario.ministry,
            ["delistedFrom": try date("2030-06-01"), "reason": .text("text")]
        )
        #expect(scenario.states(of: Self.coverage) == ["delisted"])
        try scenario.send(.openTrack("registration", "JP"))
        try scenario.act("JP-registration", "startSale", ["soldFrom": try date("2026-05-12")])
        #expect(scenario.states(of: "JP-registration").contains("onSale"))
    }

    @Test("G11: a challenge knows the day of coverage, and what it brings is paid")
    func challenge() throws {
        var scenario = try approved(on: "2026-07-13")
        try scenario.cover(from: "2026-09-01")
        try scenario.move(to: "2026-09-14")
        try scenario.send(.openTrack("challenge", "JP"))
        let name: CaseName = "JP-challenge"
        #expect(scenario.submission?[name]?.variables["coveredOn"] == "2026-09-01")
        try scenario.act(name, "requestRight", documents: 1)
        try scenario.act(name, "grantRight", by: Scenario.ministry, ["way": .choice("expert-meeting")])
        try scenario.act(
            name,
            "fileChallenge",
            [
                "comparative": .flag(true), "biasPlan": .flag(false), "prospective": .flag(true),
                "peerReviewed": .flag(true), "collectedAfterRight": .flag(true),
            ],
            documents: 1
        )
        try scenario.act(name, "referToExperts", by: Scenario.ministry)
        try scenario.act(
            name,
            "decideValue",
            by: Scenario.ministry,
            ["outcome": .choice("raised"), "points": .integer(760)]
        )
        #expect(scenario.submission?[Self.coverage]?.variables["points"] == "760")
        try scenario.move(to: "2027-10-01")
        try scenario.send(.openTrack("challenge", "JP"))
        #expect(throws: Refusal.self, "a year after the day of coverage, which nobody typed in") {
            try scenario.act("JP-challenge-2", "requestRight", documents: 1)
        }
    }

    /// Evaluation care of a first stage, published until the end of 2027.
    private func inCare() throws -> Scenario {
        var scenario = try Scenario(today: "2026-05-12")
        try scenario.approveFirstStage()
        try scenario.send(.openTrack("evaluation-care", "JP"))
        let care: CaseName = "JP-evaluation-care"
        try scenario.act(care, "apply", ["ground": .choice("first-stage"), "claims": .claims(["C1"])], documents: 1)
        try scenario.act(care, "referToChuikyo", by: Scenario.ministry)
        try scenario.act(care, "publish", by: Scenario.ministry, ["usableUntil": try date("2027-12-31")])
        return scenario
    }

    @Test("P6: evaluation care follows the second stage, its refusal and the end of the approval")
    func care() throws {
        var scenario = try inCare()
        let care: CaseName = "JP-evaluation-care"
        try scenario.move(to: "2027-03-01")
        try scenario.act("JP", "fileStage2", ["approvalNumber": .code("JP-1")], documents: 1)
        #expect(scenario.states(of: care).contains("beforeStage2"), "filed is not accepted")
        try scenario.toMinister("JP")
        #expect(scenario.states(of: care).contains("stage2Pending"))
        #expect(scenario.submission?[care]?.deadlines["stage2Pending"]?.due == CivilDate("2029-03-01"))
        try scenario.act("JP", "refuse", by: Scenario.ministry, Scenario.reason)
        #expect(scenario.states(of: care).contains("beforeStage2"))
        try scenario.act(care, "extendUse", by: Scenario.ministry, ["usableUntil": try date("2028-06-30")])
        #expect(scenario.submission?[care]?.deadlines["beforeStage2"]?.due == CivilDate("2028-06-30"))
        try scenario.act("JP", "surrender", Scenario.reason)
        #expect(scenario.states(of: care) == ["careEnded"])
    }

    @Test("P6: a hospital begins on its own notification, not on another's")
    func providers() throws {
        var scenario = try inCare()
        let care: CaseName = "JP-evaluation-care"
        try scenario.act(care, "recordNotification", ["provider": .code("HOSP-1")])
        #expect(throws: Refusal.unmet("startUse", [.collected("provider", in: "providers")])) {
            try scenario.act(care, "startUse", ["provider": .code("HOSP-2")])
        }
        try scenario.act(care, "recordNotification", ["provider": .code("HOSP-2")])
        try scenario.act(care, "startUse", ["provider": .code("HOSP-2")])
        #expect(scenario.states(of: care).contains("careInUse"))
    }

    @Test("P6: care that was asked for with a challenge ends with it")
    func careOfChallenge() throws {
        var scenario = try approved(on: "2026-07-13")
        try scenario.cover(from: "2026-09-01")
        try scenario.move(to: "2026-09-14")
        try scenario.send(.openTrack("challenge", "JP"))
        try scenario.act("JP-challenge", "requestRight", documents: 1)
        try scenario.send(.openTrack("evaluation-care", "JP"))
        let care: CaseName = "JP-evaluation-care"
        try scenario.act(care, "apply", ["ground": .choice("challenge"), "claims": .claims(["C2"])], documents: 1)
        try scenario.act(care, "giveExpertOpinion", by: Scenario.ministry)
        try scenario.act(care, "publish", by: Scenario.ministry, ["usableUntil": try date("2028-12-31")])
        #expect(scenario.states(of: care).contains("underChallenge"))
        try scenario.act("JP-challenge", "refuseRight", by: Scenario.ministry, Scenario.reason)
        #expect(scenario.states(of: care) == ["careEnded"])
    }
}
