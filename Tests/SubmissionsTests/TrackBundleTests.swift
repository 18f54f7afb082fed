import Regulation
import Scenarios
import Submissions
import Testing

@Suite("Changes of several countries are filed together, and each country decides for itself")
struct TrackBundleTests {
    private let singapore = Scenario.officer("HSA")
    private let thailand = Scenario.officer("ThaiFDA")
    private static let summary: [FieldName: FieldValue] = ["summary": .text("text")]

    private static func held(_ code: JurisdictionCode) -> Approval {
        Approval(
            id: Approval.ID("sample/held-\(code)-1"),
            product: "sample-cad",
            productVersion: "1.0.0",
            jurisdiction: code,
            basis: .full,
            stage: nil,
            claims: ["C1"],
            number: "H-1",
            grantedOn: .year(2025),
            validUntil: nil,
            conditions: [],
            dependsOn: []
        )
    }

    private static let countries: [JurisdictionCode] = ["JP", "SG", "TH"]

    /// The product approved in Japan, Singapore and Thailand.
    private func approved(_ codes: [JurisdictionCode] = countries) throws -> Scenario {
        var scenario = try Scenario()
        try scenario.open(
            codes.map { .init(jurisdiction: $0, route: "national", participation: nil) },
            held: codes.map(Self.held)
        )
        return scenario
    }

    /// With the bundle opened and every category known.
    private func assessed() throws -> Scenario {
        var scenario = try approved()
        try scenario.send(.openBundle("change-hub", Self.countries))
        try scenario.act("JP-change", "propose", ["version": .code("2.0.0")])
        try scenario.act("JP-change", "assess", ["category": .choice("partial-change"), "reason": .text("text")])
        try scenario.act("SG-change", "assess", ["category": .code("review")].merging(Self.summary) { one, _ in one })
        try scenario.act(
            "TH-change",
            "assess",
            ["category": .code("expert-review")].merging(Self.summary) { one, _ in one }
        )
        return scenario
    }

    /// Filed, and under review by all.
    private func reviewed() throws -> Scenario {
        var scenario = try assessed()
        try scenario.act("change-hub", "file", documents: 1)
        try scenario.act("change-hub", "acceptBundle", by: Scenario.pmda)
        try scenario.act("JP-change", "accept", by: Scenario.pmda)
        try scenario.act("SG-change", "accept", by: singapore)
        try scenario.act("TH-change", "accept", by: thailand)
        return scenario
    }

    private func draft(_ standsFor: [QuestionID] = []) -> FieldValue {
        .questions([QuestionDraft(text: "text", heading: nil, scope: nil, standsFor: standsFor)])
    }

    @Test("it is opened as one command: a hub, and a change in each country")
    func opening() throws {
        var scenario = try approved()
        let records = try scenario.send(.openBundle("change-hub", ["JP", "SG", "TH", "SG"]))
        #expect(records.count == 4)
        let submission = try #require(scenario.submission)
        #expect(submission.members(of: "change-hub").map(\.name) == ["JP-change", "SG-change", "TH-change"])
        #expect(submission.isHub("change-hub") && !submission.isHub("JP-change"))
        try scenario.send(.openBundle("change-hub", ["SG", "TH"]))
        #expect(scenario.submission?.members(of: "change-hub-2").map(\.name) == ["SG-change-2", "TH-change-2"])
    }

