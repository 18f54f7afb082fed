import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@Suite("Amending what a submission says")
struct AmendmentTests {
    private static let targets: [SubmissionOpened.Target] = [
        .init(jurisdiction: "SG", route: "national", participation: nil),
        .init(jurisdiction: "KR", route: "national", participation: nil),
    ]

    private func amended(
        _ scenario: Scenario,
        targets: [SubmissionOpened.Target]? = nil,
        holders: [JurisdictionCode]? = nil,
        claims: [ClaimID]? = nil,
        version: String? = nil,
        product: ProductID? = nil,
        held: [Approval]? = nil,
        conditions: [ConditionAnswer]? = nil
    ) throws -> SubmissionOpened {
        let old = try #require(scenario.submission?.opened)
        return SubmissionOpened(
            name: old.name,
            product: product ?? old.product,
            productVersion: version ?? old.productVersion,
            claims: claims ?? old.claims,
            applicant: old.applicant,
            holders: holders ?? old.holders,
            targets: targets ?? old.targets,
            adopted: old.adopted,
            manifest: "edited",
            calendars: old.calendars,
            classes: old.classes,
            traits: old.traits,
            held: held ?? old.held,
            conditions: conditions ?? old.conditions
        )
    }

    private func refuse(_ refusal: Refusal, _ scenario: inout Scenario, _ new: SubmissionOpened) {
        let before = scenario.submission
        #expect(throws: refusal) { try scenario.send(.amend(new)) }
        #expect(scenario.submission == before)
    }

    private func held(_ claims: [ClaimID], of submission: SubmissionName = "sample") -> Approval {
        Approval(
            id: Approval.ID("\(submission)/held-US-1"),
            product: "sample-cad",
            productVersion: "1.0.0",
            jurisdiction: "US",
            basis: .full,
            stage: nil,
            claims: claims,
            number: "K990001",
            grantedOn: .month(year: 2025, month: 6),
            validUntil: nil,
            conditions: [],
            dependsOn: []
        )
    }

    @Test("a target is added and filed for; one that nothing was filed for is taken away")
    func targets() throws {
        var scenario = try Scenario()
        try scenario.open(Self.targets)
        let more = Self.targets + [.init(jurisdiction: "VN", route: "reliance", participation: nil)]
        try scenario.send(.amend(try amended(scenario, targets: more)))
        #expect(scenario.submission?.opened.targets == more)
        try scenario.send(.file(revision: "revision", entries: scenario.entries(for: more), for: ["SG"]))
        try scenario.send(.amend(try amended(scenario, targets: [Self.targets[0]])))
        #expect(scenario.submission?.opened.targets == [Self.targets[0]])
    }

    @Test("what a running case rests on stays")
    func running() throws {
        var scenario = try Scenario()
        try scenario.open(Self.targets)
        try scenario.send(.file(revision: "revision", entries: scenario.entries(for: Self.targets), for: ["SG"]))
        refuse(
            .targetInUse("SG", "SG", isApproved: false),
            &scenario,
            try amended(scenario, targets: [Self.targets[1]])
        )
        let otherwise = [SubmissionOpened.Target(jurisdiction: "SG", route: "reliance", participation: nil)]
        refuse(.targetInUse("SG", "SG", isApproved: false), &scenario, try amended(scenario, targets: otherwise))
        try scenario.act("SG", "withdraw", ["reason": .text("commitment")])
        try scenario.send(.amend(try amended(scenario, targets: [Self.targets[1]])))
        #expect(scenario.submission?.opened.targets == [Self.targets[1]])
    }

    @Test("an approval is of the version that was filed, whatever was declared since; its target stays")
    func filedVersion() throws {
        var scenario = try Scenario()
        try scenario.open(Self.targets)
        try scenario.send(.file(revision: "revision", entries: scenario.entries(for: Self.targets), for: ["SG"]))
        try scenario.send(.amend(try amended(scenario, version: "2.0.0")))
        let authority = Scenario.officer("HSA")
        try scenario.act("SG", "accept", by: authority)
        try scenario.act("SG", "finishReview", by: authority)
        try scenario.act("SG", "approve", by: authority, ["number": .code("X-1"), "claims": .claims(["C1"])])
        #expect(scenario.submission?.approval(of: "SG")?.productVersion == "1.0.0")
        #expect(scenario.submission?.opened.productVersion == "2.0.0")
        refuse(.targetInUse("SG", "SG", isApproved: true), &scenario, try amended(scenario, targets: [Self.targets[1]]))
    }

    @Test("nothing, another product, and a route that nobody has are refused")
    func senseless() throws {
        var scenario = try Scenario()
        try scenario.open(Self.targets)
        refuse(.nothingToAmend, &scenario, try #require(scenario.submission?.opened))
        refuse(.otherProduct("other", expected: "sample-cad"), &scenario, try amended(scenario, product: "other"))
        let nowhere = Self.targets + [SubmissionOpened.Target(jurisdiction: "TH", route: "nowhere", participation: nil)]
        let day = try #require(CivilDate("2026-04-01"))
        let new = try amended(scenario, targets: nowhere)
        #expect {
            try scenario.send(.amend(new))
        } throws: { error in
            guard case .noRoute("TH", "nowhere", let on)? = error as? Refusal else { return false }
            return on >= day
        }
    }

