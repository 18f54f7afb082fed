import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@Suite("What surrounds a decision")
struct TrackTests {
    /// A product that holds an approval of `code`, whose tracks can be opened.
    private func holding(_ code: JurisdictionCode, until: String? = nil) throws -> Scenario {
        var scenario = try Scenario(today: "2026-05-11")
        var held = try WorkedExampleTests.approval(code)
        held.validUntil = until.flatMap { PartialDate($0) }
        try scenario.open([.init(jurisdiction: code, route: "national", participation: nil)], held: [held])
        return scenario
    }

    private func authority(_ body: String) -> Actor { Scenario.officer(body) }

    @Test("an approval that was cancelled is not brought back by suspending and reinstating it")
    func cancelled() throws {
        var scenario = try holding("MY")
        try scenario.send(.openTrack("registration", "MY"))
        try scenario.send(.openTrack("registration", "MY"))
        try scenario.act("MY-registration", "cancel", by: authority("MDA"), ["reason": .text("text")])
        #expect(scenario.submission?.approvals.first?.standing == .withdrawn)
        let refusal = #expect(throws: Refusal.self) {
            try scenario.act("MY-registration-2", "suspend", by: authority("MDA"), ["reason": .text("text")])
        }
        #expect(refusal == .approvalEnded("sample/MY", .withdrawn) || refusal?.code == "action.not-now")
        #expect(scenario.submission?.approvals.first?.standing == .withdrawn)
    }

    @Test("a date that a renewal has moved lets nothing lapse, whatever other track still waits for it")
    func renewedElsewhere() throws {
        var scenario = try holding("MY", until: "2027-05-31")
        try scenario.send(.openTrack("registration", "MY"))
        try scenario.send(.openTrack("registration", "MY"))
        try scenario.move(to: "2027-03-01")
        try scenario.act("MY-registration", "fileRenewal", documents: 1)
        let later = try #require(PartialDate("2032-05-31"))
        try scenario.act("MY-registration", "renew", by: authority("MDA"), ["validUntil": .date(later)])
        try scenario.move(to: "2027-06-01")
        try scenario.send(.fireDeadlines, by: .deadline)
        #expect(scenario.submission?.approvals.first?.standing == .inForce)
        #expect(scenario.submission?.approvals.first?.validUntil == later)
    }

    @Test("the fee of a registration that is over has ended by what ended that: nobody waived it")
    func feeEnded() throws {
        let paid: [FieldName: FieldValue] = [
            "fee": .code("retention"), "nextDue": .date(try #require(PartialDate("2027-05-11"))),
        ]
        func fee(_ scenario: Scenario) -> Obligation? {
            scenario.submission?.obligations.last { $0.kind == .retention }
        }
        var scenario = try holding("SG")
        try scenario.send(.openTrack("registration", "SG"))
        try scenario.act("SG-registration", "payRetention", paid)
        #expect(fee(scenario)?.standing == .open)
        try scenario.act("SG-registration", "cancel", by: authority("HSA"), ["reason": .text("text")])
        #expect(fee(scenario)?.standing == .ended && fee(scenario)?.endedBy == "cancel")
        scenario = try holding("SG", until: "2027-05-31")
        try scenario.send(.openTrack("registration", "SG"))
        try scenario.act("SG-registration", "payRetention", paid)
        try scenario.move(to: "2027-06-01")
        try scenario.send(.fireDeadlines, by: .deadline)
        #expect(fee(scenario)?.standing == .ended && fee(scenario)?.endedBy == "validity.ended")
    }

    @Test("the end of an approval's validity lets it lapse on the day after")
    func lapsed() throws {
        var scenario = try holding("MY", until: "2027-05-31")
        try scenario.send(.openTrack("registration", "MY"))
        try scenario.move(to: "2027-05-31")
        try scenario.send(.fireDeadlines, by: .deadline)
        #expect(scenario.submission?.approvals.first?.standing == .inForce)
        try scenario.move(to: "2027-06-01")
        try scenario.send(.fireDeadlines, by: .deadline)
        #expect(scenario.submission?.approvals.first?.standing == .lapsed)
    }

    @Test("the applicant sets an end only where the approval names none")
    func validity() throws {
        var scenario = try holding("MY", until: "2027-05-31")
        try scenario.send(.openTrack("registration", "MY"))
        let far = try #require(PartialDate("2099-01-01"))
        #expect(throws: Refusal.unmet("setValidity", [.approvalWithoutEnd])) {
            try scenario.act("MY-registration", "setValidity", ["validUntil": .date(far)])
        }
    }

    @Test("only a fee that a rule states or an authority asked for can be paid")
    func fees() throws {
        var scenario = try holding("SG")
        try scenario.send(.openTrack("registration", "SG"))
        #expect(throws: Refusal.unknownFee("bogus", known: ["retention"])) {
            try scenario.act("SG-registration", "payFee", ["fee": .code("bogus")])
        }
        let sum = try #require(Money(text: "SGD 12.50"))
        try scenario.act(
            "SG-registration",
            "invoiceFee",
            by: authority("HSA"),
            ["fee": .code("search"), "amount": .money(sum)]
        )
        try scenario.act("SG-registration", "payFee", ["fee": .code("search"), "amount": .money(sum)])
        #expect(scenario.submission?["SG-registration"]?.ledger.map(\.kind) == [.invoiced, .paid])
    }

    @Test("a category of change that nobody confirms waits for an officer; one that the class has not is named")
    func category() throws {
        var scenario = try holding("KR")
        try scenario.send(.openTrack("change", "KR"))
        let minor: [FieldName: FieldValue] = ["category": .code("minor"), "summary": .text("text")]
        try scenario.act("KR-change", "assess", minor)
        #expect(scenario.states(of: "KR-change").contains("categoryUnconfirmed"))
        try scenario.act(
            "KR-change",
            "confirmCategory",
            by: authority("MFDS"),
            ["category": .code("minor"), "reason": .text("text")]
        )
        #expect(scenario.states(of: "KR-change").contains("implementing"))
        let unknown: [FieldName: FieldValue] = ["category": .code("nothing"), "summary": .text("text")]
        let refusal = #expect(throws: Refusal.self) { try scenario.act("KR-change", "assess", unknown) }
        #expect(refusal?.code == "payload.unknown-category")
    }

    @Test("a change is one within a plan only where the plan was authorised; without one an officer confirms it")
    func planned() throws {
        let planned: [FieldName: FieldValue] = ["category": .code("planned"), "summary": .text("text")]
        var scenario = try holding("SG")
        try scenario.send(.openTrack("change", "SG"))
        try scenario.act("SG-change", "assess", planned)
        #expect(scenario.states(of: "SG-change").contains("categoryUnconfirmed"))
        try scenario.send(.openTrack("change-plan", "SG"))
        try scenario.act("SG-change-plan", "submitPlan", documents: 1)
        try scenario.act("SG-change", "assess", planned)
        #expect(scenario.states(of: "SG-change").contains("categoryUnconfirmed"), "a plan that was only submitted")
        try scenario.act("SG-change-plan", "authorisePlan", by: authority("HSA"))
        try scenario.act("SG-change", "assess", planned)
        #expect(scenario.states(of: "SG-change").contains("cleared"))
    }

    @Test("a serious safety notice opens a report in each country of approval, from the day of awareness")
    func safety() throws {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.open(
            [.init(jurisdiction: "JP", route: "two-stage", participation: nil)],
            held: [try WorkedExampleTests.approval("JP"), try WorkedExampleTests.approval("SG")]
        )
        try scenario.send(.openTrack("safety-notice", "JP"))
        let aware = try #require(PartialDate("2026-05-08"))
        try scenario.act(
            "safety-notice",
            "record",
            [
                "kind": .choice("serious"), "summary": .text("text"), "occurredOn": .date(aware),
                "awareOn": .date(aware),
            ]
        )
        try scenario.act("safety-notice", "issue")
        #expect(scenario.submission?["SG-safety-report"]?.deadlines["reportDue"]?.due == CivilDate("2026-05-18"))
        #expect(scenario.submission?["JP-safety-report"] != nil)
        #expect(scenario.submission?.approvals.allSatisfy { $0.notices.map(\.isSerious) == [true] } ?? false)
    }

    @Test("a study that was recorded by mistake is taken back with its event")
    func reversal() throws {
        var scenario = try holding("JP")
        try scenario.send(.openTrack("evidence", "JP"))
        let records = try scenario.act("JP-evidence", "recordStudy", ["study": .code("S-1")])
        let event = try #require(records.first?.number)
        #expect(scenario.submission?.studies.map(\.id) == ["S-1"])
        try scenario.send(.reverse(event: event, reason: "text"))
        #expect(scenario.submission?.studies == [])
    }

    @Test("a study that was stopped does not keep the evidence from being ready")
    func stopped() throws {
        let ready = Study(
            id: "S-1",
            kind: .confirmatoryTrial,
            legalBasis: "L",
            ethicsApproval: "E",
            consentModel: .individual,
            reliability: "R",
            standing: .completed
        )
        #expect(ready.isReady)
        var scenario = try holding("JP")
        try scenario.send(.openTrack("evidence", "JP"))
        try scenario.act("JP-evidence", "recordStudy", ["study": .code("S-2"), "status": .choice("stopped")])
        #expect(throws: Refusal.self) { try scenario.act("JP-evidence", "startCollection") }
    }

    @Test(
        "a country that has no such track says which it has; one the product is not filed or approved in is no target"
    )
    func unknown() throws {
        var scenario = try holding("SG")
        let refusal = #expect(throws: Refusal.self) { try scenario.send(.openTrack("reimbursement", "SG")) }
        #expect(refusal?.code == "track.unknown")
        #expect(throws: Refusal.notATarget("TH", known: ["SG"])) { try scenario.send(.openTrack("registration", "TH")) }
    }
}
