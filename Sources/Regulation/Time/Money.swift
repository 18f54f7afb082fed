/// A sum of money in the minor unit of its currency, such as a fee.
///
/// Whole numbers only: a fee of SGD 3,710.00 is 371,000 cents, and a fee in yen has no cents at all.
package struct Money: Hashable, Codable, Sendable {
    /// The alphabetic code of ISO 4217, such as `JPY`.
    package let currency: String
    package let minorUnits: Int64

    /// The sum, or nil when `currency` is not three capital letters or has no minor unit in ISO 4217, as gold has none.
    package init?(currency: String, minorUnits: Int64) {
        guard currency.utf8.count == 3, currency.utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
            !Self.withoutMinorUnit.contains(currency)
        else { return nil }
        self.currency = currency
        self.minorUnits = minorUnits
    }

    /// The decimal places of the currency.
    package var minorUnitDigits: Int { Self.exponents[currency] ?? 2 }
}

extension Money {
    /// Where ISO 4217 (list one) gives another exponent than 2.
    private static let exponents: [String: Int] = [
        "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0, "RWF": 0,
        "UGX": 0, "UYI": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
        "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
        "CLF": 4, "UYW": 4,
    ]

    /// Where ISO 4217 gives "N.A.": metals, accounting units, testing, none.
    private static let withoutMinorUnit: Set<String> = [
        "XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XTS", "XUA", "XXX",
    ]
}

extension Money: CustomStringConvertible {
    /// The code, and the sum with all its decimal places: `JPY 13,016,900`, `SGD 3,710.00`.
    package var description: String {
        let digits = minorUnits.magnitude.padded(to: minorUnitDigits + 1)
        let whole = digits.dropLast(minorUnitDigits)
        let fraction = minorUnitDigits == 0 ? "" : "." + digits.suffix(minorUnitDigits)
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return "\(currency) \(minorUnits < 0 ? "-" : "")\(grouped)\(fraction)"
    }
}
