import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@Suite("A text for publication says no more than the approval and the rules allow")
struct PublicationTests {
    private static let professional = TraitStatement(
        trait: "intended-user",
        jurisdiction: nil,
        answer: "professional"
    )
    private static let lay = TraitStatement(trait: "intended-user", jurisdiction: nil, answer: "lay")

    /// A product that holds an approval of `code` for C1, whose text is being written.
    private func holding(
        _ code: JurisdictionCode,
        stage: Int? = nil,
        _ traits: [TraitStatement] = [],
        today: String = "2026-05-11"
    ) throws -> Scenario {
        var scenario = try Scenario(today: today)
        var held = try WorkedExampleTests.approval(code)
        held.claims = ["C1"]
        held.stage = stage
        try scenario.open(
            [.init(jurisdiction: code, route: "national", participation: nil)],
            held: [held],
            traits: traits
        )
        try scenario.send(.openTrack("publication", code))
        return scenario
    }

    private func text(_ claims: [ClaimID], for audience: String) -> [FieldName: FieldValue] {
        ["channel": .choice("web-page"), "audience": .choice(audience), "claims": .claims(claims)]
    }

    private func text(_ scenario: Scenario, of name: CaseName) -> String {
        scenario.states(of: name).first { $0 != "permitNone" && $0 != "permitHeld" } ?? ""
    }

    @Test("what an approval covers and a rule allows is released; what it does not cover is refused by name")
    func released() throws {
        var scenario = try holding("JP")
        let name: CaseName = "JP-publication"
        try scenario.act(name, "submitText", text(["C1", "C2"], for: "professionals"), documents: 1)
        #expect(text(scenario, of: name) == "textForbidden")
        let refusal = #expect(throws: Refusal.self) { try scenario.act(name, "releaseText") }
        guard case .notToBeTold("releaseText", let telling)? = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(telling.uncovered == ["C2"] && telling.answer == .forbidden && refusal?.code == "text.not-allowed")
        try scenario.act(name, "submitText", text(["C1"], for: "professionals"), documents: 1)
        try scenario.act(name, "releaseText")
        #expect(text(scenario, of: name) == "textOut")
        let subject = try #require(scenario.submission?[name])
        let procedure = try #require(scenario.bound(subject)?.procedure)
        #expect(subject.text(by: procedure)?.isReleased == true && subject.text(by: procedure)?.channel == "web-page")
        #expect(scenario.submission == Submission.replaying(scenario.history))
    }

    @Test("what only professionals use is not told the public, and a rule that is not confirmed leaves it in doubt")
    func audience() throws {
        let name: CaseName = "JP-publication"
        var scenario = try holding("JP", [Self.professional])
        try scenario.act(name, "submitText", text(["C1"], for: "public"), documents: 1)
        #expect(text(scenario, of: name) == "textForbidden")
        // What the public may be told of a first stage no source says.
        scenario = try holding("JP", stage: 1, [Self.lay])
        try scenario.act(name, "submitText", text(["C1"], for: "public"), documents: 1)
        #expect(text(scenario, of: name) == "textInDoubt")
        #expect(throws: Refusal.self) { try scenario.act(name, "releaseText") }
        try scenario.act(name, "releaseInDoubt", Scenario.reason)
        #expect(text(scenario, of: name) == "textOut")
        // A question that is not answered leaves it open too.
        scenario = try holding("JP")
        try scenario.act(name, "submitText", text(["C1"], for: "public"), documents: 1)
        #expect(text(scenario, of: name) == "textInDoubt")
    }

