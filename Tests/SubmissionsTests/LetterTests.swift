import Regulation
import Scenarios
import Submissions
import Testing

@Suite("Letters that the applicant types in")
struct LetterTests {
    @Test("are recorded in the authority's name, with the letter, on the day on which it happened")
    func transcribed() throws {
        var scenario = try Scenario()
        try scenario.file()
        try scenario.act("hub", "acceptBundle", by: Scenario.officer("PMDA"))
        try scenario.act("hub", "payFee", ["reference": .code("INV-1")])
        try scenario.act("hub", "fanOut", by: Scenario.officer("PMDA"))
        try scenario.move(to: "2026-05-15")
        #expect(throws: Refusal.letterMissing("accept", of: .role("officer", at: "HSA"))) {
            try scenario.act("SG", "accept", on: "2026-05-12")
        }
        let records = try scenario.act("SG", "accept", on: "2026-05-12", documents: 1)
        #expect(records.first?.onBehalfOf == .role("officer", at: "HSA"))
        #expect(records.first?.recordedBy == Scenario.lead)
        #expect(scenario.submission?["SG"]?.since == PartialDate("2026-05-12"))
        #expect(scenario.submission?["SG"]?.transcribed == records.first.map { [$0.number] })
    }

    @Test("a date known only to the month stays a month")
    func month() throws {
        var scenario = try Scenario()
        try scenario.file([.init(jurisdiction: "TW", route: "national", participation: nil)])
        try scenario.move(to: "2026-07-20")
        try scenario.act("TW", "accept", on: "2026-06", documents: 1)
        #expect(scenario.submission?["TW"]?.since == .month(year: 2026, month: 6))
    }
}
