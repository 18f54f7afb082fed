import Regulation
import Testing

@Suite("A sum is read as it is written, or not at all")
struct MoneyTextTests {
    @Test("a point before the decimals, commas between thousands, and lakhs where they are counted")
    func accepted() {
        let sums: [(String, String, Int64)] = [
            ("SGD 530", "SGD", 53_000), ("SGD 530.00", "SGD", 53_000), ("SGD 530.5", "SGD", 53_050),
            ("SGD 1,234.00", "SGD", 123_400), ("SGD 1,234", "SGD", 123_400), ("JPY 13,016,900", "JPY", 13_016_900),
            ("INR 1,00,000.00", "INR", 10_000_000), ("INR 12,34,567", "INR", 123_456_700),
            ("INR 123,456.00", "INR", 12_345_600), ("KWD 1,234.500", "KWD", 1_234_500), ("KWD 1.234", "KWD", 1_234),
            ("VND 5,000,000", "VND", 5_000_000), ("MYR 0.50", "MYR", 50),
        ]
        for (text, currency, units) in sums {
            #expect(Money(text: text) == Money(currency: currency, minorUnits: units), "\(text)")
        }
    }

    @Test("nothing is ever ten, a hundred or a thousand times too large or too small")
    func refused() {
        let texts: [(String, MoneyDefect)] = [
            ("SGD 530,00", .grouping), ("SGD 530,5", .grouping), ("SGD 1.234,50", .form),
            ("SGD 1,23,456.00", .grouping),
            ("SGD 1,00,000.00", .grouping), ("INR 1,0000", .grouping), ("INR 10,0,000", .grouping),
            ("SGD 12345,678", .grouping), ("SGD ,530", .grouping), ("SGD 0,530.00", .grouping),
            ("SGD 1,,234", .grouping),
            ("KWD 1,234", .grouping), ("IDR 1.500.000", .form), ("SGD 1.234", .decimals(2)), ("JPY 1.0", .decimals(0)),
            ("SGD 530.", .form), ("SGD .50", .form), ("SGD -5", .form), ("SGD +5", .form), ("SGD 5e3", .form),
            ("SGD 1 234.00", .form), ("SGD  530", .form), ("SGD530", .form), ("530 SGD", .currency("530")),
            ("RMB 1,000", .currency("RMB")), ("NTD 1,000", .currency("NTD")), ("sgd 530", .currency("sgd")),
            ("S$ 530", .currency("S$")), ("SGD 99999999999999999999", .tooLarge), ("SGD 1,234.5.0", .form),
            ("SGD ５３０", .form), ("SGD 1’234.00", .form), ("", .form),
        ]
        for (text, defect) in texts {
            #expect(throws: defect, "\(text)") { try Money(reading: text) }
        }
    }

    @Test("what was probably meant is named only where it can be one sum")
    func meant() {
        let texts: [(String, String?)] = [
            ("SGD 530,00", "SGD 530.00"), ("SGD 1.234,50", "SGD 1,234.50"), ("sgd 530", "SGD 530.00"),
            ("530.00 SGD", "SGD 530.00"), ("IDR 1.500.000", "IDR 1,500,000.00"), ("KWD 1,234", nil),
            ("SGD 1,00,000", nil),
            ("RMB 5,00", nil), ("five", nil), ("SGD 1.23,4", nil),
        ]
        for (text, meant) in texts { #expect(MoneyDefect.meant(by: text)?.description == meant, "\(text)") }
    }

    @Test("however large, a sum reads back from the way it is shown")
    func shown() throws {
        for (code, units) in [
            ("INR", 1), ("KWD", 1_234), ("KWD", 1_234_000), ("JPY", 999_999_999), ("CLF", 12_345_678),
        ] {
            let money = try #require(Money(currency: code, minorUnits: Int64(units)))
            #expect(Money(text: money.description) == money, "\(money)")
        }
    }
}
