import Definitions
import Regulation
import Testing

@Suite("Zones, calendars and fees are read exactly")
struct RuleFileTests {
    private func calendar(_ text: String) throws(Diagnostics) -> WorkingCalendar {
        try CalendarReader.calendar(from: SourceFile(path: "k.yaml", text: text))
    }

    @Test("a calendar knows its weekend, its holidays and how sure each year is")
    func calendar() throws {
        let calendar = try calendar(
            """
            calendar: XA
            weekend: [friday, saturday]
            years: { 2026: { confidence: confirmed }, 2027: { confidence: unconfirmed, note: later } }
            holidays: { "2026-01-01": "New Year's Day" }
            """
        )
        #expect(calendar.weekend == [5, 6])
        #expect(calendar.years == [2026: .confirmed, 2027: .unconfirmed])
        #expect(try calendar.holidays[#require(CivilDate("2026-01-01"))] == "New Year's Day")
    }

    @Test("a calendar's defects have their places")
    func calendarDefects() {
        let text = """
            calendar: XA
            weekend: [saturday, sonntag, sundy]
            years: { 2026: { confidence: sure }, twenty: {} }
            holidays: { "2026-02-30": "None", "2028-01-01": "Some" }
            """
        #expect(
            defects { () throws(Diagnostics) in try calendar(text) } == [
                "k.yaml:2:21: error: ‘sonntag’ is no weekday",
                "k.yaml:2:30: error: ‘sundy’ is no weekday; did you mean ‘sunday’?",
                "k.yaml:3:30: error: ‘confidence’ is confirmed or unconfirmed, not ‘sure’",
                "k.yaml:3:38: error: ‘twenty’ is no year",
                "k.yaml:4:13: error: ‘2026-02-30’ is no date such as 2026-05-12",
                "k.yaml:4:35: error: 2028 is not among ‘years’, so 2028-01-01 has no confidence",
            ]
        )
    }

    @Test("years and days that are no mapping are not passed over")
    func calendarForms() {
        let text = "calendar: XA\nweekend: [saturday]\nyears: [2026]\nholidays: \"2026-01-01\"\nworkdays: [x]\n"
        #expect(
            defects { () throws(Diagnostics) in try calendar(text) } == [
                "k.yaml:3:8: error: ‘years’ is a mapping, not a list",
                "k.yaml:4:11: error: ‘holidays’ is a mapping, not ‘2026-01-01’",
                "k.yaml:5:11: error: ‘workdays’ is a mapping, not a list",
            ]
        )
    }

    @Test("claims, targets and holders that are no mapping are not passed over")
    func manifestForms() throws {
        let text = try shippedText("samples/colon-cade/submission.yaml")
        let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
        let kept = parts.filter { !$0.hasPrefix(" ") }.filter { line in
            !["claims:", "targets:", "holders:"].contains { line.hasPrefix($0) }
        }
        let edited = "claims: [C1]\ntargets: SG\nholders: [x]\n" + kept.joined(separator: "\n")
        let found = defects { () throws(Diagnostics) in
            try ManifestReader.manifest(from: SourceFile(path: "s.yaml", text: edited))
        }
        #expect(found.contains("s.yaml:1:9: error: ‘claims’ is a mapping, not a list"))
        #expect(found.contains("s.yaml:2:10: error: ‘targets’ is a mapping, not ‘SG’"))
        #expect(found.contains("s.yaml:3:10: error: ‘holders’ is a mapping, not a list"))
    }

    @Test("a zone's offsets ascend")
    func zones() {
        func read(_ text: String) -> [String] {
            defects { () throws(Diagnostics) in try ZoneReader.zones(from: SourceFile(path: "z.yaml", text: text)) }
        }
        #expect(read("zones: { A/B: [{ from: \"2000-01-01T00:00:00Z\", minutes: 540 }] }") == [])
        #expect(
            read("zones: { A/B: [{ from: \"2000-01-01\", minutes: nine }] }") == [
                "z.yaml:1:24: error: ‘from’ is an instant such as 2026-04-01T00:00:00Z, not ‘2000-01-01’",
                "z.yaml:1:47: error: ‘minutes’ is a whole number, not ‘nine’",
            ]
        )
        #expect(
            read("zones: { A/B: [{ from: \"2000-01-01T00:00:00Z\", minutes: 900 }], C/D: [] }") == [
                "z.yaml:1:15: error: the offsets of ‘A/B’ are ascending and within 14 hours, at least one",
                "z.yaml:1:70: error: the offsets of ‘C/D’ are ascending and within 14 hours, at least one",
            ]
        )
    }

    @Test("a fee is read in the minor unit of its currency, or refused")
    func fees() throws {
        let zones = try shipped.zones()
        func amount(_ sum: String) -> (Money?, [String]) {
            let edited = RuleFolder.jurisdiction.replacing("\"JPY 5000\"", with: "\"\(sum)\"")
            do {
                let file = SourceFile(path: "XA.yaml", text: edited)
                let jurisdiction = try JurisdictionReader.jurisdiction(from: file, zones: zones)
                return (jurisdiction.routes[0].fees[0].amount, [])
            } catch {
                return (nil, error.all.map(\.message))
            }
        }
        #expect(amount("JPY 13,016,900").0 == Money(currency: "JPY", minorUnits: 13_016_900))
        #expect(amount("SGD 3710").0 == Money(currency: "SGD", minorUnits: 371_000))
        #expect(amount("SGD 3710.5").0 == Money(currency: "SGD", minorUnits: 371_050))
        for bad in ["JPY 1.5", "SGD", "SGD  3", "sgd 3", "SGD 3.", "SGD -3", "SGD .5", "XAU 1", "SGD 3.001", "3 SGD"] {
            #expect(
                amount(bad).1 == ["an amount is a currency and a sum such as ‘SGD 3710.00’, not ‘\(bad)’"],
                "\(bad)"
            )
        }
    }

    @Test("languages with other slots or missing words are named")
    func labels() throws {
        var files = DefectFolder.sound
        files["labels/ja.yaml"] = files["labels/ja.yaml"]?
            .replacing("Screening", with: "'{0} 受付'").replacing("fields: { reason: Reason }\n", with: "")
        let folder = try TemporaryFolder(files)
        defer { folder.remove() }
        #expect(
            folder.defects() == [
                "labels/ja.yaml:1:1: error: the label ‘fields.reason’ of another language is missing",
                "labels/ja.yaml:3:5: error: ‘states.review.screening’ has other slots than en: none",
            ]
        )
    }
}