    @Test("it is not opened for one country, without a hub, nor where no rule lets a change take part")
    func refused() throws {
        var scenario = try approved(Self.countries + ["US"])
        #expect(throws: Refusal.bundleTooSmall("change-hub")) {
            try scenario.send(.openBundle("change-hub", ["JP", "JP"]))
        }
        #expect(throws: Refusal.bundleTooSmall("change-hub")) { try scenario.send(.openTrack("change-hub", "JP")) }
        #expect(throws: Refusal.notBundled("US", in: "change-hub")) {
            try scenario.send(.openBundle("change-hub", ["JP", "US"]))
        }
        #expect(throws: Refusal.self, "no hub") { try scenario.send(.openBundle("change", ["JP", "SG"])) }
        #expect(throws: Refusal.self, "not approved") { try scenario.send(.openBundle("change-hub", ["JP", "MY"])) }
        #expect(scenario.submission?.cases.isEmpty == true)
    }

    @Test("what the hub files, once every category is known, is the filing of every country")
    func filing() throws {
        var scenario = try assessed()
        #expect(throws: Refusal.self, "the hub files for all") { try scenario.act("SG-change", "file", documents: 1) }
        try scenario.act("change-hub", "file", documents: 1)
        #expect(scenario.submission?.filings.count == 1)
        for name in ["change-hub", "JP-change", "SG-change", "TH-change"] as [CaseName] {
            #expect(scenario.submission?[name]?.filings == [1], "\(name)")
        }
        #expect(scenario.states(of: "JP-change") == ["partialFiled"])
        #expect(scenario.states(of: "SG-change") == ["filed"])
    }

    @Test("a country whose category is not known yet is waited for, until it leaves")
    func waiting() throws {
        var scenario = try approved()
        try scenario.send(.openBundle("change-hub", ["SG", "TH"]))
        let category: [FieldName: FieldValue] = ["category": .code("review"), "summary": .text("text")]
        try scenario.act("SG-change", "assess", category)
        let unmet = Refusal.unmet("file", [.everyMember("categoryKnown", .concurrentReview)])
        #expect(throws: unmet) { try scenario.act("change-hub", "file", documents: 1) }
        try scenario.act("TH-change", "leave", by: thailand, Scenario.reason)
        try scenario.act("change-hub", "file", documents: 1)
        #expect(scenario.states(of: "SG-change") == ["filed"])
        #expect(scenario.states(of: "TH-change") == ["assessment"])
    }

    @Test("questions go through the hub: proposed there, issued to all, answered once")
    func questions() throws {
        var scenario = try reviewed()
        try scenario.act("SG-change", "ask", by: singapore, ["questions": draft()])
        try scenario.act("JP-change", "ask", by: Scenario.pmda, ["questions": draft()])
        #expect(scenario.submission?.questions.map(\.status) == [.proposed, .proposed])
        #expect(throws: Refusal.unmet("approve", [.questionsAnswered])) {
            try scenario.act("SG-change", "approve", by: singapore)
        }
        try scenario.act("change-hub", "issueQuestions", by: Scenario.pmda, ["questions": draft(["q-1", "q-2"])])
        #expect(scenario.states(of: "TH-change") == ["asking"])
        let answers: [FieldName: FieldValue] = ["answers": .answers([.init(question: "q-3", text: "text")])]
        #expect(throws: Refusal.self, "it goes through the hub") { try scenario.act("TH-change", "answer", answers) }
        try scenario.act("change-hub", "answer", answers)
        #expect(scenario.submission?.questions.map(\.status) == [.consolidated, .consolidated, .answered])
        #expect(scenario.states(of: "TH-change") == ["reading"] && scenario.states(of: "SG-change") == ["reading"])
        try scenario.act("change-hub", "closeJointReview", by: Scenario.pmda)
        try scenario.act("TH-change", "ask", by: thailand, ["questions": draft()])
        #expect(scenario.states(of: "TH-change") == ["asking"] && scenario.states(of: "SG-change") == ["reading"])
    }

    @Test("each country decides on its day; the hub ends with the last of them")
    func deciding() throws {
        var scenario = try reviewed()
        try scenario.act("SG-change", "approve", by: singapore)
        try scenario.act("change-hub", "closeJointReview", by: Scenario.pmda)
        try scenario.act("TH-change", "refuse", by: thailand, Scenario.reason)
        #expect(scenario.states(of: "change-hub") == ["awaitingMembers"])
        try scenario.act("SG-change", "release", ["version": .code("2.0.0")])
        try scenario.act("JP-change", "withdraw", Scenario.reason)
        #expect(scenario.states(of: "change-hub") == ["bundleClosed"])
    }

    @Test("a country where a notice is enough keeps nobody waiting")
    func notices() throws {
        var scenario = try approved()
        try scenario.send(.openBundle("change-hub", ["JP", "SG"]))
        try scenario.act("JP-change", "propose", ["version": .code("2.0.0")])
        try scenario.act("JP-change", "assess", ["category": .choice("minor-notice"), "reason": .text("text")])
        try scenario.act("SG-change", "assess", ["category": .code("review")].merging(Self.summary) { one, _ in one })
        try scenario.act("change-hub", "file", documents: 1)
        #expect(scenario.submission?["JP-change"]?.filings == [])
        try scenario.act("change-hub", "acceptBundle", by: Scenario.pmda)
        try scenario.act("change-hub", "closeJointReview", by: Scenario.pmda)
        try scenario.act("SG-change", "accept", by: singapore)
        try scenario.act("SG-change", "approve", by: singapore)
        #expect(scenario.states(of: "change-hub") == ["bundleClosed"])
    }

    @Test("who leaves goes on alone, and waits neither for the hub's questions nor for its own proposals")
    func leaving() throws {
        var scenario = try reviewed()
        try scenario.act("TH-change", "ask", by: thailand, ["questions": draft()])
        try scenario.act("change-hub", "issueQuestions", by: Scenario.pmda, ["questions": draft()])
        try scenario.act("TH-change", "leave", Scenario.reason)
        #expect(scenario.states(of: "TH-change") == ["reading"])
        #expect(scenario.submission?.members(of: "change-hub").map(\.name) == ["JP-change", "SG-change"])
        try scenario.act("TH-change", "approve", by: thailand)
        #expect(scenario.submission?.members(of: "change-hub").map(\.name) == ["JP-change", "SG-change"])
        #expect(throws: Refusal.self, "it is in no bundle") {
            try scenario.act("TH-change", "leave", Scenario.reason)
        }
    }

    @Test("one that left answers its own questions while the hub still gathers")
    func answersAlone() throws {
        var scenario = try reviewed()
        try scenario.act("SG-change", "leave", Scenario.reason)
        try scenario.act("SG-change", "ask", by: singapore, ["questions": draft()])
        try scenario.act("SG-change", "answer", ["answers": .answers([.init(question: "q-1", text: "text")])])
        #expect(scenario.states(of: "SG-change") == ["reading"])
    }

    @Test("a bundle that the hub returns is filed by each country for itself")
    func returned() throws {
        var scenario = try assessed()
        try scenario.act("change-hub", "file", documents: 1)
        try scenario.act("change-hub", "returnBundle", by: Scenario.pmda, Scenario.reason)
        #expect(
            scenario.states(of: "JP-change") == ["partialDraft"] && scenario.states(of: "SG-change") == ["filingDue"]
        )
        try scenario.act("SG-change", "file", documents: 1)
        try scenario.act("JP-change", "file", documents: 1)
        #expect(scenario.submission?.filings.map(\.number) == [1, 2, 3])
        try scenario.act("SG-change", "accept", by: singapore)
        try scenario.act("SG-change", "ask", by: singapore, ["questions": draft()])
        #expect(scenario.states(of: "SG-change") == ["asking"])
    }

    @Test("what is withdrawn at the hub is withdrawn everywhere it is not decided yet")
    func withdrawn() throws {
        var scenario = try reviewed()
        try scenario.act("SG-change", "approve", by: singapore)
        try scenario.act("change-hub", "withdraw", Scenario.reason)
        #expect(scenario.states(of: "SG-change") == ["approved"])
        #expect(scenario.states(of: "TH-change") == ["withdrawn"])
        #expect(scenario.states(of: "JP-change") == ["changeWithdrawn"])
    }

    @Test("two bundles of one product keep their questions apart")
    func apart() throws {
        var scenario = try reviewed()
        try scenario.act("SG-change", "ask", by: singapore, ["questions": draft()])
        try scenario.send(.openBundle("change-hub", ["SG", "TH"]))
        let category: [FieldName: FieldValue] = ["category": .code("review"), "summary": .text("text")]
        try scenario.act("SG-change-2", "assess", category)
        try scenario.act("TH-change-2", "assess", ["category": .code("expert-review"), "summary": .text("text")])
        try scenario.act("change-hub-2", "file", documents: 1)
        try scenario.act("change-hub-2", "acceptBundle", by: Scenario.pmda)
        #expect(throws: Refusal.unknownQuestion("q-1", open: [])) {
            try scenario.act("change-hub-2", "issueQuestions", by: Scenario.pmda, ["questions": draft(["q-1"])])
        }
        try scenario.act("change-hub-2", "issueQuestions", by: Scenario.pmda, ["questions": draft()])
        #expect(scenario.states(of: "SG-change") == ["reading"])
        try scenario.act("change-hub-2", "answer", ["answers": .answers([.init(question: "q-2", text: "text")])])
        try scenario.act("change-hub-2", "closeJointReview", by: Scenario.pmda)
        #expect(throws: Refusal.unmet("closeJointReview", [.questionsAnswered])) {
            try scenario.act("change-hub", "closeJointReview", by: Scenario.pmda)
        }
    }

    @Test("a first bundle that goes on has no say in a change that is taken up alone")
    func beside() throws {
        var scenario = try Scenario()
        try scenario.open(Scenario.bundle, held: [Self.held("SG")])
        try scenario.send(.file(revision: "revision", entries: scenario.entries(for: Scenario.bundle), for: []))
        try scenario.act("hub", "acceptBundle", by: Scenario.pmda)
        try scenario.act("hub", "payFee", ["reference": .code("INV-1")])
        try scenario.act("hub", "fanOut", by: Scenario.pmda)
        try scenario.send(.openTrack("change", "SG"))
        try scenario.act("SG-change", "assess", ["category": .code("review"), "summary": .text("text")])
        try scenario.act("SG-change", "file", documents: 1)
        try scenario.act("SG-change", "accept", by: singapore)
        try scenario.act("SG-change", "ask", by: singapore, ["questions": draft()])
        try scenario.act("SG-change", "answer", ["answers": .answers([.init(question: "q-1", text: "text")])])
        #expect(scenario.states(of: "SG-change") == ["reading"])
    }

    @Test("put right, a bundle is taken again as it was opened")
    func putRight() throws {
        var scenario = try reviewed()
        try scenario.act("SG-change", "ask", by: singapore, ["questions": draft()])
        let asked = scenario.history.count
        let event = try #require(scenario.history.last { $0.event.action == "ask" }?.number)
        #expect(event <= asked)
        let before = scenario.submission?.members(of: "change-hub").map(\.name)
        try scenario.send(.reverse(event: event, reason: "reason"), by: singapore)
        #expect(scenario.submission?.members(of: "change-hub").map(\.name) == before)
        #expect(scenario.submission?["TH-change"]?.filings == [1])
        try scenario.act("change-hub", "closeJointReview", by: Scenario.pmda)
    }
}
