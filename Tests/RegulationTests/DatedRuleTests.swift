import Regulation
import Testing

@Suite("A rule without a first day")
struct DatedRuleTests {
    private func fee(asOf date: String?, from first: CivilDate? = nil) -> FeeRule {
        FeeRule(
            id: "application",
            amounts: nil,
            window: Window(from: first, until: nil),
            source: Source(text: "t", url: nil, asOf: date.flatMap { PartialDate($0) }, confidence: .confirmed)
        )
    }

    @Test(
        "is not known to have held before its source was written, nor at any time where the source bears no date",
        arguments: [
            ("2026-11-22", "2026-11-21", true), ("2026-11-22", "2026-11-22", false),
            ("2026-11-22", "2027-01-01", false),
            ("2022", "2021-12-31", true), ("2022", "2022-01-01", false), ("2026-03", "2026-02-28", true),
            (nil, "2030-01-01", true),
        ] as [(String?, String, Bool)]
    )
    func withoutFirstDay(_ asOf: String?, _ day: String, _ isUnknown: Bool) throws {
        let date = try #require(CivilDate(day))
        #expect(fee(asOf: asOf).isFirstDayUnknown(on: date) == isUnknown)
    }

    @Test("is one that has a first day of its own or of its route on no day at all")
    func withFirstDay() throws {
        let (first, date) = (try #require(CivilDate("2020-04-01")), try #require(CivilDate("2024-01-01")))
        #expect(!fee(asOf: "2026-11-22", from: first).isFirstDayUnknown(on: date))
        #expect(!fee(asOf: nil, from: first).isFirstDayUnknown(on: date))
        let route = Window(from: first, until: nil)
        #expect(!fee(asOf: "2026-11-22").isFirstDayUnknown(on: date, within: route))
        #expect(fee(asOf: "2026-11-22").isFirstDayUnknown(on: date, within: Window(from: nil, until: date)))
    }
}
