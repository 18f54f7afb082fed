import Regulation
import Testing

/// Offsets and expected times agree with the IANA time zone database as another library reads it.
@Suite("Time zones as data")
struct ZoneTests {
    private func zone(_ id: String, _ offsets: [(String, Int)]) throws -> Zone {
        let offsets = try offsets.map { Zone.Offset(from: try instant($0.0), minutes: $0.1) }
        return try #require(Zone(id: id, offsets: offsets))
    }

    private func tokyo() throws -> Zone { try zone("Asia/Tokyo", [("1951-09-08T15:00:00Z", 540)]) }

    private func cairo() throws -> Zone {
        try zone(
            "Africa/Cairo",
            [("2023-10-26T21:00:00Z", 120), ("2024-04-25T22:00:00Z", 180), ("2024-10-31T21:00:00Z", 120)]
        )
    }

    private func apia() throws -> Zone {
        try zone("Pacific/Apia", [("2011-09-24T14:00:00Z", -600), ("2011-12-30T10:00:00Z", 840)])
    }

    @Test("the same instant falls on another day in another zone")
    func civilDates() throws {
        let evening = try instant("2026-03-31T15:30:00Z")
        #expect(try tokyo().civilDate(at: evening).description == "2026-04-01")
        #expect(Zone.utc.civilDate(at: evening).description == "2026-03-31")
        #expect(try tokyo().localText(try instant("2026-04-01T09:00:00Z")) == "2026-04-01 18:00:00 +09:00")
        #expect(try apia().localText(try instant("2011-12-30T09:59:59Z")) == "2011-12-29 23:59:59 -10:00")
        #expect(try apia().localText(try instant("2011-12-30T10:00:00Z")) == "2011-12-31 00:00:00 +14:00")
        #expect(Zone.utc.localText(try instant("2026-04-01T09:00:00Z")) == "2026-04-01 09:00:00 +00:00")
    }

    @Test("before the first offset that is known, that one holds")
    func beforeTheFirst() throws {
        #expect(try tokyo().offset(at: try instant("1920-01-01T00:00:00Z")) == 540)
        #expect(try tokyo().startOfDay(try day("1920-01-01")) == instant("1919-12-31T15:00:00Z"))
    }

    @Test("a day begins at midnight, or at the jump where clocks skip midnight")
    func startOfDay() throws {
        #expect(try tokyo().startOfDay(try day("2026-04-01")) == instant("2026-03-31T15:00:00Z"))
        // Clocks go from 23:59:59 to 01:00:00.
        #expect(try cairo().startOfDay(try day("2024-04-26")) == instant("2024-04-25T22:00:00Z"))
        // Clocks go back at midnight: the new day begins when midnight is not followed by yesterday.
        #expect(try cairo().startOfDay(try day("2024-11-01")) == instant("2024-10-31T22:00:00Z"))
        // The whole of 30 December was skipped.
        #expect(try apia().startOfDay(try day("2011-12-30")) == instant("2011-12-30T10:00:00Z"))
        #expect(try apia().startOfDay(try day("2011-12-31")) == instant("2011-12-30T10:00:00Z"))
    }

    @Test("the start of a day is its first instant")
    func firstInstant() throws {
        for zone in [try tokyo(), try cairo(), .utc] {
            for number in 19_700...20_100 {
                let date = CivilDate(dayNumber: number)
                let start = zone.startOfDay(date)
                #expect(zone.civilDate(at: start) == date)
                #expect(zone.civilDate(at: start.adding(milliseconds: -1)) == date.adding(days: -1))
            }
        }
    }

    @Test("offsets must be there, in order, and within fourteen hours")
    func refused() throws {
        let first = Zone.Offset(from: try instant("2020-01-01T00:00:00Z"), minutes: 60)
        let second = Zone.Offset(from: try instant("2021-01-01T00:00:00Z"), minutes: 841)
        #expect(Zone(id: "none", offsets: []) == nil)
        #expect(Zone(id: "twice", offsets: [first, first]) == nil)
        #expect(Zone(id: "far", offsets: [first, second]) == nil)
        #expect(Zone(id: "one", offsets: [first])?.offsets == [first])
    }
}
