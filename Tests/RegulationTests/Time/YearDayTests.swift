import Regulation
import Testing

@Suite("A day that comes in every year")
struct YearDayTests {
    @Test("is written by month and day, and is never 29 February")
    func written() {
        #expect(YearDay("12-31")?.description == "12-31" && YearDay("02-01")?.description == "02-01")
        for text in ["02-29", "13-01", "12-32", "1-1", "2026-12-31", "", "12/31", "１2-31"] {
            #expect(YearDay(text) == nil, "\(text)")
        }
    }

    @Test("comes next in the same year, or in the one after it")
    func next() throws {
        let day = try #require(YearDay("12-20"))
        for (date, next) in [("2026-12-19", "2026-12-20"), ("2026-12-20", "2027-12-20"), ("2026-12-21", "2027-12-20")] {
            #expect(day.next(after: try #require(CivilDate(date))) == CivilDate(next))
        }
        #expect(day.next(after: .latest) == .latest)
    }
}