    @Test("where the authority permits each text, it is out with the permit only, and for as long as that lasts")
    func permitted() throws {
        var scenario = try holding("TW")
        let (name, authority): (CaseName, Actor) = ("TW-publication", Scenario.officer("TFDA"))
        try scenario.act(name, "submitText", text(["C1"], for: "public"), documents: 1)
        #expect(text(scenario, of: name) == "textForPermit")
        #expect(throws: Refusal.self) { try scenario.act(name, "releaseText") }
        try scenario.act(name, "applyPermit", documents: 1)
        try scenario.act(name, "permitText", by: authority, ["permitNumber": .code("AD-1")])
        #expect(scenario.states(of: name) == ["textPermitted", "permitHeld"])
        try scenario.act(name, "releaseText")
        #expect(scenario.states(of: name) == ["textOut", "permitHeld"])
        // Article 43: three years from its issue.
        #expect(scenario.submission?[name]?.deadlines["permitHeld"]?.due == CivilDate("2029-05-11"))
        let day = try #require(PartialDate("2027-01-31"))
        let dated: [FieldName: FieldValue] = ["permitNumber": .code("AD-2"), "permitUntil": .date(day)]
        try scenario.act(name, "permitText", by: authority, dated)
        #expect(scenario.submission?[name]?.deadlines["permitHeld"]?.due == CivilDate("2027-01-31"))
        try scenario.move(to: "2027-02-01")
        try scenario.send(.fireDeadlines, by: .deadline)
        #expect(scenario.states(of: name) == ["textToWithdraw", "permitNone"])
        try scenario.act(name, "permitText", by: authority, ["permitNumber": .code("AD-3")])
        #expect(scenario.states(of: name) == ["textOut", "permitHeld"])
        try scenario.act(name, "endPermit", by: authority, Scenario.reason)
        #expect(text(scenario, of: name) == "textToWithdraw")
        try scenario.act(name, "withdrawText", Scenario.reason)
        #expect(scenario.submission?[name]?.isOver == true)
    }

    @Test("a permit is recorded only where one is asked for, and it was for the text as it was handed in")
    func needless() throws {
        var scenario = try holding("SG")
        let (name, authority): (CaseName, Actor) = ("SG-publication", Scenario.officer("HSA"))
        try scenario.act(name, "submitText", text(["C1"], for: "professionals"), documents: 1)
        #expect(throws: Refusal.self) {
            try scenario.act(name, "permitText", by: authority, ["permitNumber": .code("AD-1")])
        }
        scenario = try holding("MY")
        try scenario.act("MY-publication", "submitText", text(["C1"], for: "public"), documents: 1)
        let permit: [FieldName: FieldValue] = ["permitNumber": .code("AD-1")]
        try scenario.act("MY-publication", "permitText", by: Scenario.officer("MDA"), permit)
        #expect(scenario.states(of: "MY-publication") == ["textPermitted", "permitHeld"])
        try scenario.act("MY-publication", "submitText", text(["C1"], for: "public"), documents: 1)
        #expect(scenario.states(of: "MY-publication") == ["textForPermit", "permitNone"])
    }

    @Test("when the approval shrinks, a text that is out must go, and may stay once the approval is in force again")
    func shrunk() throws {
        var scenario = try holding("SG")
        let (name, authority): (CaseName, Actor) = ("SG-publication", Scenario.officer("HSA"))
        try scenario.send(.openTrack("registration", "SG"))
        try scenario.act(name, "submitText", text(["C1"], for: "professionals"), documents: 1)
        try scenario.act(name, "releaseText")
        try scenario.act("SG-registration", "suspend", by: authority, Scenario.reason)
        #expect(text(scenario, of: name) == "textToWithdraw")
        #expect(scenario.submission?[name]?.variables["excessiveSince"] == "2026-05-11")
        try scenario.act("SG-registration", "reinstate", by: authority, Scenario.reason)
        #expect(text(scenario, of: name) == "textOut")
        try scenario.act("SG-registration", "cancel", by: authority, Scenario.reason)
        #expect(text(scenario, of: name) == "textToWithdraw")
        try scenario.act(name, "withdrawText", Scenario.reason)
        #expect(scenario.states(of: name) == ["textWithdrawn"])
        #expect(scenario.submission == Submission.replaying(scenario.history))
    }

    @Test("an approval that another submission of the product holds counts, and so does its end")
    func elsewhere() throws {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.open([.init(jurisdiction: "SG", route: "national", participation: nil)])
        try scenario.send(.openTrack("publication", "SG"))
        let name: CaseName = "SG-publication"
        try scenario.act(name, "submitText", text(["C1"], for: "professionals"), documents: 1)
        #expect(text(scenario, of: name) == "textForbidden")
        var held = try WorkedExampleTests.approval("SG")
        held.claims = ["C1"]
        scenario.register = [held]
        try scenario.send(.reconsider([]), by: .dependency)
        #expect(text(scenario, of: name) == "textAllowed")
        try scenario.act(name, "releaseText")
        held.standing = .lapsed
        scenario.register = [held]
        try scenario.send(.reconsider([]), by: .dependency)
        #expect(text(scenario, of: name) == "textToWithdraw")
    }
}
