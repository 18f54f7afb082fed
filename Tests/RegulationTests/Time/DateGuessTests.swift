import Regulation
import Testing

@Suite("What a mistyped date probably meant is said, and never taken")
struct DateGuessTests {
    @Test("a date in another count of years, another script or another order has one meaning")
    func read() throws {
        let texts: [(String, String, YearCount?)] = [
            ("115-03-04", "2026-03-04", .minguo), ("0115-03-04", "2026-03-04", .minguo),
            ("1150304", "2026-03-04", .minguo), ("民國115年3月4日", "2026-03-04", .minguo),
            ("ROC 99/12", "2010-12", .minguo),
            ("115", "2026", .minguo), ("R8", "2026", .reiwa), ("R8.6.10", "2026-06-10", .reiwa),
            ("令和8年6月10日", "2026-06-10", .reiwa), ("令和元年5月", "2019-05", .reiwa), ("H31.4.30", "2019-04-30", .heisei),
            ("昭和64年1月7日", "1989-01-07", .showa), ("2574/4/5", "2031-04-05", .buddhist),
            ("05/04/2574", "2031-04-05", .buddhist), ("พ.ศ. 2569", "2026", .buddhist),
            ("๒๕๖๙-๐๖-๑๐", "2026-06-10", .buddhist), ("2026/06/10", "2026-06-10", nil),
            ("２０２６年６月１０日", "2026-06-10", nil),
            ("2026-6-9", "2026-06-09", nil), ("20260610", "2026-06-10", nil), ("13.06.2026", "2026-06-13", nil),
            ("06/13/2026", "2026-06-13", nil), ("06/06/2026", "2026-06-06", nil), ("6/2026", "2026-06", nil),
            ("2026/05", "2026-05", nil),
            ("2026-02-13..2026-03-25", "2026-02-13/2026-03-25", nil),
            ("2026-02-13 to 2026-03", "2026-02-13/2026-03-31", nil),
            ("2026-03-25/2026-02-13", "2026-02-13/2026-03-25", nil),
            ("2026-2-13/2026-3-25", "2026-02-13/2026-03-25", nil),
            ("R8.2.13〜R8.3.25", "2026-02-13/2026-03-25", .reiwa),
            ("民國115年2月13日–民國115年3月25日", "2026-02-13/2026-03-25", .minguo),
            ("/2026-03-25", "../2026-03-25", nil), ("2026-03-25/", "2026-03-25/..", nil),
            ("../2026/3/25", "../2026-03-25", nil), ("2026-05-XX", "2026-05", nil), ("2026-xx-xx", "2026", nil),
            ("Unknown", "unknown", nil), ("XXXX", "unknown", nil), ("不明", "unknown", nil),
        ]
        for (text, meant, count) in texts {
            let guess = try #require(DateGuess(reading: text), "\(text)")
            #expect(guess.date == PartialDate(meant), "\(text): \(guess)")
            #expect(guess.count == count, "\(text)")
        }
    }

    @Test("what could be two dates, or is none, is not guessed")
    func unread() {
        for text in [
            "", "soon", "10/06/2026", "26-06-10", "2026-02-30", "2026-13-01", "R99", "H32", "S1.1.1x", "令和", "8年6月",
            "1",
            "2026-06-10-11", "2400", "99999999999999999999", "3000-01-01", "June 2026",
        ] {
            #expect(DateGuess(reading: text) == nil, "\(text)")
        }
    }

    @Test("a year that can be read is guessed to be Buddhist only where that date would do")
    func fitting() throws {
        let far = try #require(PartialDate("2574-04-05"))
        let meant = try #require(PartialDate("2031-04-05"))
        #expect(DateGuess(for: far) { $0 == meant }?.date == meant)
        #expect(DateGuess(for: far) { _ in false } == nil)
        #expect(DateGuess(for: meant) { _ in true } == nil)
        let month = try #require(PartialDate("2569-06"))
        #expect(DateGuess(for: month) { _ in true }?.description == "2026-06 (buddhist 2569)")
        let span = try #require(PartialDate("2569-02-13/2569-03-25"))
        #expect(DateGuess(for: span) { _ in true }?.date == PartialDate("2026-02-13/2026-03-25"))
        let open = try #require(PartialDate("../2569-03-25"))
        #expect(DateGuess(for: open) { _ in true }?.description == "../2026-03-25 (buddhist 2569)")
        #expect(DateGuess(for: .unknown) { _ in true } == nil)
        let leap = try #require(PartialDate("2567-02-28"))
        #expect(DateGuess(for: leap) { _ in true }?.date == PartialDate("2024-02-28"))
    }
}
