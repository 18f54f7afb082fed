import Definitions
import Regulation
import Testing

@Suite("What has grown old is told as a warning, and only from its day on")
struct AgingTests {
    private func warnings(_ files: [String: String], on day: String) throws -> [String] {
        let folder = try TemporaryFolder(files)
        defer { folder.remove() }
        let date = try #require(CivilDate(day))
        return ConfigFolder(path: folder.path).agings(on: date).map {
            $0.description.replacing("\(folder.path)/", with: "")
        }
    }

    @Test("a source is old two years after the last day that it may be of")
    func sources() throws {
        var files = RuleFolder.sound
        files["calendars/XA.yaml"] = files["calendars/XA.yaml"]?.replacing("2026", with: "2030")
        #expect(try warnings(files, on: "2028-01-31") == [])
        #expect(
            try warnings(files, on: "2028-02-01") == [
                "jurisdictions/XA.yaml:6:33: warning: "
                    + "18 facts rest on a source of 2026-01, more than two years before 2028-02-01"
            ]
        )
    }

    @Test("a calendar runs out 18 months before the end of its last confirmed year")
    func calendars() throws {
        var files = RuleFolder.sound
        files["jurisdictions/XA.yaml"] = files["jurisdictions/XA.yaml"]?.replacing("asOf: \"2026-01\", ", with: "")
        #expect(try warnings(files, on: "2025-06-30") == [])
        #expect(
            try warnings(files, on: "2025-07-01") == [
                "calendars/XA.yaml:4:3: warning: "
                    + "the calendar ‘XA’ is confirmed until 2026-12-31 only, less than 18 months from 2025-07-01"
            ]
        )
        files["calendars/XA.yaml"] = files["calendars/XA.yaml"]?.replacing("confirmed", with: "unconfirmed")
        #expect(
            try warnings(files, on: "2020-01-01") == [
                "calendars/XA.yaml:3:1: warning: no year of the calendar ‘XA’ is confirmed"
            ]
        )
    }

    @Test("files with defects are passed over")
    func defects() throws {
        var files = RuleFolder.sound
        files["jurisdictions/XA.yaml"] = "jurisdiction: [\n"
        files["calendars/XA.yaml"] = "calendar: XA\n"
        #expect(try warnings(files, on: "2040-01-01") == [])
    }
}
