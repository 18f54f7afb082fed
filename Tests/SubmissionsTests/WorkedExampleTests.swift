import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

/// Rules of single countries as their sources state them, each run through the procedure with the shipped configuration.
@Suite("Worked examples of single countries")
struct WorkedExampleTests {
    static func approval(
        _ code: JurisdictionCode,
        granted: String = "2024-01-15",
        basis: ApprovalBasis = .full,
        restsOn: [Approval.ID] = []
    ) throws -> Approval {
        Approval(
            id: Approval.ID("sample/\(code)"),
            product: "sample-cad",
            productVersion: "1.0.0",
            jurisdiction: code,
            basis: basis,
            stage: nil,
            claims: ["C1", "C2"],
            number: "\(code)-1",
            grantedOn: try #require(PartialDate(granted)),
            validUntil: nil,
            conditions: [],
            dependsOn: restsOn.map { .init(approval: $0, revision: 1) }
        )
    }

    static let question: [FieldName: FieldValue] = [
        "questions": .questions([QuestionDraft(text: "text", heading: nil, scope: nil, standsFor: [])])
    ]

    /// HSA, fees and turnaround times: class C abridged 160 working days, the applicant's time left out; the holidays are
    /// those of the Ministry of Manpower.
    ///
    /// From acceptance on 2 November 2026 the 160 working days would end on 24 June 2027. The questions of 11 January are
    /// answered on 25 February, after Chinese New Year: 32 working days are the applicant's.
    @Test("Singapore: class C abridged takes 160 working days across Chinese New Year, without the applicant's time")
    func singapore() throws {
        var scenario = try Scenario(today: "2026-10-26")
        try scenario.file(
            [.init(jurisdiction: "SG", route: "reliance", participation: nil)],
            classes: ["SG": "C"],
            held: [try Self.approval("JP")]
        )
        let officer = Scenario.officer("HSA")
        // That this route asks for the same intended use is read from another one, so the authority says that it accepts.
        try scenario.act("SG", "acceptReference", by: officer, ["reason": .text("text")])
        try scenario.act("SG", "file", ["sameness": .flag(true)], documents: 1)
        try scenario.move(to: "2026-11-02")
        try scenario.act("SG", "accept", by: officer)
        let calendar = try #require(scenario.calendar("SG"))
        func reading(_ day: String) throws -> ClockReading {
            let clock = try #require(scenario.submission?["SG"]?.clocks["review"])
            return clock.ledger.reading(on: try #require(CivilDate(day)), calendar: calendar)
        }
        #expect(try reading("2026-11-02").limit == 160)
        #expect(try reading("2026-11-02").due?.description == "2027-06-24")
        try scenario.move(to: "2027-01-11")
        try scenario.act("SG", "ask", by: officer, Self.question)
        #expect(try reading("2027-02-10").due == nil, "while the applicant has the questions nothing falls due")
        try scenario.move(to: "2027-02-25")
        try scenario.act("SG", "answer", ["answers": .answers([.init(question: "q-1", text: "text")])])
        #expect(try reading("2027-02-25").applicantHeld == AmountBounds(exactly: Amount(whole: 32)))
        #expect(try reading("2027-02-25").due?.description == "2027-08-10")
    }

    /// Chuikyo 579th meeting, 17 January 2024: B3, C1 and R are decided within 4 months, C2 within 5, counted from the
    /// first day of the month after filing; that day counts itself, so the time ends with a month (Civil Code, 140 and 143).
    @Test("Japan: coverage in category C1 is decided within 4 months from the first of the month after filing")
    func japan() throws {
        for (category, due) in [("C1", "2026-09-30"), ("C2", "2026-10-31")] {
            var scenario = try Scenario(today: "2026-05-12")
            try scenario.open(
                [.init(jurisdiction: "JP", route: "two-stage", participation: nil)],
                held: [try Self.approval("JP")]
            )
            try scenario.send(.openTrack("reimbursement", "JP"))
            try scenario.act("JP-reimbursement", "request", ["category": .choice(category)], documents: 1)
            let subject = try #require(scenario.submission?["JP-reimbursement"])
            let clock = try #require(subject.currentClock.flatMap { subject.clocks[$0] })
            let calendar = try #require(scenario.calendar("JP"))
            let reading = clock.ledger.reading(on: try #require(CivilDate("2026-07-01")), calendar: calendar)
            #expect(reading.startedOn?.description == "2026-06-01", "\(category)")
            #expect(reading.due?.description == due, "\(category)")
        }
    }

    /// Medical Device Act 2012 (Act 737), section 6(4)–(5): no answer within the period that the Authority set, and the
    /// application is deemed withdrawn; a new one may be made.
    @Test("Malaysia: without an answer in time the application is deemed withdrawn")
    func malaysia() throws {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.file(
            [.init(jurisdiction: "MY", route: "reliance", participation: nil)],
            held: [try Self.approval("JP")]
        )
        let officer = Scenario.officer("MDA")
        try scenario.act("MY", "file", ["sameness": .flag(true)], documents: 1)
        try scenario.act("MY", "accept", by: officer)
        try scenario.act("MY", "passAssessment", by: Scenario.officer("CAB"), ["certificate": .code("C")], documents: 1)
        let answerBy = try #require(PartialDate("2026-06-10"))
        try scenario.act("MY", "ask", by: officer, Self.question.merging(["answerBy": .date(answerBy)]) { $1 })
        try scenario.move(to: "2026-06-10")
        try scenario.send(.fireDeadlines, by: .deadline)
        #expect(scenario.states(of: "MY") == ["asking"], "the last day still keeps the date")
        try scenario.move(to: "2026-06-11")
        try scenario.send(.fireDeadlines, by: .deadline)
        #expect(scenario.states(of: "MY") == ["deemedWithdrawn"])
        #expect(scenario.submission?["MY"]?.outcome == .deemedWithdrawn)
    }

    /// An expedited case of which a question is open since 12 May 2026.
    private static func askedInHongKong() throws -> Scenario {
        var scenario = try Scenario(today: "2026-05-12")
        try scenario.file(
            [.init(jurisdiction: "HK", route: "expedited", participation: nil)],
            held: [try approval("JP"), try approval("AU")]
        )
        let officer = Scenario.officer("MDD")
        try scenario.act("HK", "file", ["sameness": .flag(true)], documents: 1)
        try scenario.act("HK", "accept", by: officer)
        try scenario.act("HK", "ask", by: officer, question)
        return scenario
    }

    /// MDD expedited approval scheme (GN-02): questions not answered within two weeks, and the application goes on as a
    /// normal one.
    @Test("Hong Kong: a question not answered within two weeks sends an expedited case back to the normal route")
    func hongKong() throws {
        var scenario = try Self.askedInHongKong()
        #expect(scenario.submission?["HK"]?.deadlines["asking"]?.due == CivilDate("2026-05-26"))
        try scenario.move(to: "2026-05-27")
        try scenario.send(.fireDeadlines, by: .deadline)
        #expect(scenario.states(of: "HK") == ["fellBack"])
        #expect(scenario.submission?["HK"]?.replacedBy == "HK-2")
        #expect(scenario.submission?["HK-2"]?.route == "reliance")
    }

    @Test("Hong Kong: an answer in time is held by what was done since in the case that followed, and that is named")
    func hongKongHeld() throws {
        var scenario = try Self.askedInHongKong()
        try scenario.move(to: "2026-06-01")
        try scenario.send(.fireDeadlines, by: .deadline)
        try scenario.act("HK-2", "file", ["sameness": .flag(true)], documents: 1)
        let filed = try #require(scenario.history.last { $0.event.action == "file" }).number
        let answers: [FieldName: FieldValue] = ["answers": .answers([.init(question: "q-1", text: "answer")])]
        #expect(throws: Refusal.heldBy(filed, "file", "HK-2", "lead")) {
            try scenario.act("HK", "answer", on: "2026-05-20", answers, documents: 1)
        }
    }

    @Test("a full review that asks for an approval at home is filed in doubt while it is not there: home is a reading")
    func homeApproval() throws {
        var scenario = try Scenario(today: "2026-05-11")
        let target = SubmissionOpened.Target(jurisdiction: "CN", route: "national", participation: nil)
        try scenario.file([target])
        try scenario.act("CN", "file", documents: 1)
        #expect(scenario.states(of: "CN") == ["screening"])
        #expect(scenario.submission?["CN"]?.flags.map(\.change) == [.unsure])
    }

    /// FDA Circular 2022-008: an ASEAN approval does not count where it rests on an abridged approval outside ASEAN.
    @Test(
        "Philippines: a filing is refused whose Singapore approval was itself abridged on Japan's, and the chain is named"
    )
    func philippines() throws {
        var scenario = try Scenario(today: "2026-05-11")
        let japan = try Self.approval("JP")
        try scenario.file(
            [.init(jurisdiction: "PH", route: "reliance", participation: nil)],
            held: [japan, try Self.approval("SG", basis: .abridged, restsOn: [japan.id])]
        )
        #expect(scenario.states(of: "PH") == ["referencePending"])
        let refusal = #expect(throws: Refusal.self) {
            try scenario.act("PH", "file", ["sameness": .flag(true)], documents: 1)
        }
        guard case .routeClosed("file", "PH", let assessment)? = refusal else {
            Issue.record("refused with \(String(describing: refusal))")
            return
        }
        #expect(assessment.obstacles.map(\.reason) == [.derivative(["sample/JP", "sample/SG"])])
        #expect(scenario.states(of: "PH") == ["referencePending"])
    }

