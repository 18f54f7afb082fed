extension Money {
    /// The sum as people write it, such as `SGD 3710.00`, `JPY 13,016,900` or `INR 1,00,000.00`; nil where it could be
    /// another.
    package init?(text: String) {
        do {
            try self.init(reading: text)
        } catch {
            return nil
        }
    }

    /// The sum that `text` names: a code of ISO 4217, a space, and digits with a point before the decimals.
    ///
    /// Commas may stand between groups of three digits, or of two and at last three where lakhs are counted. A comma is
    /// never taken for a decimal sign nor left out where it might be one, so no sum is read ten or a hundred times too large.
    package init(reading text: String) throws(MoneyDefect) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .form }
        let currency = String(parts[0])
        guard let unit = Money(currency: currency, minorUnits: 0), Self.currencies.contains(currency) else {
            throw .currency(currency)
        }
        let halves = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count <= 2, let whole = halves.first else { throw .form }
        let fraction = halves.count == 2 ? halves[1] : ""
        guard let plain = Self.ungrouped(whole, in: unit, hasPoint: halves.count == 2) else { throw .grouping }
        guard Self.areDigits(plain), halves.count == 1 || Self.areDigits(fraction) else { throw .form }
        guard fraction.utf8.count <= unit.minorUnitDigits else { throw .decimals(unit.minorUnitDigits) }
        let zeros = String(repeating: "0", count: unit.minorUnitDigits - fraction.utf8.count)
        guard let minorUnits = Int64(plain + fraction + zeros) else { throw .tooLarge }
        self.init(unit, minorUnits)
    }

    private init(_ unit: Money, _ minorUnits: Int64) {
        currency = unit.currency
        self.minorUnits = minorUnits
    }

    /// The digits without the commas between them; nil where those stand elsewhere than between groups.
    private static func ungrouped(_ whole: Substring, in unit: Money, hasPoint: Bool) -> String? {
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count > 1 else { return String(whole) }
        // With three decimals, 1,234 may be a little more than one, as the comma is read in half of the world.
        if groups.count == 2, !hasPoint, unit.minorUnitDigits >= 3 { return nil }
        guard let first = groups.first, let last = groups.last, last.utf8.count == 3, first.first != "0",
            !first.isEmpty
        else { return nil }
        let inner = groups.dropFirst().dropLast()
        let isByThousands = first.utf8.count <= 3 && inner.allSatisfy { $0.utf8.count == 3 }
        let isByLakhs =
            lakhCurrencies.contains(unit.currency) && first.utf8.count <= 2 && inner.allSatisfy { $0.utf8.count == 2 }
        return isByThousands || isByLakhs ? groups.joined() : nil
    }

    private static func areDigits(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}

/// Why a text names no sum.
package enum MoneyDefect: Error, Hashable, Sendable {
    /// It is not a code, a space and digits.
    case form
    /// ISO 4217 has no such code.
    case currency(String)
    /// Its commas do not stand between groups of digits, or one may be a decimal sign.
    case grouping
    /// The currency has only so many decimals.
    case decimals(Int)
    case tooLarge
}

extension MoneyDefect {
    /// The sum that `text` probably means, as it should be written; nil where it could be several.
    package static func meant(by text: String) -> Money? {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let isCode: (String) -> Bool = { $0.utf8.count == 3 && $0.allSatisfy(\.isLetter) }
        guard words.count == 2, let code = words.first(where: isCode)?.uppercased(),
            let sum = words.first(where: { !isCode($0) })
        else { return nil }
        if let money = Money(text: "\(code) \(sum)") { return money }
        // 530,00 and 1.234,50: the comma is the decimal sign where it comes last, and no thousand can follow it.
        let halves = sum.split(separator: ",", omittingEmptySubsequences: false)
        guard halves.count <= 2, let whole = halves.first else { return nil }
        let groups = whole.split(separator: ".", omittingEmptySubsequences: false)
        guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else { return nil }
        if halves.count == 1 { return groups.count > 2 ? Money(text: "\(code) \(groups.joined())") : nil }
        guard halves[1].utf8.count != 3 else { return nil }
        return Money(text: "\(code) \(groups.joined()).\(halves[1])")
    }
}

extension Money {
    /// Of the countries that write their sums in lakhs and crores.
    private static let lakhCurrencies: Set<String> = ["BDT", "BTN", "INR", "NPR", "PKR"]

    /// ISO 4217, list one, without metals and accounting units.
    ///
    /// A code that is none, such as RMB or NTD, would give a sum that adds up with no other.
    private static let currencies = Set(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE \
        CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ \
        GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL \
        LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR \
        PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY \
        TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
        """.split(separator: " ").map(String.init)
    )
}
