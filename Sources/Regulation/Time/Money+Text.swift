extension Money {
    /// The sum as people write it, such as `SGD 3710.00` or `JPY 13,016,900`: commas between thousands are allowed, more
    /// decimal places than the currency has are not.
    package init?(text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let unit = Money(currency: String(parts[0]), minorUnits: 0) else { return nil }
        let sum = parts[1].filter { $0 != "," }.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = sum.first, !whole.isEmpty, sum.count <= 2 else { return nil }
        let fraction = sum.count == 2 ? sum[1] : ""
        guard fraction.count <= unit.minorUnitDigits, sum.count == 1 || !fraction.isEmpty else { return nil }
        let digits = whole + fraction + String(repeating: "0", count: unit.minorUnitDigits - fraction.count)
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let minorUnits = Int64(digits)
        else { return nil }
        self.init(currency: unit.currency, minorUnits: minorUnits)
    }
}
