import Regulation
import Testing

@Suite("Amounts and money")
struct AmountTests {
    @Test("a part is a whole fraction of every month's day")
    func parts() {
        for days in 28...31 { #expect(Amount.partsPerUnit % days == 0) }
        #expect(Amount(whole: 3) + Amount(parts: 1) > Amount(whole: 3))
        #expect(Amount(whole: 3) - Amount(whole: 5) == Amount(whole: -2))
    }

    @Test("an amount prints whole, or with one decimal rounded half up")
    func text() {
        let unit = Amount.partsPerUnit
        #expect(Amount(whole: 160).description == "160")
        #expect(Amount(whole: -2).description == "-2")
        #expect(Amount(parts: unit * 43 / 10).description == "4.3")
        #expect(Amount(parts: unit / 20).tenths == 1)
        #expect(Amount(parts: unit / 20 - 1).tenths == 0)
        #expect(Amount(parts: -unit / 20).tenths == 0)
        #expect(Amount(parts: -unit / 20 - 1).tenths == -1)
        #expect(Amount(parts: -unit / 4).description == "-0.2")
        #expect(Amount(parts: -1).description == "0.0")
        #expect(Amount(parts: unit - 1).description == "1.0")
        #expect(AmountBounds(lower: Amount(whole: 2), upper: Amount(whole: 4)).description == "2/4")
        #expect(AmountBounds(exactly: Amount(whole: 2)).description == "2")
        #expect(AmountBounds(lower: Amount(whole: 2), upper: .zero).isExact)
    }

    @Test("money is printed with the decimal places of its currency")
    func money() {
        let printed: [(String, Int64, String)] = [
            ("JPY", 13_016_900, "JPY 13,016,900"), ("SGD", 371_000, "SGD 3,710.00"), ("SGD", 5, "SGD 0.05"),
            ("KRW", 0, "KRW 0"), ("VND", -1_000, "VND -1,000"), ("MYR", -99_999, "MYR -999.99"),
            ("KWD", 1_234_567, "KWD 1,234.567"), ("CLF", 12_345, "CLF 1.2345"),
            ("THB", 100_000_000, "THB 1,000,000.00"),
            ("USD", .min, "USD -92,233,720,368,547,758.08"), ("JPY", 999, "JPY 999"),
        ]
        for (currency, units, text) in printed {
            #expect(Money(currency: currency, minorUnits: units)?.description == text)
        }
    }

    @Test("what is no currency of ISO 4217 form, or has no minor unit, is no money")
    func refusedMoney() {
        for code in ["", "jpy", "JP", "JPYX", "J1Y", "\u{FF2A}PY", "XAU", "XXX"] {
            #expect(Money(currency: code, minorUnits: 1) == nil, "\(code)")
        }
    }
}