    @Test("a claim that an approval covers is not taken away")
    func claims() throws {
        var scenario = try Scenario()
        try scenario.open(Self.targets)
        try scenario.send(.amend(try amended(scenario, claims: ["C1"])))
        try scenario.send(.amend(try amended(scenario, claims: ["C1", "C2"])))
        #expect(scenario.submission?.opened.claims == ["C1", "C2"])
    }

    @Test("what is claimed in one country counts there, and all claims elsewhere")
    func claimsOfATarget() throws {
        var scenario = try Scenario()
        try scenario.open([
            .init(jurisdiction: "SG", route: "national", participation: nil, claims: ["C1"]), Self.targets[1],
        ])
        let submission = try #require(scenario.submission)
        #expect(submission.claims(in: "SG") == ["C1"])
        #expect(submission.claims(in: "KR") == ["C1", "C2"])
        let facts = submission.routeFacts(
            for: "SG",
            own: nil,
            register: [],
            on: .day(try #require(CivilDate("2026-05-01")))
        )
        #expect(facts.claims == ["C1"])
    }

    @Test("a certificate from elsewhere comes, changes in a new revision, and goes")
    func certificates() throws {
        var scenario = try Scenario()
        try scenario.open(Self.targets)
        try scenario.send(.amend(try amended(scenario, held: [held(["C1"])])))
        #expect(scenario.submission?.approvals.map(\.claims) == [["C1"]])
        #expect(scenario.submission?.approvals.map(\.revision) == [2])
        try scenario.send(.amend(try amended(scenario, held: [held(["C1", "C2"])])))
        #expect(scenario.submission?.approvals.map(\.claims) == [["C1", "C2"]])
        #expect(scenario.submission?.approvals.map(\.revision) == [3])
        try scenario.send(.amend(try amended(scenario, held: [])))
        #expect(scenario.submission?.approvals == [])
        // One that comes again bears a revision of which nobody was told before.
        try scenario.send(.amend(try amended(scenario, held: [held(["C1", "C2"])])))
        #expect(scenario.submission?.approvals.map(\.revision) == [5])
    }

    @Test("a certificate that another submission states is stated once, and never otherwise")
    func statedOnce() throws {
        var scenario = try Scenario()
        try scenario.open(Self.targets)
        scenario.register = [held(["C1"], of: "first")]
        refuse(.statedOtherwise("K990001", by: "first"), &scenario, try amended(scenario, held: [held(["C1", "C2"])]))
        let answers = [ConditionAnswer(heading: try #require(HeadingCode("CH3.02")), holds: true)]
        let same = try amended(scenario, held: [held(["C1"])], conditions: answers)
        try scenario.send(.amend(same))
        #expect(scenario.submission?.approvals == [])
        #expect(scenario.submission?.opened.manifest == "edited")
        // All else that the manifest says stays.
        #expect(scenario.submission?.opened.conditions == answers)
    }

    @Test("replay gives what was decided")
    func replay() throws {
        var scenario = try Scenario()
        try scenario.open(Self.targets)
        try scenario.send(.amend(try amended(scenario, holders: ["SG", "KR"], version: "1.1.0", held: [held(["C1"])])))
        try scenario.send(.file(revision: "revision", entries: scenario.entries(for: Self.targets), for: ["KR"]))
        #expect(Submission.replaying(scenario.history) == scenario.submission)
    }

    @Test("an amendment holds from a day of its own; one that was wrong is put right by another one")
    func dated() throws {
        var scenario = try Scenario(today: "2026-06-15")
        try scenario.open(Self.targets)
        let first = try scenario.send(.amend(try amended(scenario, holders: ["SG"])), on: "2026-06-01")
        #expect(first.first?.occurredOn == PartialDate("2026-06-01"))
        let number = try #require(first.first?.number)
        let next = try amended(scenario, holders: ["KR"])
        #expect {
            try scenario.send(.amend(next), on: "2026-07-01")
        } throws: {
            if case .futureDate(PartialDate("2026-07-01"), _)? = $0 as? Refusal { true } else { false }
        }
        let date = PartialDate("2026-06-02")
        #expect(throws: Refusal.amendmentStands(number)) {
            try scenario.send(.correct(event: number, fields: [:], date: date, reason: "reason"))
        }
        #expect(throws: Refusal.amendmentStands(number)) {
            try scenario.send(.reverse(event: number, reason: "reason"))
        }
        let second = try scenario.send(.amend(next), on: "2026-06-02")
        #expect(second.first?.occurredOn == date && scenario.submission?.opened.holders == ["KR"])
    }
}
