import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@Suite("The window of a renewal is recorded as it is")
struct RenewalWindowTests {
    private static let hsa = Scenario.officer("HSA")
    private static let track: CaseName = "SG-registration"

    /// Approved in Singapore on 2026-04-13, and the morning of that day or a later one.
    private func approved(_ today: String = "2026-04-13") throws -> Scenario {
        var scenario = try Scenario()
        try scenario.file([.init(jurisdiction: "SG", route: "national", participation: nil)])
        try scenario.act("SG", "accept", by: Self.hsa)
        try scenario.act("SG", "finishReview", by: Self.hsa)
        try scenario.act("SG", "approve", by: Self.hsa, ["number": .code("DE-1"), "claims": .claims(["C1"])])
        try scenario.move(to: today)
        return scenario
    }

    private func dates(_ texts: [FieldName: String]) throws -> [FieldName: FieldValue] {
        try texts.mapValues { .date(try #require(PartialDate($0))) }
    }

    /// The code of the refusal, or nil where it is taken.
    private func code(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return (error as? Refusal)?.code ?? "\(error)"
        }
    }

    @Test("a window that is open already is open at once, from its day")
    func open() throws {
        var scenario = try approved("2026-05-01")
        let fields = try dates(["validUntil": "2026-09-30", "renewalOpens": "2026-04-20"])
        try scenario.act(Self.track, "setValidity", fields)
        #expect(scenario.states(of: Self.track).contains("renewalWindow"))
        let last = try #require(scenario.history.last)
        #expect(last.occurredOn == PartialDate("2026-04-20") && last.recordedBy == .deadline)
        #expect(Submission.replaying(scenario.history) == scenario.submission)

        // What opened before there was a registration, opens with it.
        var earlier = try approved("2026-05-01")
        try earlier.act(
            Self.track,
            "setValidity",
            try dates(["validUntil": "2026-09-30", "renewalOpens": "2026-03-01"])
        )
        #expect(earlier.states(of: Self.track).contains("renewalWindow"))
        #expect(earlier.history.last?.occurredOn == earlier.submission?[Self.track]?.openedOn)
    }

    @Test("so it is where a renewal gives the dates, and where a correction does")
    func openOtherwise() throws {
        let window = try dates(["validUntil": "2027-09-30", "renewalOpens": "2026-04-20"])
        var renewed = try approved("2026-05-01")
        try renewed.act(Self.track, "fileRenewal", documents: 1)
        try renewed.act(Self.track, "renew", by: Self.hsa, window)
        #expect(renewed.states(of: Self.track).contains("renewalWindow"))

        var corrected = try approved("2026-05-01")
        try corrected.act(
            Self.track,
            "setValidity",
            try dates(["validUntil": "2026-09-30", "renewalOpens": "2026-06-20"])
        )
        #expect(corrected.states(of: Self.track).contains("registered"))
        let number = try #require(corrected.history.last { $0.event.action == "setValidity" }?.number)
        let fields = try dates(["renewalOpens": "2026-04-20"])
        try corrected.send(.correct(event: number, fields: fields, date: nil, reason: "reason"))
        #expect(corrected.states(of: Self.track).contains("renewalWindow"))
    }

    @Test("a last day to file that has passed, or that lies after the end, is refused by its name")
    func closes() throws {
        var scenario = try approved("2026-05-01")
        let passed = try dates(["validUntil": "2026-09-30", "renewalCloses": "2026-04-20"])
        let misfit = DateMisfit(
            kind: .behind(orSame: false),
            date: try #require(PartialDate("2026-04-20")),
            from: try #require(PartialDate("2026-05-01"))
        )
        #expect(throws: Refusal.misplacedDate("renewalCloses", misfit)) {
            try scenario.act(Self.track, "setValidity", passed)
        }
        let late = try dates(["validUntil": "2026-09-30", "renewalCloses": "2026-10-01"])
        #expect(code { try scenario.act(Self.track, "setValidity", late) } == "payload.dates-out-of-order")
        try scenario.act(Self.track, "fileRenewal", documents: 1)
        #expect(code { try scenario.act(Self.track, "renew", by: Self.hsa, late) } == "payload.dates-out-of-order")
        let last = try dates(["validUntil": "2026-09-30", "renewalCloses": "2026-09-30"])
        #expect(code { try scenario.act(Self.track, "renew", by: Self.hsa, last) } == nil)
    }
}
