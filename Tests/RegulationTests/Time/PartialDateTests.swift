import Regulation
import Testing

@Suite("Dates known only in part")
struct PartialDateTests {
    @Test("a date is read with the precision it was written in, and written back the same")
    func text() throws {
        for text in ["2026-05-12", "2026-05", "2026", "1900", "9999-12"] {
            #expect(PartialDate(text)?.description == text)
        }
        for text in ["", "26", "2026-5", "2026-13", "2026-00", "1899", "2026-05-32", "2026-05-1", "2026-05-12-01"] {
            #expect(PartialDate(text) == nil, "\(text)")
        }
    }

    @Test("a month can mean each of its days, a year each of its own")
    func bounds() throws {
        #expect(DateBounds(try partial("2028-02")).description == "2028-02-01/2028-02-29")
        #expect(DateBounds(try partial("2026")).description == "2026-01-01/2026-12-31")
        #expect(DateBounds(try partial("2026-05-12")).description == "2026-05-12")
        #expect(try partial("2026-05-12").isExact)
        #expect(try !partial("2026-05").isExact)
        #expect(PartialDate.month(year: 2026, month: 14).latest.description == "2026-12-31")
    }

    @Test("a date is on time, late, or neither can be said")
    func verdicts() throws {
        let due = DateBounds(exactly: try day("2026-05-12"))
        #expect(try partial("2026-05-12").compared(to: due) == .met)
        #expect(try partial("2026-05-13").compared(to: due) == .missed)
        #expect(try partial("2026-04").compared(to: due) == .met)
        #expect(try partial("2026-05").compared(to: due) == .undetermined)
        #expect(try partial("2026").compared(to: due) == .undetermined)
        #expect(try partial("2026-06").compared(to: due) == .missed)
        let open = DateBounds(try partial("2026-05"))
        #expect(try partial("2026-05-01").compared(to: open) == .met)
        #expect(try partial("2026-05-02").compared(to: open) == .undetermined)
        #expect(try partial("2026-06-01").compared(to: open) == .missed)
    }

    @Test("bounds never end before they begin")
    func order() throws {
        let bounds = DateBounds(earliest: try day("2026-05-12"), latest: try day("2026-05-01"))
        #expect(bounds.isExact)
        #expect(bounds.contains(try day("2026-05-12")))
        #expect(!bounds.contains(try day("2026-05-11")))
    }
}
