import Regulation
import Testing

@testable import Definitions

@Suite("Calendars in files")
struct CalendarFileTests {
    private static let text = """
        calendar: XB
        weekend: [friday, saturday]
        years:
          2026: { confidence: confirmed, knownFrom: "2025-06-16", note: "made up" }
        workdays:
          "2026-05-09": { name: "Worked", knownFrom: "2026-04-10" }
        holidays:
          "2026-05-03": "A Sunday"
          "2026-05-04": { name: "Polling day", confidence: unconfirmed, knownFrom: "2026-04-10" }
        """

    private func read(_ text: String) throws -> WorkingCalendar {
        try CalendarReader.calendar(from: SourceFile(path: "XB.yaml", text: text))
    }

    @Test("a day is a name, or a name with how sure it is and when it was announced; a year says when it was published")
    func days() throws {
        let calendar = try read(Self.text)
        let (polling, worked) = (try #require(CivilDate("2026-05-04")), try #require(CivilDate("2026-05-09")))
        #expect(calendar.holidays.values.sorted() == ["A Sunday", "Polling day"])
        #expect(calendar.doubtful == [polling])
        let april = try #require(CivilDate("2026-04-10"))
        let published = try #require(CivilDate("2025-06-16"))
        #expect(calendar.knownFrom == .init(days: [polling: april, worked: april], years: [2026: published]))
        #expect(calendar.weekend == [5, 6])
    }

    @Test("a day without a name, or announced on no day, is reported")
    func defects() throws {
        for (old, new, message) in [
            ("name: \"Polling day\", ", "", "a day has no ‘name’"),
            ("knownFrom: \"2025-06-16\"", "knownFrom: June", "‘knownFrom’ is a date such as 2026-05-12, not ‘June’"),
        ] {
            let error = #expect(throws: Diagnostics.self) { try read(Self.text.replacing(old, with: new)) }
            #expect(error?.all.map(\.message) == [message])
        }
    }

    @Test("a body that sits elsewhere lets its country count by the calendar of that place, which must be there")
    func bodies() throws {
        let elsewhere = RuleFolder.jurisdiction.replacing(
            "functions: [reviews, decides]",
            with: "functions: [reviews, decides]\n    calendar: AU-NSW"
        )
        let zones = try shipped.zones()
        let there = try JurisdictionReader.jurisdiction(
            from: SourceFile(path: "XA.yaml", text: elsewhere),
            zones: zones
        )
        #expect(there.workingCalendar == "AU-NSW")
        #expect(there.calendar == "XA")
        let date = try #require(CivilDate("2026-07-01"))
        let pinnable = try PinnableJurisdiction(SourceFile(path: "XA.yaml", text: elsewhere), zones: zones)
        let text = try #require(pinnable.canonicalText(route: "full", on: date, for: "B"))
        #expect(try PinnedForm.jurisdiction(fromCanonical: text).workingCalendar == "AU-NSW")
    }

    @Test("the states have days that the seat of the authority has not, and calendars go back to 2014")
    func shippedParts() throws {
        let (kelantan, selangor) = (try shipped.calendar("MY-KTN"), try shipped.calendar("MY"))
        let friday = try #require(CivilDate("2026-07-03"))
        #expect(!kelantan.isWorkingDay(friday) && selangor.isWorkingDay(friday))
        let labourDay = try #require(CivilDate("2026-10-05"))
        #expect(try !shipped.calendar("AU-NSW").isWorkingDay(labourDay))
        #expect(try shipped.calendar("AU-VIC").isWorkingDay(labourDay))
        for jurisdiction in try shipped.jurisdictions() {
            let calendar = try shipped.calendar(jurisdiction.calendar)
            #expect(calendar.years.keys.min() == 2014, "\(jurisdiction.code)")
            #expect(calendar.years.allSatisfy { $0.key >= 2025 || $0.value == .unconfirmed }, "\(jurisdiction.code)")
        }
    }
}
