import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@Suite("A safety event starts the duty of each market")
struct SafetyTests {
    private func date(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }

    /// A product that is approved in these countries, and filed for another one.
    private func approved(
        _ codes: JurisdictionCode...,
        target: JurisdictionCode = "VN",
        today: String = "2026-11-30"
    ) throws -> Scenario {
        var scenario = try Scenario(today: today)
        let held = try codes.map { try WorkedExampleTests.approval($0) }
        try scenario.open([.init(jurisdiction: target, route: "national", participation: nil)], held: held)
        return scenario
    }

    @discardableResult
    private func record(
        _ kind: String,
        in country: String? = nil,
        aware: String = "2026-11-24",
        _ scenario: inout Scenario,
        at code: JurisdictionCode = "VN"
    ) throws -> [EventRecord] {
        var fields: [FieldName: FieldValue] = ["kind": .choice(kind), "awareOn": .date(try date(aware))]
        if let country { fields["occurredIn"] = .code(country) }
        return try scenario.send(.beginTrack("safety-notice", code, "record", Payload(fields: fields)))
    }

    /// By country the last day of its report; `nil` where it waits without one, absent where there is none.
    private func due(_ scenario: Scenario) -> [JurisdictionCode: CivilDate?] {
        let reports = (scenario.submission?.cases ?? []).filter { $0.route == "safety-report" }
        return Dictionary(uniqueKeysWithValues: reports.map { ($0.jurisdiction, $0.deadlines["reportDue"]?.due) })
    }

    @Test("each country counts by its own rule for the kind of event, from the day of awareness")
    func kinds() throws {
        // AU, JP, KR, SG; nil where the country has no rule for it.
        for (kind, days) in [
            ("death", ["2026-12-04", "2026-12-09", "2026-12-01", "2026-12-04"]),
            ("public-health-threat", ["2026-11-26", "2026-12-09", "2026-12-01", "2026-11-26"]),
            ("serious", ["2026-12-04", "2026-12-09", "2026-12-09", "2026-12-04"]),
            ("recurrence", ["2026-12-24", "2026-12-24", "2026-12-24", "2026-12-24"]),
            ("other", ["2027-01-23", "2026-12-24", "2026-12-24", nil]),
        ] as [(String, [String?])] {
            var scenario = try approved("AU", "JP", "KR", "SG")
            try record(kind, &scenario)
            let codes: [JurisdictionCode] = ["AU", "JP", "KR", "SG"]
            let expected = Dictionary(uniqueKeysWithValues: zip(codes, days.map { $0.flatMap { CivilDate($0) } }))
            #expect(due(scenario) == expected, "\(kind)")
            #expect(scenario.submission?.approvals.allSatisfy { $0.notices.count == 1 } == true)
        }
    }

