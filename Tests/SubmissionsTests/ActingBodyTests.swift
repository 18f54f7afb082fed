import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@Suite("A track goes to the body that it names")
struct ActingBodyTests {
    private func holding(_ codes: JurisdictionCode...) throws -> Scenario {
        var scenario = try Scenario(today: "2026-11-30")
        let held = try codes.map { try WorkedExampleTests.approval($0) }
        try scenario.open([.init(jurisdiction: "VN", route: "national", participation: nil)], held: held)
        return scenario
    }

    @Test(
        "an incident is the authority's, who did not certify",
        arguments: [("EU", "NCA", "NB"), ("GB", "MHRA", "AB")] as [(JurisdictionCode, String, String)]
    )
    func incidents(_ code: JurisdictionCode, _ authority: String, _ certifier: String) throws {
        var scenario = try holding(code)
        let aware = FieldValue.date(try #require(PartialDate("2026-11-28")))
        try scenario.send(
            .beginTrack(
                "safety-notice",
                "VN",
                "record",
                Payload(fields: ["kind": .choice("death"), "awareOn": aware])
            )
        )
        let name = try #require(scenario.submission?.cases.first { $0.route == "safety-report" }?.name)
        try scenario.act(name, "report", documents: 1)
        #expect(throws: Refusal.wrongBody(BodyID(certifier), expected: [BodyID(authority)])) {
            try scenario.act(name, "close", by: Scenario.officer(certifier))
        }
        // What the authority orders is its own too, and no certifier's.
        let measure: [FieldName: FieldValue] = [
            "measure": .text("text"), "due": .date(try #require(PartialDate("2027-01-31"))),
        ]
        #expect(throws: Refusal.wrongBody(BodyID(certifier), expected: [BodyID(authority)])) {
            try scenario.act(name, "orderMeasure", by: Scenario.officer(certifier), measure)
        }
        try scenario.act(name, "orderMeasure", by: Scenario.officer(authority), measure)
        let subject = try #require(scenario.submission?[name])
        #expect(scenario.bound(subject)?.rules.body(that: .reviews)?.id == BodyID(authority))
    }

    @Test(
        "a change of what was certified is the certifier's",
        arguments: [("EU", "NB", "NCA"), ("GB", "AB", "MHRA")] as [(JurisdictionCode, String, String)]
    )
    func changes(_ code: JurisdictionCode, _ certifier: String, _ authority: String) throws {
        var scenario = try holding(code)
        try scenario.send(.openTrack("change", code))
        let name = try #require(scenario.submission?.cases.first { $0.route == "change" }?.name)
        let subject = try #require(scenario.submission?[name])
        let rules = try #require(scenario.bound(subject)?.rules)
        for function in [Body.Function.reviews, .decides] {
            #expect(rules.bodies.filter { $0.functions.contains(function) }.map(\.id) == [BodyID(certifier)])
        }
        #expect(rules.body(BodyID(authority)) == nil)
        #expect(rules.boundRoute?.bodies == nil)
    }

    @Test("in Korea one body certifies and takes notifications, the other approves")
    func korea() throws {
        let korea = try #require(Scenario(today: "2026-11-30").jurisdiction("KR"))
        let day = try #require(CivilDate("2026-11-30"))
        func deciding(_ route: RouteName) -> [BodyID]? {
            korea.bound(to: route, on: day, for: "2")?.bodies.filter { $0.functions.contains(.decides) }.map(\.id)
        }
        #expect(deciding("national") == ["MFDS"])
        #expect(deciding("certification") == ["NIDS"] && deciding("notification") == ["NIDS"])
        #expect(deciding("registration") == ["MFDS", "NIDS"])
    }
}
