import Regulation
import Testing

@Suite("Working calendars")
struct WorkingCalendarTests {
    @Test("counts and n-th days of 2026 are those that another library gives")
    func againstAnotherLibrary() throws {
        let calendar = try WorkingCalendar.sample()
        let first = try day("2026-01-01")
        var checksum = Checksum()
        for offset in 0..<365 {
            let start = first.adding(days: offset)
            for count in [1, 2, 5, 30, 60] { checksum.add(calendar.date(after: start, workingDays: count).dayNumber) }
            for length in [0, 1, 6, 7, 13, 90, 200] {
                checksum.add(calendar.workingDays(after: start, through: start.adding(days: length)))
            }
        }
        // numpy 2.4 busday_offset and busday_count with the same holidays.
        #expect(checksum.value == 1_789_636_999_369)
    }

    @Test("a weekend need not be Saturday and Sunday, and holidays on it are not counted twice")
    func otherWeekend() throws {
        let friday = try day("2026-01-02")
        let calendar = WorkingCalendar(
            id: "friday",
            weekend: [5, 9],
            holidays: [friday: "On the weekend", try day("2026-01-05"): "A Monday"],
            years: [:]
        )
        #expect(calendar.weekend == [5])
        #expect(!calendar.isWorkingDay(friday))
        #expect(calendar.isWorkingDay(try day("2026-01-04")))
        #expect(calendar.workingDays(after: try day("2026-01-01"), through: try day("2026-01-08")) == 5)
        #expect(calendar.workingDays(after: try day("2026-01-08"), through: try day("2026-01-01")) == 0)
        #expect(calendar.date(after: friday, workingDays: 0) == friday)
    }

    @Test("a calendar without working days never ends a count")
    func noWorkingDays() throws {
        let calendar = WorkingCalendar(id: "closed", weekend: Set(1...7), holidays: [:], years: [:])
        #expect(calendar.date(after: try day("2026-01-01"), workingDays: 1) == .latest)
        #expect(calendar.date(after: .latest, workingDays: 1) == .latest)
        let worked = [try day("2026-01-03"), try day("2027-06-06")]
        let almost = WorkingCalendar(
            id: "almost",
            weekend: Set(1...7),
            holidays: [:],
            workdays: Set(worked),
            years: [:]
        )
        #expect(almost.date(after: try day("2026-01-01"), workingDays: 2) == worked[1])
        #expect(almost.date(after: worked[0], workingDays: 2) == .latest)
    }

    @Test("years whose holidays are unconfirmed or absent are named")
    func years() throws {
        let calendar = try WorkingCalendar.sample()
        #expect(calendar.unconfirmedYears(from: try day("2026-03-01"), through: try day("2026-12-31")) == [])
        #expect(
            calendar.unconfirmedYears(from: try day("2025-12-31"), through: try day("2028-01-01")) == [
                2025, 2027, 2028,
            ]
        )
        #expect(calendar.unconfirmedYears(from: try day("2028-01-01"), through: try day("2025-12-31")) == [])
    }

    @Test("holidays are listed in order, weekends included")
    func holidays() throws {
        let calendar = try WorkingCalendar.sample()
        let list = calendar.holidays(from: try day("2026-02-18"), through: try day("2026-05-01"))
        #expect(list.map(\.date.description) == ["2026-02-18", "2026-03-21", "2026-04-03", "2026-05-01"])
        #expect(list.first?.name == "Chinese New Year")
    }
}

@Suite("What was known of a calendar")
struct KnownCalendarTests {
    /// 2026 was published in June 2025; one day off and one day worked were announced later, and one day is doubtful.
    private func calendar() throws -> WorkingCalendar {
        WorkingCalendar(
            id: "made-up",
            weekend: [6, 7],
            holidays: [
                try day("2026-05-01"): "Labour Day", try day("2026-05-04"): "Polling day", try day("2026-12-25"): "C",
            ],
            workdays: [try day("2026-05-09")],
            years: [2025: .confirmed, 2026: .confirmed],
            doubtful: [try day("2026-12-25")],
            knownFrom: .init(
                days: [try day("2026-05-04"): try day("2026-04-10"), try day("2026-05-09"): try day("2026-04-10")],
                years: [2026: try day("2025-06-16")]
            )
        )
    }

    @Test("before a day was announced, nobody counted with it; from that day on, everybody does")
    func announced() throws {
        let calendar = try calendar()
        let start = try day("2026-04-30")
        for (known, end) in [("2026-04-09", "2026-05-08"), ("2026-04-10", "2026-05-09"), ("2026-07-01", "2026-05-09")] {
            let then = calendar.known(on: try day(known))
            #expect(then.date(after: start, workingDays: 5).description == end, "\(known)")
        }
        #expect(calendar.known(on: try day("2027-01-01")) == calendar)
    }

    @Test("a year is not sure before it was published, and not around a day of which nobody is sure")
    func published() throws {
        let calendar = try calendar()
        let (first, last) = (try day("2026-02-01"), try day("2026-03-01"))
        #expect(calendar.known(on: try day("2025-06-15")).unconfirmedYears(from: first, through: last) == [2026])
        #expect(calendar.known(on: try day("2025-06-16")).unconfirmedYears(from: first, through: last) == [])
        #expect(calendar.unconfirmedYears(from: first, through: try day("2026-12-31")) == [2026])
        #expect(calendar.unconfirmedYears(from: first, through: try day("2026-12-24")) == [])
    }
}
