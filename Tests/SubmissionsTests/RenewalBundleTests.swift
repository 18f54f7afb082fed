import Regulation
import Scenarios
import Submissions
import Testing

@Suite("Registrations that run join a bundle of renewals, and each country decides for itself")
struct RenewalBundleTests {
    private let malaysia = Scenario.officer("MDA")
    private let thailand = Scenario.officer("ThaiFDA")
    private let taiwan = Scenario.officer("TFDA")
    private static let ends: [JurisdictionCode: String] = ["MY": "2027-02-28", "TH": "2026-12-31", "TW": "2027-01-31"]

    private static func held(_ code: JurisdictionCode, until end: String) -> Approval {
        Approval(
            id: Approval.ID("sample/held-\(code)-1"),
            product: "sample-cad",
            productVersion: "1.0.0",
            jurisdiction: code,
            basis: .full,
            stage: nil,
            claims: ["C1"],
            number: "H-1",
            grantedOn: .year(2022),
            validUntil: PartialDate(end),
            conditions: [],
            dependsOn: []
        )
    }

    /// The product registered in Malaysia, Thailand and Taiwan; the window of Taiwan opens on 31 July 2026.
    private func registered(
        _ codes: [JurisdictionCode] = ["MY", "TH", "TW"],
        until ends: [JurisdictionCode: String] = ends
    ) throws -> Scenario {
        var scenario = try Scenario()
        try scenario.open(
            codes.map { .init(jurisdiction: $0, route: "national", participation: nil) },
            held: codes.map { Self.held($0, until: ends[$0] ?? "2027-01-31") }
        )
        for code in codes { try scenario.send(.openTrack("registration", code)) }
        return scenario
    }

    /// All three joined, and filed once the last window is open.
    private func filed() throws -> Scenario {
        var scenario = try registered()
        try scenario.send(.openBundle("renewal-hub", ["MY", "TH", "TW"]))
        try scenario.move(to: "2026-08-03")
        try scenario.send(.fireDeadlines)
        try scenario.act("renewal-hub", "file", documents: 1)
        try scenario.act("renewal-hub", "acceptBundle", by: Scenario.pmda)
        return scenario
    }

    private func draft(_ standsFor: [QuestionID] = []) -> FieldValue {
        .questions([QuestionDraft(text: "text", heading: nil, scope: nil, standsFor: standsFor)])
    }

    private static func until(_ date: String) -> [FieldName: FieldValue] {
        PartialDate(date).map { ["validUntil": .date($0)] } ?? [:]
    }

