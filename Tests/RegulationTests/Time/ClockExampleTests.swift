import Regulation
import Testing

/// Expected days were counted with numpy's business days and dateutil's months, not with this code.
@Suite("Review clocks, worked by hand")
struct ClockExampleTests {
    /// HSA, class C, abridged evaluation: 160 working days, in which the applicant's time does not count.
    private func abridged() throws -> ClockLedger {
        var ledger = ClockLedger(rule: .limit(160, .workingDays, counting: .agency))
        try ledger.start("2026-01-12")
        return ledger
    }

    @Test("160 working days run across Chinese New Year and all the year's holidays")
    func workingDays() throws {
        let reading = try abridged().reading(on: try day("2026-03-09"), calendar: try .sample())
        #expect(reading.agencyHeld == .whole(38))
        #expect(reading.applicantHeld == .whole(0))
        #expect(reading.remaining == .whole(122))
        #expect(reading.due?.description == "2026-09-02")
        #expect(reading.verdict == nil)
        #expect(reading.unconfirmedYears == [])
    }

    @Test("while the applicant answers, the clock stands still and no due date can be named")
    func suspended() throws {
        var ledger = try abridged()
        try ledger.hold("2026-03-09", by: .applicant)
        let reading = ledger.reading(on: try day("2026-04-01"), calendar: try .sample())
        #expect(reading.isSuspended)
        #expect(reading.isRunning)
        #expect(reading.due == nil)
        #expect(reading.agencyHeld == .whole(38))
        #expect(reading.applicantHeld == .whole(17))
        #expect(reading.remaining == .whole(122))
        #expect(reading.verdict == nil)
    }

    @Test("after the answer the due date moves by the working days of the applicant")
    func resumed() throws {
        var ledger = try abridged()
        try ledger.hold("2026-03-09", by: .applicant)
        try ledger.hold("2026-04-20", by: .agency)
        let reading = ledger.reading(on: try day("2026-06-30"), calendar: try .sample())
        #expect(reading.agencyHeld == .whole(38 + 48))
        #expect(reading.applicantHeld == .whole(29))
        #expect(reading.elapsed == .whole(38 + 48 + 29))
        #expect(reading.remaining == .whole(160 - 86))
        #expect(reading.due?.description == "2026-10-13")
    }

    @Test("a decision on the due date is in time, and one on the day after is late, for ever")
    func stopped() throws {
        for (stop, verdict) in [("2026-10-13", Verdict.met), ("2026-10-14", .missed)] {
            var ledger = try abridged()
            try ledger.hold("2026-03-09", by: .applicant)
            try ledger.hold("2026-04-20", by: .agency)
            try ledger.stop(stop)
            let reading = ledger.reading(on: try day(stop), calendar: try .sample())
            #expect(reading.verdict == verdict)
            #expect(reading.due?.description == "2026-10-13")
            #expect(reading.side == nil)
            #expect(reading.stoppedOn?.description == stop)
            #expect(ledger.reading(on: try day("2030-01-01"), calendar: try .sample()) == reading)
        }
    }

    @Test("a running clock is late from the day after its due date")
    func late() throws {
        let ledger = try abridged()
        #expect(ledger.reading(on: try day("2026-09-02"), calendar: try .sample()).verdict == nil)
        let reading = ledger.reading(on: try day("2026-09-03"), calendar: try .sample())
        #expect(reading.verdict == .missed)
        #expect(reading.remaining == .whole(-1))
    }

    @Test("a limit exceeded before the applicant got the case stays exceeded")
    func lateBeforeTheQuestion() throws {
        var ledger = try abridged()
        try ledger.hold("2026-09-10", by: .applicant)
        let reading = ledger.reading(on: try day("2026-10-01"), calendar: try .sample())
        #expect(reading.isSuspended)
        #expect(reading.due?.description == "2026-09-02")
        #expect(reading.verdict == .missed)
        #expect(reading.remaining == .whole(-6))
    }

    @Test("a case withdrawn while the applicant had it and time was left has not been late")
    func stoppedWhileSuspended() throws {
        var ledger = try abridged()
        try ledger.hold("2026-03-09", by: .applicant)
        try ledger.stop("2026-12-01")
        let reading = ledger.reading(on: try day("2026-12-01"), calendar: try .sample())
        #expect(reading.verdict == .met)
        #expect(reading.due == nil)
        #expect(reading.remaining == .whole(122))
    }

    @Test("a clock that runs into a year without published holidays says so")
    func yearEnd() throws {
        var ledger = ClockLedger(rule: .limit(160, .workingDays, counting: .agency))
        try ledger.start("2026-09-01")
        let reading = ledger.reading(on: try day("2026-10-01"), calendar: try .sample())
        #expect(reading.due?.description == "2027-04-15")
        #expect(reading.unconfirmedYears == [2027])
        ledger = ClockLedger(rule: .limit(160, .calendarDays, counting: .agency))
        try ledger.start("2026-09-01")
        #expect(ledger.reading(on: try day("2026-10-01"), calendar: try .sample()).unconfirmedYears == [])
    }
    @Test("a due day is as sure as the days up to it, whatever passes afterwards")
    func surenessOfDue() throws {
        let calendar = try WorkingCalendar.sample()
        func isSure(_ rule: ClockRule, on today: String) throws -> Bool? {
            var ledger = ClockLedger(rule: rule)
            try ledger.start("2026-09-01")
            return ledger.due(on: try day(today), calendar: calendar)?.isSure
        }
        let short = ClockRule.limit(20, .workingDays, counting: .agency)
        #expect(try isSure(short, on: "2026-10-01") == true)
        #expect(try isSure(short, on: "2028-06-01") == true)
        #expect(try isSure(.limit(160, .workingDays, counting: .agency), on: "2026-10-01") == false)
        #expect(try isSure(.limit(160, .calendarDays, counting: .agency), on: "2026-10-01") == true)
        let moved = ClockRule(
            unit: .calendarDays,
            limit: 160,
            counts: .agency,
            confidence: .confirmed,
            counting: Counting(onDayOff: .nextWorkingDay)
        )
        #expect(try isSure(moved, on: "2026-10-01") == false)
    }
}
