import Regulation
import Testing

@Suite("Review clocks in months")
struct MonthClockTests {
    /// Japan: 12 months from filing to approval, the applicant's time included.
    private func standardReview(counting counts: ClockRule.Counted) throws -> ClockLedger {
        var ledger = ClockLedger(rule: .limit(12, .months, counting: counts))
        try ledger.start("2026-04-15")
        try ledger.hold("2026-08-03", by: .applicant)
        try ledger.hold("2026-11-30", by: .agency)
        return ledger
    }

    @Test("with an inquiry of four months, 12 months in all still end 12 months after filing")
    func total() throws {
        let ledger = try standardReview(counting: .total)
        let reading = ledger.reading(on: try day("2027-02-01"), calendar: try .sample())
        #expect(reading.due?.description == "2027-04-15")
        // Sums of 1/28 to 1/31 of a month for each day, by exact fractions.
        #expect(reading.agencyHeld == AmountBounds(exactly: Amount(parts: 2_126_715)))
        #expect(reading.applicantHeld == AmountBounds(exactly: Amount(parts: 1_473_780)))
        #expect(reading.agencyHeld.description == "5.6")
        #expect(reading.applicantHeld.description == "3.9")
        #expect(reading.elapsed.description == "9.5")
        #expect(!reading.isSuspended)
        #expect(reading.unconfirmedYears == [])
    }

    @Test("an inquiry does not stop a clock that counts both, and the decision is compared with its due date")
    func totalVerdict() throws {
        for (stop, verdict) in [("2027-04-15", Verdict.met), ("2027-04-16", .missed), ("2027-04", .undetermined)] {
            var ledger = try standardReview(counting: .total)
            try ledger.stop(stop)
            #expect(ledger.reading(on: try day("2027-06-01"), calendar: try .sample()).verdict == verdict)
        }
        var ledger = ClockLedger(rule: .limit(12, .months, counting: .total))
        try ledger.start("2026-04-15")
        try ledger.hold("2026-08-03", by: .applicant)
        let reading = ledger.reading(on: try day("2026-09-01"), calendar: try .sample())
        #expect(reading.due?.description == "2027-04-15")
        #expect(!reading.isSuspended)
    }

    @Test("where the applicant's time does not count, its calendar days move the due date")
    func agency() throws {
        let ledger = try standardReview(counting: .agency)
        let reading = ledger.reading(on: try day("2027-02-01"), calendar: try .sample())
        #expect(reading.due?.description == "2027-08-12")
    }

    @Test("what remains is the limit on the first day, nothing on the last, and stands still while suspended")
    func remaining() throws {
        for start in ["2026-02-15", "2026-08-31", "2027-11-30", "2026-01-01"] {
            var ledger = ClockLedger(rule: .limit(6, .months, counting: .agency))
            try ledger.start(start)
            let first = ledger.reading(on: try day(start), calendar: try .sample())
            #expect(first.remaining == .whole(6))
            let due = try #require(first.due?.latest)
            #expect(due == (try day(start)).adding(months: 6))
            #expect(ledger.reading(on: due, calendar: try .sample()).remaining == .whole(0))
            let late = try #require(ledger.reading(on: due.adding(days: 1), calendar: try .sample()).remaining)
            #expect(late.upper < .zero)
            #expect(ledger.reading(on: due.adding(days: 1), calendar: try .sample()).verdict == .missed)
            ledger.add(.init(kind: .held(by: .applicant), on: .day(due.adding(days: -20))))
            let soon = ledger.reading(on: due, calendar: try .sample())
            let later = ledger.reading(on: due.adding(days: 400), calendar: try .sample())
            #expect(soon.due == nil)
            #expect(soon.remaining == later.remaining)
            #expect(soon.agencyHeld == later.agencyHeld)
        }
    }

    @Test("letters that name only a month leave the verdict open where it could be either")
    func monthPrecision() throws {
        for (stop, verdict) in [("2026-06", Verdict.met), ("2026-07", .undetermined), ("2026-08", .missed)] {
            var ledger = ClockLedger(rule: .limit(180, .calendarDays, counting: .agency))
            try ledger.start("2026-01")
            try ledger.stop(stop)
            let reading = ledger.reading(on: try day("2026-09-01"), calendar: try .sample())
            #expect(reading.startedOn?.description == "2026-01")
            #expect(reading.due?.description == "2026-06-30/2026-07-30")
            #expect(reading.verdict == verdict)
        }
    }

    @Test("a wait known only by its months lies between its shortest and its longest")
    func waitBetweenMonths() throws {
        var ledger = ClockLedger(rule: .limit(180, .calendarDays, counting: .agency))
        try ledger.start("2026-01-10")
        try ledger.hold("2026-03", by: .applicant)
        try ledger.hold("2026-04", by: .agency)
        let reading = ledger.reading(on: try day("2026-05-10"), calendar: try .sample())
        #expect(reading.applicantHeld == .whole(1...60))
        #expect(reading.agencyHeld == .whole(60...119))
        #expect(reading.elapsed == .whole(120))
        #expect(reading.remaining == .whole(61...120))
        #expect(reading.due?.description == "2026-07-10/2026-09-07")
        #expect(reading.agencyHeld.description == "60/119")
    }
}