    @Test("Philippines: an approval that Singapore granted after its own full review opens the way")
    func philippinesOpen() throws {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.file(
            [.init(jurisdiction: "PH", route: "reliance", participation: nil)],
            held: [try Self.approval("SG")]
        )
        try scenario.act("PH", "file", ["sameness": .flag(true)], documents: 1)
        #expect(scenario.states(of: "PH") == ["screening"])
        #expect(scenario.submission?["PH"]?.references == [.init(approval: "sample/SG", revision: 1)])
        #expect(scenario.submission?["PH"]?.clocks["review"] == nil, "the 30 days count from proof of payment")
        try scenario.act("PH", "payFee", ["fee": .code("application")])
        #expect(scenario.submission?["PH"]?.clocks["review"]?.rule.limit == 30)
    }

    @Test("Hong Kong: two approvals of which one rests on the other count once")
    func independence() throws {
        var scenario = try Scenario(today: "2026-05-11")
        let japan = try Self.approval("JP")
        try scenario.file(
            [.init(jurisdiction: "HK", route: "expedited", participation: nil)],
            held: [japan, try Self.approval("AU", basis: .abridged, restsOn: [japan.id])]
        )
        #expect(throws: Refusal.self) {
            try scenario.act("HK", "file", ["sameness": .flag(true)], documents: 1)
        }
        #expect(scenario.states(of: "HK") == ["referencePending"])
    }

    @Test("Australia: a first-stage approval of Japan leaves nothing open where Singapore's full one counts as well")
    func enoughWithoutStageOne() throws {
        var japan = try Self.approval("JP")
        japan.stage = 1
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.file([.init(jurisdiction: "AU", route: "reliance", participation: nil)], held: [japan])
        try scenario.act("AU", "file", ["sameness": .flag(true)], documents: 1)
        #expect(scenario.submission?["AU"]?.flags.map(\.change) == [.unsure])
        var other = try Scenario(today: "2026-05-11")
        try other.file(
            [.init(jurisdiction: "AU", route: "reliance", participation: nil)],
            held: [japan, try Self.approval("SG")]
        )
        try other.act("AU", "file", ["sameness": .flag(true)], documents: 1)
        #expect(other.states(of: "AU") == ["screening"])
        #expect(other.submission?["AU"]?.flags == [])
    }

    @Test("No approval may come to rest on itself: the circle is named")
    func circle() throws {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.file(
            [.init(jurisdiction: "MY", route: "reliance", participation: nil)],
            held: [
                try Self.approval("JP", basis: .abridged, restsOn: ["sample/AU"]),
                try Self.approval("AU", basis: .abridged, restsOn: ["sample/MY"]),
                try Self.approval("MY", basis: .abridged, restsOn: ["sample/JP"]),
            ]
        )
        let refusal = #expect(throws: Refusal.self) {
            try scenario.act("MY", "file", ["sameness": .flag(true)], documents: 1)
        }
        guard case .routeClosed(_, _, let assessment)? = refusal else {
            Issue.record("refused with \(String(describing: refusal))")
            return
        }
        let circles = assessment.obstacles.compactMap { obstacle in
            if case .circular(let chain) = obstacle.reason { chain } else { nil }
        }
        #expect(circles.contains(["sample/MY", "sample/AU", "sample/JP", "sample/MY"]))
    }
}