    @Test("the hub is opened, and the registrations that run join it as the same command")
    func opened() throws {
        var scenario = try registered()
        let records = try scenario.send(.openBundle("renewal-hub", ["MY", "TH", "TW"]))
        #expect(
            records.map(\.event.subject) == ["renewal-hub", "MY-registration", "TH-registration", "TW-registration"]
        )
        #expect(records.dropFirst().allSatisfy { $0.event.action == "join" })
        let submission = try #require(scenario.submission)
        #expect(submission.members(of: "renewal-hub").map(\.jurisdiction) == ["MY", "TH", "TW"])
        #expect(submission["TH-registration"]?.participation == .concurrentReview)
        #expect(submission.isHub("renewal-hub"))
        #expect(try scenario.divergences() == [])
    }

    @Test("what cannot join is refused with the country and the reason, and nothing is opened")
    func refused() throws {
        var scenario = try registered(["MY", "TH"], until: ["MY": "2029-02-28", "TH": "2026-12-31"])
        let far: [Guard] = [.bundleAhead("renewalOpens"), .bundleAhead("validUntil")]
        #expect(throws: Refusal.member("MY-registration", .unmet("join", far))) {
            try scenario.send(.openBundle("renewal-hub", ["MY", "TH"]))
        }
        #expect(scenario.submission?["renewal-hub"] == nil)
        #expect(throws: Refusal.notBundled("JP", in: "renewal-hub"), "no term, so no renewal") {
            try scenario.send(.openBundle("renewal-hub", ["JP", "TH"]))
        }
        #expect(throws: Refusal.nothingJoins("TW", "registration")) {
            try scenario.send(.openBundle("renewal-hub", ["TW", "TH"]))
        }
        #expect(throws: Refusal.unmet("join", [.bundleOpen])) {
            try scenario.act("TH-registration", "join", ["hub": .code("renewal-hub")])
        }
    }

    @Test("nothing is filed before the last window opens, and then once for all")
    func filedOnce() throws {
        var scenario = try registered()
        try scenario.send(.openBundle("renewal-hub", ["MY", "TH", "TW"]))
        let early = Refusal.unmet("file", [.everyMember("windowReached", .concurrentReview)])
        #expect(throws: early) { try scenario.act("renewal-hub", "file", documents: 1) }
        #expect(throws: Refusal.self, "the hub files for it") {
            try scenario.act("TH-registration", "fileRenewal", documents: 1)
        }
        try scenario.move(to: "2026-08-03")
        try scenario.send(.fireDeadlines)
        try scenario.act("renewal-hub", "file", documents: 1)
        for name in ["MY-registration", "TH-registration", "TW-registration"] as [CaseName] {
            #expect(scenario.submission?[name]?.filings == [1])
            #expect(scenario.states(of: name).contains("renewalReading"))
        }
    }

    @Test("questions go through the hub, each country decides on its own day, and the registrations go on")
    func lived() throws {
        var scenario = try filed()
        try scenario.act("MY-registration", "ask", by: malaysia, ["questions": draft()])
        #expect(scenario.submission?.questions.map(\.status) == [.proposed])
        #expect(throws: Refusal.self, "its question waits for the list") {
            try scenario.act("MY-registration", "renew", by: malaysia, Self.until("2032-02-28"))
        }
        try scenario.act("renewal-hub", "issueQuestions", by: Scenario.pmda, ["questions": draft(["q-1"])])
        #expect(scenario.states(of: "TW-registration").contains("renewalAsking"))
        try scenario.act("renewal-hub", "answer", ["answers": .answers([.init(question: "q-2", text: "text")])])
        try scenario.act("renewal-hub", "closeJointReview", by: Scenario.pmda)
        try scenario.act("TH-registration", "leave", by: thailand, Scenario.reason)
        try scenario.act("MY-registration", "renew", by: malaysia, Self.until("2032-02-28"))
        #expect(scenario.states(of: "renewal-hub") == ["awaitingMembers"])
        try scenario.move(to: "2026-09-01")
        try scenario.act("TW-registration", "refuseRenewal", by: taiwan, Scenario.reason)
        #expect(scenario.states(of: "renewal-hub") == ["bundleClosed"])
        try scenario.act("TH-registration", "renew", by: thailand, Self.until("2031-12-31"))
        let submission = try #require(scenario.submission)
        #expect(submission.members(of: "renewal-hub").isEmpty && submission.isHub("renewal-hub"))
        #expect(scenario.states(of: "MY-registration").contains("registered"))
        // Filed again, each for itself.
        try scenario.act("TW-registration", "fileRenewal", documents: 1)
        try scenario.act("TW-registration", "ask", by: taiwan, ["questions": draft()])
        #expect(scenario.states(of: "TW-registration").contains("renewalAsking"))
        #expect(try scenario.divergences() == [])
    }

    @Test("years later the same registrations join another bundle")
    func again() throws {
        var scenario = try filed()
        try scenario.act("renewal-hub", "closeJointReview", by: Scenario.pmda)
        try scenario.act("MY-registration", "renew", by: malaysia, Self.until("2032-02-28"))
        try scenario.act("TH-registration", "renew", by: thailand, Self.until("2031-12-31"))
        try scenario.act("TW-registration", "renew", by: taiwan, Self.until("2032-01-31"))
        #expect(scenario.states(of: "renewal-hub") == ["bundleClosed"])
        try scenario.move(to: "2031-09-01")
        try scenario.send(.fireDeadlines)
        try scenario.send(.openBundle("renewal-hub", ["MY", "TH"]))
        try scenario.act("TW-registration", "join", ["hub": .code("renewal-hub-2")])
        #expect(scenario.submission?.members(of: "renewal-hub-2").count == 3)
        #expect(scenario.submission?.members(of: "renewal-hub").isEmpty ?? false)
        try scenario.act("renewal-hub-2", "file", documents: 1)
        #expect(scenario.submission?["TW-registration"]?.filings == [1, 2])
        try scenario.act("renewal-hub-2", "acceptBundle", by: Scenario.pmda)
        try scenario.act("renewal-hub-2", "closeJointReview", by: Scenario.pmda)
        #expect(scenario.states(of: "renewal-hub-2") == ["awaitingMembers"], "old decisions are no decisions here")
        #expect(try scenario.divergences() == [])
    }

    @Test("a country joins later as long as the hub has filed nothing, and may leave and come back")
    func later() throws {
        var scenario = try registered()
        try scenario.send(.openBundle("renewal-hub", ["MY", "TH"]))
        try scenario.act("TH-registration", "leave", Scenario.reason)
        #expect(scenario.submission?.members(of: "renewal-hub").map(\.jurisdiction) == ["MY"])
        try scenario.act("TH-registration", "join", ["hub": .code("renewal-hub")])
        #expect(scenario.submission?.members(of: "renewal-hub").map(\.jurisdiction) == ["MY", "TH"])
        #expect(throws: Refusal.unmet("join", [.bundleOpen]), "it takes part already") {
            try scenario.act("TH-registration", "join", ["hub": .code("renewal-hub")])
        }
        #expect(throws: Refusal.noBundleToJoin("change-hub", open: ["renewal-hub"])) {
            try scenario.act("TW-registration", "join", ["hub": .code("change-hub")])
        }
        try scenario.act("renewal-hub", "file", documents: 1)
        #expect(throws: Refusal.unmet("join", [.bundleOpen]), "the hub has filed") {
            try scenario.act("TW-registration", "join", ["hub": .code("renewal-hub")])
        }
    }

    @Test("what the hub gets back is filed by each country for itself")
    func returned() throws {
        var scenario = try registered(["MY", "TH"])
        try scenario.send(.openBundle("renewal-hub", ["MY", "TH"]))
        try scenario.act("renewal-hub", "file", documents: 1)
        try scenario.act("renewal-hub", "returnBundle", by: Scenario.pmda, Scenario.reason)
        #expect(scenario.states(of: "TH-registration").contains("notRenewed"))
        try scenario.act("TH-registration", "fileRenewal", documents: 1)
        #expect(scenario.submission?["TH-registration"]?.filings == [1, 2])
    }

    @Test("one who withdraws its own renewal is waited for no more, nor one whose registration ends")
    func ended() throws {
        var scenario = try registered()
        try scenario.send(.openBundle("renewal-hub", ["MY", "TH", "TW"]))
        try scenario.act("TW-registration", "surrender", Scenario.reason)
        try scenario.act("renewal-hub", "file", documents: 1)
        try scenario.act("renewal-hub", "acceptBundle", by: Scenario.pmda)
        try scenario.act("renewal-hub", "closeJointReview", by: Scenario.pmda)
        try scenario.act("TH-registration", "withdrawRenewal", Scenario.reason)
        try scenario.act("MY-registration", "renew", by: malaysia, Self.until("2032-02-28"))
        #expect(scenario.states(of: "renewal-hub") == ["bundleClosed"])
    }

    @Test("joining is taken back like any other act")
    func takenBack() throws {
        var scenario = try registered()
        try scenario.send(.openBundle("renewal-hub", ["MY", "TH"]))
        let joined = try scenario.act("TW-registration", "join", ["hub": .code("renewal-hub")])
        let event = try #require(joined.first?.number)
        try scenario.send(.reverse(event: event, reason: "reason"))
        #expect(scenario.submission?["TW-registration"]?.bundle == nil)
        #expect(scenario.submission?.members(of: "renewal-hub").map(\.jurisdiction) == ["MY", "TH"])
        #expect(Submission.replaying(scenario.history) == scenario.submission)
        #expect(try scenario.divergences() == [])
    }

    @Test("a change that was taken up alone joins a bundle of changes, with its category")
    func changes() throws {
        var scenario = try registered()
        try scenario.send(.openTrack("change", "MY"))
        try scenario.act("MY-change", "assess", ["category": .code("category-2"), "summary": .text("text")])
        try scenario.send(.openBundle("change-hub", ["TH", "TW"]))
        try scenario.act("MY-change", "join", ["hub": .code("change-hub")])
        try scenario.act("TH-change", "assess", ["category": .code("expert-review"), "summary": .text("text")])
        try scenario.act("TW-change", "assess", ["category": .code("indication"), "summary": .text("text")])
        try scenario.act("change-hub", "file", documents: 1)
        #expect(scenario.submission?.cases.filter { $0.route == "change" }.map(\.filings) == [[1], [1], [1]])
        #expect(throws: Refusal.self, "it is under review") {
            try scenario.act("MY-change", "join", ["hub": .code("change-hub")])
        }
    }

    @Test("one that left answers its own questions while the hub still gathers")
    func answersAlone() throws {
        var scenario = try filed()
        try scenario.act("TH-registration", "leave", Scenario.reason)
        try scenario.act("TH-registration", "ask", by: thailand, ["questions": draft()])
        try scenario.act(
            "TH-registration",
            "answer",
            ["answers": .answers([.init(question: "q-1", text: "text")])],
            documents: 0
        )
        #expect(scenario.states(of: "TH-registration").contains("renewalReading"))
    }
}
