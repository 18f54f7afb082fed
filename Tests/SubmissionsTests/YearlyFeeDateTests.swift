import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@Suite("The next day of a yearly fee is a year or so after the one that is paid")
struct YearlyFeeDateTests {
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

    private func pay(_ next: String, in scenario: inout Scenario) throws {
        var fields = try dates(["nextDue": next])
        fields["fee"] = .code("retention")
        try scenario.act(Self.track, "payRetention", fields)
    }

    /// What comes of it, in a copy.
    private func paying(_ next: String, in scenario: Scenario) -> String? {
        var copy = scenario
        return code { try pay(next, in: &copy) }
    }

    @Test("the next fee is due after the grant, and not years from today")
    func first() throws {
        let scenario = try approved("2029-06-01")
        for day in ["2026-04-12", "2026-04-13", "2026-03"] {
            #expect(paying(day, in: scenario) == "payload.dates-out-of-order", "\(day)")
        }
        // How many years were paid before nothing was recorded, nobody knows.
        for day in ["2026-04-14", "2026-04", "2027-04-13", "2029-04-13", "2030-04-13", "2030-12-01", "2030"] {
            #expect(paying(day, in: scenario) == nil, "\(day)")
        }
        for day in ["2030-12-02", "2032-04-13", "2031"] {
            #expect(paying(day, in: scenario) == "payload.implausible-date", "\(day)")
        }
    }

    @Test("after the one that is paid the next is due, a year later or so, be it past already")
    func next() throws {
        var scenario = try approved("2028-05-01")
        try pay("2027-04-13", in: &scenario)
        for day in ["2027-04-13", "2027-01-31", "2026-05-01", "2027-03"] {
            #expect(paying(day, in: scenario) == "payload.dates-out-of-order", "\(day)")
        }
        for day in ["2028-10-14", "2029-04-13", "2029"] {
            #expect(paying(day, in: scenario) == "payload.implausible-date", "\(day)")
        }
        for day in ["2027-04-14", "2028-04-13", "2028-10-13", "2028"] {
            #expect(paying(day, in: scenario) == nil, "\(day)")
        }
        let due = try #require(PartialDate("2027-04-13"))
        let misfit = DateMisfit(
            kind: .skipping(.init(18, .months), after: due),
            date: try #require(PartialDate("2029-04-13")),
            from: try #require(PartialDate("2028-05-01"))
        )
        #expect(throws: Refusal.misplacedDate("nextDue", misfit)) { try pay("2029-04-13", in: &scenario) }
        try pay("2028-04-13", in: &scenario)
        try pay("2029-04-13", in: &scenario)
        #expect(scenario.submission?.obligations.map(\.standing) == [.met, .met, .open])
    }

    @Test("a correction is judged by what stood before the payment, not by what it made itself")
    func corrected() throws {
        var scenario = try approved("2028-05-01")
        try pay("2027-04-13", in: &scenario)
        try pay("2028-04-13", in: &scenario)
        let paid = scenario.history.filter { $0.event.action == "payRetention" }.map(\.number)
        func correct(_ index: Int, to day: String) throws -> String? {
            var copy = scenario
            let fields = try dates(["nextDue": day])
            return code {
                try copy.send(.correct(event: paid[index], fields: fields, date: nil, reason: "reason"))
            }
        }
        #expect(try correct(0, to: "2027-04-01") == nil)
        #expect(try correct(0, to: "2026-04-13") == "payload.dates-out-of-order")
        #expect(try correct(1, to: "2028-04-01") == nil)
        #expect(try correct(1, to: "2027-04-13") == "payload.dates-out-of-order")
        #expect(try correct(1, to: "2029-04-13") == "payload.implausible-date")
    }
}