    @Test("where the event happened decides in countries that tell their own from others")
    func places() throws {
        var abroad = try approved("AU", "CN", "TH", "SG")
        try record("death", in: "SG", &abroad)
        #expect(
            due(abroad) == ["AU": nil, "CN": CivilDate("2026-12-24"), "TH": nil, "SG": CivilDate("2026-12-04")]
        )
        var home = try approved("AU", "CN", "TH", "SG")
        try record("death", in: "CN", &home)
        #expect(due(home)["CN"] == CivilDate("2026-12-01"))
        var unknown = try approved("AU", "CN", "TH", "SG")
        try record("death", &unknown)
        #expect(due(unknown)["CN"] == CivilDate("2026-12-01"), "the shortest time, as long as nobody says where")
        var words = try approved("CN")
        try record("death", in: "Singapore", &words)
        #expect(due(words)["CN"] == CivilDate("2026-12-01"), "what names no country excludes no rule")
    }

    @Test(
        "a country without rules is owed a report without a day, which is made, or found not to be needed, with a reason"
    )
    func withoutRules() throws {
        var scenario = try approved("CH", "BR", "SG")
        try record("serious", &scenario)
        let owed = try #require(scenario.submission?.obligations)
        #expect(owed.map(\.jurisdiction) == ["CH", "BR"] && owed.map(\.due) == [nil, nil])
        #expect(owed.allSatisfy { $0.kind == .report && $0.name == "safety-notice" && $0.standing == .open })
        try scenario.act("safety-notice", "meetCommitment", ["obligation": .code("o-1")], documents: 1)
        try scenario.act("safety-notice", "waiveReport", ["obligation": .code("o-2"), "reason": .text("text")])
        #expect(scenario.submission?.obligations.map(\.standing) == [.met, .waived])
    }

    @Test("the notice belongs to the product: it names no country, is counted over all, and needs no Japan")
    func ofProduct() throws {
        var scenario = try approved("SG", target: "VN")
        try record("serious", &scenario)
        try record("other", &scenario, at: "SG")
        let notices = scenario.submission?.cases.filter { $0.route == "safety-notice" } ?? []
        #expect(notices.map(\.name) == ["safety-notice", "safety-notice-2"])
        #expect(notices.map(\.jurisdiction) == ["VN", "SG"])
        #expect(scenario.submission?["SG-safety-report-2"] != nil)
    }

    @Test("approvals of other submissions count, suspended ones too, and withdrawn or ended ones do not")
    func markets() throws {
        var scenario = try approved("SG")
        var others = try ["MY", "KR", "AU"].map { try WorkedExampleTests.approval($0) }
        others[0].standing = .suspended
        others[1].standing = .withdrawn
        others[2].validUntil = try date("2026-11-29")
        scenario.register = others
        try record("serious", &scenario)
        #expect(Set(due(scenario).keys) == ["SG", "MY"])
    }

    @Test("a corrected kind or day moves every report, and what was recorded by mistake is taken back whole")
    func corrections() throws {
        var scenario = try approved("SG", "US", "JP")
        let events = try record("serious", &scenario)
        let act = try #require(
            events.first { $0.event.subject == "safety-notice" && $0.event.action == "record" }?.number
        )
        #expect(
            due(scenario) == [
                "SG": CivilDate("2026-12-04"), "JP": CivilDate("2026-12-09"), "US": CivilDate("2026-12-24"),
            ]
        )
        let aware: [FieldName: FieldValue] = ["awareOn": .date(try date("2026-11-20"))]
        try scenario.send(.correct(event: act, fields: aware, date: nil, reason: "reason"))
        #expect(
            due(scenario) == [
                "SG": CivilDate("2026-11-30"), "JP": CivilDate("2026-12-05"), "US": CivilDate("2026-12-20"),
            ]
        )
        let kind: [FieldName: FieldValue] = ["kind": .choice("recurrence")]
        try scenario.send(.correct(event: act, fields: kind, date: nil, reason: "reason"))
        #expect(
            due(scenario) == [
                "SG": CivilDate("2026-12-20"), "JP": CivilDate("2026-12-20"), "US": CivilDate("2026-12-20"),
            ]
        )
        #expect(scenario.submission?.approvals.first?.notices.map(\.isSerious) == [false])
        try scenario.send(.reverse(event: act, reason: "reason"))
        #expect(due(scenario).isEmpty)
        #expect(scenario.submission?.obligations == [])
        #expect(scenario.states(of: "safety-notice") == ["drafting"])
    }

    @Test("a graver kind is reported anew from the day on which it was known, a lesser one is not")
    func reassessed() throws {
        var scenario = try approved("SG")
        try record("recurrence", &scenario)
        try scenario.move(to: "2026-12-10")
        var fields: [FieldName: FieldValue] = ["kind": .choice("death"), "reason": .text("text")]
        fields["awareOn"] = .date(try date("2026-12-09"))
        try scenario.act("safety-notice", "reassess", fields)
        #expect(scenario.submission?["SG-safety-report-2"]?.deadlines["reportDue"]?.due == CivilDate("2026-12-19"))
        fields["kind"] = .choice("other")
        try scenario.act("safety-notice", "reassess", fields)
        #expect(scenario.submission?["SG-safety-report-3"] == nil)
    }

    @Test("one country may take the event as another kind, or need no report")
    func ownKind() throws {
        var scenario = try approved("SG", "MY")
        try record("serious", &scenario)
        let fields: [FieldName: FieldValue] = ["kind": .choice("public-health-threat"), "reason": .text("text")]
        try scenario.act("SG-safety-report", "setKind", fields)
        #expect(due(scenario) == ["SG": CivilDate("2026-11-26"), "MY": CivilDate("2026-12-04")])
        try scenario.act("MY-safety-report", "waiveReport", ["reason": .text("text")])
        #expect(scenario.submission?["MY-safety-report"]?.isOver == true)
        try scenario.act("SG-safety-report", "report", documents: 1)
        #expect(scenario.states(of: "SG-safety-report") == ["reported"])
    }

    @Test("a record put right keeps the markets that others held then, also where the submission has a case itself")
    func othersMarkets() throws {
        var scenario = try approved("MY", target: "SG")
        try scenario.send(
            .file(
                revision: "revision",
                entries: scenario.entries(for: scenario.submission?.opened.targets ?? []),
                for: []
            )
        )
        scenario.register = [try WorkedExampleTests.approval("SG")]
        let events = try record("serious", &scenario, at: "SG")
        #expect(Set(due(scenario).keys) == ["MY", "SG"])
        let act = try #require(events.first { $0.event.action == "record" }?.number)
        // The other submission's certificate is taken back later: then it was held.
        scenario.register = []
        let aware: [FieldName: FieldValue] = ["awareOn": .date(try date("2026-11-20"))]
        try scenario.send(.correct(event: act, fields: aware, date: nil, reason: "reason"))
        #expect(due(scenario) == ["MY": CivilDate("2026-11-30"), "SG": CivilDate("2026-11-30")])
    }
}
