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

    @Test("one of the days between two, not after, not before and unknown are read, and written one way")
    func spans() throws {
        let forms: [(String, String, PartialDate.Form)] = [
            ("2026-02-13/2026-03-25", "2026-02-13/2026-03-25", .span), ("2026-02/2026-03", "2026-02/2026-03", .span),
            ("2026-02-01/2026-03-31", "2026-02/2026-03", .span), ("2025/2026", "2025/2026", .span),
            ("2025-01/2026-12-31", "2025/2026", .span), ("2026-02-13/2026-02", "2026-02-13/2026-02-28", .span),
            ("2026-05-01/2026-05-31", "2026-05", .month), ("2026-05/2026-05", "2026-05", .month),
            ("2026-01/2026-12", "2026", .year), ("2026-05-12/2026-05-12", "2026-05-12", .day),
            ("../2026-03-25", "../2026-03-25", .notAfter), ("../2026-03", "../2026-03-31", .notAfter),
            ("2026-03-25/..", "2026-03-25/..", .notBefore), ("2026/..", "2026-01-01/..", .notBefore),
            ("unknown", "unknown", .unknown), ("1900/9999", "unknown", .unknown),
            ("../1900", "1900", .year), ("9999-12/..", "9999-12", .month), ("../1900-01-01", "1900-01-01", .day),
        ]
        for (text, written, form) in forms {
            let date = try #require(PartialDate(text), "\(text)")
            #expect(date.description == written && date.form == form, "\(text): \(date)")
            #expect(PartialDate(written) == date, "\(text)")
        }
        for text in [
            "2026-03-25/2026-02-13", "../..", "..", "/", "2026-03-25/", "/2026-03-25", "2026-02-13/25", "2026/05",
            "2026-02-13/2026-03-25/2026-04-01", "../unknown", "unknown/..", "Unknown", "XXXX", "2026-05-XX",
            "2026-02-13..2026-03-25", " 2026-05-12", "2026-05-12/2026-13",
        ] {
            #expect(PartialDate(text) == nil, "\(text)")
        }
    }

    @Test("of a date only the days between two others are left, or none")
    func cut() throws {
        let month = try partial("2026-05")
        #expect(try month.cut(from: day("2026-05-12")) == partial("2026-05-12/2026-05-31"))
        #expect(try month.cut(through: day("2026-05-01")) == partial("2026-05-01"))
        #expect(try month.cut(through: day("2026-04-30")) == nil)
        #expect(PartialDate.unknown.cut(to: month) == month)
        #expect(try partial("../2026-05-12").cut(to: partial("2026-05-10/..")) == partial("2026-05-10/2026-05-12"))
    }

    @Test("what is counted from an end of which nothing is known is not known either")
    func moved() throws {
        let later = { (date: CivilDate) in date.adding(days: 10) }
        #expect(try partial("2026-05").moved(later) == partial("2026-05-11/2026-06-10"))
        #expect(try partial("../2026-05-12").moved(later) == partial("../2026-05-22"))
        #expect(try partial("2026-05-12/..").moved(later) == partial("2026-05-22/.."))
        #expect(PartialDate.unknown.moved(later) == .unknown)
    }

    @Test("a month can mean each of its days, a year each of its own")
    func bounds() throws {
        #expect(DateBounds(try partial("2028-02")).description == "2028-02")
        #expect(DateBounds(try partial("2026")).description == "2026")
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
