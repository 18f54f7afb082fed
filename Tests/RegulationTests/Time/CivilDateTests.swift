import Regulation
import Testing

@Suite("Civil dates")
struct CivilDateTests {
    @Test("New Year's days from 1900 to 2100 fall on the weekday and the day number that another library gives")
    func newYears() throws {
        let weekdays = CivilDateReference.weekdaysOfNewYear.map { $0.wholeNumberValue }
        for (index, year) in CivilDateReference.years.enumerated() {
            let date = try #require(CivilDate(year: year, month: 1, day: 1))
            #expect(date.weekday == weekdays[index])
            #expect(date.dayNumber == CivilDateReference.dayNumbersOfNewYear[index])
        }
    }

    @Test("every day from 1900 through 2100 has the parts that another library gives")
    func everyDay() throws {
        let first = try #require(CivilDate("1900-01-01"))
        let last = try #require(CivilDate("2100-12-31"))
        var checksum = Checksum()
        for number in first.dayNumber...last.dayNumber {
            let date = CivilDate(dayNumber: number)
            for part in [number, date.year, date.month, date.day, date.weekday] { checksum.add(part) }
        }
        #expect(checksum.value == CivilDateReference.everyDay)
    }

    @Test("every day from 1904 through 2100 moves by months to the day that another library gives")
    func everyMonth() throws {
        let first = try #require(CivilDate("1904-01-01"))
        let last = try #require(CivilDate("2100-12-31"))
        var checksum = Checksum()
        for number in first.dayNumber...last.dayNumber {
            let date = CivilDate(dayNumber: number)
            for months in CivilDateReference.monthsAdded { checksum.add(date.adding(months: months).dayNumber) }
        }
        #expect(checksum.value == CivilDateReference.everyDayMovedByMonths)
    }

    @Test("far days keep their number, weekday and text")
    func farDays() throws {
        let known = [
            ("1900-01-01", -25_567, 1), ("2400-02-29", 157_113, 2), ("5000-07-04", 1_106_869, 5),
            ("9996-02-29", 2_931_495, 4), ("9999-12-31", 2_932_896, 5),
        ]
        for (text, number, weekday) in known {
            let date = try #require(CivilDate(text))
            #expect(date.dayNumber == number)
            #expect(date.weekday == weekday)
            #expect(CivilDate(dayNumber: number).description == text)
        }
    }

    @Test("only YYYY-MM-DD of a day that exists is read")
    func text() {
        let refused = [
            "", "2026", "2026-05", "2026-5-12", "2026-05-12 ", " 2026-05-12", "2026-05-12T", "2026/05/12", "20260512",
            "2026-02-29", "2100-02-29", "2026-04-31", "2026-00-10", "2026-13-10", "2026-01-00", "1899-12-31",
            "10000-01-01", "+026-01-01", "-026-01-01", "2026-01-1\u{0661}", "\u{FF12}026-01-01",
        ]
        for text in refused { #expect(CivilDate(text) == nil, "\(text)") }
        #expect(CivilDate("2000-02-29")?.description == "2000-02-29")
        #expect(CivilDate(year: 2026, month: 2, day: 29) == nil)
    }

    @Test("a month added to its last days gives the last day of a shorter month")
    func clamping() {
        #expect(CivilDate("2026-01-31")?.adding(months: 1).description == "2026-02-28")
        #expect(CivilDate("2027-11-30")?.adding(months: 3).description == "2028-02-29")
        #expect(CivilDate("2028-02-29")?.adding(months: -12).description == "2027-02-28")
        #expect(CivilDate("2026-12-31")?.firstOfNextMonth.description == "2027-01-01")
        #expect(CivilDate("2028-02-01")?.firstOfNextMonth.description == "2028-03-01")
        #expect(CivilDate.daysInMonth(year: 2000, month: 2) == 29)
        #expect(CivilDate.daysInMonth(year: 2026, month: 13) == 0)
    }

    @Test("arithmetic that leaves the years 1900 to 9999 ends at their edge")
    func edges() {
        #expect(CivilDate.latest.adding(days: 1) == .latest)
        #expect(CivilDate.earliest.adding(days: .min) == .earliest)
        #expect(CivilDate.latest.adding(days: .max) == .latest)
        #expect(CivilDate.latest.adding(months: .max) == .latest)
        #expect(CivilDate.earliest.adding(months: -1) == .earliest)
        #expect(CivilDate.latest.firstOfNextMonth == .latest)
        #expect(CivilDate(dayNumber: .max) == .latest)
    }
}
