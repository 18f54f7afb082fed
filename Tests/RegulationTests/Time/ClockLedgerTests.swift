import Regulation
import Testing

@Suite("The ledger of a review clock")
struct ClockLedgerTests {
    private let rule = ClockRule.limit(30, .calendarDays, counting: .agency)

    @Test("a clock that has not started shows its whole limit and nothing else")
    func notStarted() throws {
        var ledger = ClockLedger(rule: rule)
        #expect(ledger.lastMarkedOn == nil)
        try ledger.hold("2026-01-10", by: .applicant)
        try ledger.stop("2026-01-11")
        let reading = ledger.reading(on: try day("2026-02-01"), calendar: try .sample())
        #expect(!ledger.isRunning)
        #expect(reading.startedOn == nil)
        #expect(reading.agencyHeld == .zero)
        #expect(reading.remaining == .whole(30))
        #expect(reading.due == nil)
        #expect(reading.verdict == nil)
    }

    @Test("the side follows the marks, and a stop ends them until the clock starts anew")
    func sides() throws {
        var ledger = ClockLedger(rule: rule)
        try ledger.start("2026-01-10")
        #expect(ledger.side == .agency)
        try ledger.hold("2026-01-20", by: .applicant)
        #expect(ledger.side == .applicant)
        try ledger.stop("2026-01-25")
        try ledger.hold("2026-01-26", by: .agency)
        #expect(ledger.side == nil)
        #expect(!ledger.isRunning)
        #expect(ledger.lastMarkedOn?.description == "2026-01-26")
        let stopped = ledger.reading(on: try day("2026-03-01"), calendar: try .sample())
        #expect(stopped.elapsed == .whole(15))
        try ledger.start("2026-03-01")
        let anew = ledger.reading(on: try day("2026-03-05"), calendar: try .sample())
        #expect(anew.agencyHeld == .whole(4))
        #expect(anew.startedOn?.description == "2026-03-01")
    }

    @Test("the first day that counts is the day after the start")
    func firstDay() throws {
        var ledger = ClockLedger(rule: rule)
        try ledger.start("2026-01-10")
        #expect(ledger.reading(on: try day("2026-01-10"), calendar: try .sample()).agencyHeld == .whole(0))
        #expect(ledger.reading(on: try day("2026-01-11"), calendar: try .sample()).agencyHeld == .whole(1))
        #expect(ledger.reading(on: try day("2026-01-01"), calendar: try .sample()).agencyHeld == .whole(0))
    }

    @Test("a mark dated before the one ahead of it counts as of that one's day")
    func backdated() throws {
        var ledger = ClockLedger(rule: rule)
        try ledger.start("2026-01-10")
        try ledger.hold("2026-01-05", by: .applicant)
        try ledger.hold("2026-01-15", by: .agency)
        let reading = ledger.reading(on: try day("2026-01-20"), calendar: try .sample())
        #expect(reading.applicantHeld == .whole(5))
        #expect(reading.agencyHeld == .whole(5))
    }

    @Test("a mark of this month cannot lie in the days to come")
    func notInTheFuture() throws {
        var ledger = ClockLedger(rule: rule)
        try ledger.start("2026-05-02")
        try ledger.hold("2026-05", by: .applicant)
        let reading = ledger.reading(on: try day("2026-05-12"), calendar: try .sample())
        #expect(reading.agencyHeld == .whole(0...10))
        #expect(reading.elapsed == .whole(10))
    }

    @Test("without a limit there is no due date, no remainder and no verdict")
    func noLimit() throws {
        var ledger = ClockLedger(rule: .limit(nil, .workingDays, counting: .total))
        try ledger.start("2026-01-12")
        try ledger.stop("2026-01-19")
        let reading = ledger.reading(on: try day("2026-02-01"), calendar: try .sample())
        #expect(reading.counted == .whole(5))
        #expect(reading.due == nil)
        #expect(reading.remaining == nil)
        #expect(reading.verdict == nil)
    }

    @Test("a limit of nothing is due at the start")
    func immediate() throws {
        var ledger = ClockLedger(rule: .limit(0, .workingDays, counting: .agency))
        try ledger.start("2026-01-10")
        #expect(ledger.reading(on: try day("2026-01-10"), calendar: try .sample()).due?.description == "2026-01-10")
        #expect(ClockRule.limit(-5, .months, counting: .total).limit == 0)
    }
}
