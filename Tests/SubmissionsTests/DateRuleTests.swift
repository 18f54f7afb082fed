import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@Suite("A date lies where its field says, seen from the day of the act")
struct DateRuleTests {
    private func date(_ text: String) throws -> PartialDate { try #require(PartialDate(text), "\(text)") }

    /// What the date of a field comes to: the code of the refusal, or nil where it is taken.
    private func code(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return (error as? Refusal)?.code ?? "\(error)"
        }
    }

    /// A Thai review before its decision, on 2026-05-04.
    private func deciding() throws -> Scenario {
        var scenario = try Scenario(today: "2026-05-04")
        try scenario.file([.init(jurisdiction: "TH", route: "national", participation: nil)])
        try scenario.act("TH", "accept", by: Scenario.officer("ThaiFDA"))
        try scenario.act("TH", "finishReview", by: Scenario.officer("ThaiFDA"))
        return scenario
    }

    private func approve(until text: String, in scenario: inout Scenario, on day: String? = nil) throws {
        try scenario.act(
            "TH",
            "approve",
            by: Scenario.officer("ThaiFDA"),
            on: day,
            ["number": .code("TH-77"), "claims": .claims(["C1"]), "validUntil": .date(try date(text))]
        )
    }

    @Test("an approval that ends before it begins, or on that day, is refused and changes nothing")
    func endBeforeBeginning() throws {
        for end in ["2021-01-01", "2026-05-03", "2026-05-04", "2026-04", "2025"] {
            var scenario = try deciding()
            let before = scenario.submission
            #expect(code { try approve(until: end, in: &scenario) } == "date.due-in-the-past", "\(end)")
            #expect(scenario.submission == before)
        }
        for end in ["2026-05-05", "2026-05", "2026", "2031-05-03", "2099-01-01", "2126-05-04"] {
            var scenario = try deciding()
            #expect(code { try approve(until: end, in: &scenario) } == nil, "\(end)")
        }
    }

    @Test("seen from the day of the letter, not of its typing: an approval of long ago may have ended since")
    func typedLate() throws {
        var scenario = try deciding()
        try scenario.move(to: "2033-01-10")
        #expect(code { try approve(until: "2031-05-06", in: &scenario, on: "2026-05-06") } == nil)
    }

    @Test("a Buddhist year and the year 9999 lie too far away; the first is guessed, neither is a leaf")
    func far() throws {
        var scenario = try deciding()
        let misfit = DateMisfit(
            kind: .far(.init(100, .years)),
            date: try date("2574-05-03"),
            from: try date("2026-05-04"),
            meant: DateGuess(reading: "2574/05/03")
        )
        #expect(misfit.meant?.date == PartialDate("2031-05-03"))
        let refusal = Refusal.misplacedDate("validUntil", misfit)
        #expect(refusal.isAboutTyping && refusal.code == "payload.implausible-date")
        #expect(throws: refusal) { try approve(until: "2574-05-03", in: &scenario) }
        #expect(code { try approve(until: "9999-12-31", in: &scenario) } == "payload.implausible-date")
    }

    @Test("nobody becomes aware tomorrow, nor of what occurs later than that")
    func awareness() throws {
        var scenario = try Scenario(today: "2026-09-02")
        try scenario.file([.init(jurisdiction: "JP", route: "two-stage", participation: nil)])
        try scenario.send(.openTrack("safety-notice", "JP"))
        func record(_ occurred: String, _ aware: String, on day: String? = nil) -> String? {
            var copy = scenario
            return code {
                try copy.act(
                    "safety-notice",
                    "record",
                    on: day,
                    [
                        "kind": .choice("serious"), "summary": .text("a"),
                        "occurredOn": .date(try date(occurred)),
                        "awareOn": .date(try date(aware)),
                    ]
                )
            }
        }
        #expect(record("2026-08-30", "2026-09-02") == nil)
        #expect(record("2026-09-02", "2026-09-02") == nil)
        #expect(record("2026-08", "2026-08-10") == nil)
        #expect(record("2026-08", "2026-09") == nil, "a month that has begun")
        #expect(record("2026-08-30", "2026-09-03") == "date.future")
        #expect(record("2026-09-03", "2026-09-02") == "date.future")
        #expect(record("2026-08-30", "2026-10") == "date.future")
        #expect(record("2026-08-30", "2569-09-01") == "payload.implausible-date")
        #expect(record("1926-08-30", "2026-09-01") == "payload.implausible-date")
        #expect(record("2026-09-01", "2026-08-31") == "payload.dates-out-of-order")
        #expect(record("2026-09", "2026-08-31") == "payload.dates-out-of-order")
    }

    @Test("a correction is judged as the act would be, and moving the act moves what its dates are seen from")
    func corrections() throws {
        var scenario = try deciding()
        try approve(until: "2031-05-03", in: &scenario)
        let number = try #require(
            scenario.history.last {
                if case .caseAdvanced(let step) = $0.event { step.cause == .action("approve") } else { false }
            }?.number
        )
        func correct(_ end: String?, on day: String? = nil) -> String? {
            var copy = scenario
            return code {
                try copy.move(to: "2032-01-01")
                try copy.send(
                    .correct(
                        event: number,
                        fields: try end.map { ["validUntil": .date(try date($0))] } ?? [:],
                        date: try day.map { try date($0) },
                        reason: "reason"
                    ),
                    by: Scenario.officer("ThaiFDA")
                )
            }
        }
        #expect(correct("2032-05-03") == nil)
        #expect(correct("2020-05-03") == "date.due-in-the-past")
        #expect(correct("2574-05-03") == "payload.implausible-date")
        #expect(correct(nil, on: "2026-05-06") == nil)
        #expect(correct(nil, on: "2031-06-01") == "date.due-in-the-past")
    }

    @Test("an approval declared in a manifest was granted before today and ends after that")
    func declared() throws {
        func open(_ granted: String, until end: String? = nil) throws -> String? {
            var scenario = try Scenario(today: "2026-05-04")
            let held = Approval(
                id: "sample/held-US-1",
                product: "sample-cad",
                productVersion: "1.0.0",
                jurisdiction: "US",
                basis: .full,
                stage: nil,
                claims: ["C1"],
                number: "US-1",
                grantedOn: try date(granted),
                validUntil: try end.map { try date($0) },
                conditions: [],
                dependsOn: []
            )
            return code { try scenario.open(held: [held]) }
        }
        #expect(try open("2020-02-03", until: "2025-02-02") == nil, "one that has ended is no mistake")
        #expect(try open("2026-05-05") == nil, "where the day begins earlier")
        #expect(try open("2026-05-06") == "date.future")
        #expect(try open("2569-05-01") == "payload.implausible-date")
        #expect(try open("2025-02-02", until: "2025-02-02") == "date.due-in-the-past")
    }
}
