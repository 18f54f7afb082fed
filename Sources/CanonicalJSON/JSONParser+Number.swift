extension JSONParser {
    /// Reads a number whose minus sign or first digit is at the index.
    ///
    /// A token without fraction or exponent claims to be exact: if the double would be written with other digits,
    /// it is refused. A token with either of them is rounded to the nearest double, as everywhere.
    mutating func number() throws(JSONDefect) -> JSONValue {
        let start = index
        let isNegative = bytes[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        let firstDigit = index
        let digits = digitRun()
        guard digits > 0, digits == 1 || bytes[firstDigit] != UInt8(ascii: "0") else {
            throw .malformedNumber(at: start)
        }
        let hasFraction = try fraction(from: start)
        let hasExponent = try exponent(from: start)
        let isExact = !hasFraction && !hasExponent
        if isExact, digits < 17, let integer = integer(in: firstDigit..<index) {
            return .integer(isNegative ? -integer : integer)
        }
        return try double(in: start..<index, isExact: isExact)
    }

    private func integer(in range: Range<Int>) -> Int64? {
        var integer: Int64 = 0
        for byte in bytes[range] { integer = integer * 10 + Int64(byte - UInt8(ascii: "0")) }
        return integer <= JSONValue.exactIntegerLimit ? integer : nil
    }

    private func double(in range: Range<Int>, isExact: Bool) throws(JSONDefect) -> JSONValue {
        let token = bytes[range]
        guard let number = Double(String(decoding: token, as: UTF8.self)) else {
            throw .malformedNumber(at: range.lowerBound)
        }
        let significand = token.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
        let isZero = !significand.contains { UInt8(ascii: "1")...UInt8(ascii: "9") ~= $0 }
        guard number.isFinite, (number == 0) == isZero else { throw .numberOutOfRange(at: range.lowerBound) }
        var written: [UInt8] = []
        CanonicalJSON.append(number, to: &written)
        guard !isExact || token.elementsEqual(written) else { throw .inexactInteger(at: range.lowerBound) }
        return JSONValue.number(number).integerValue.map(JSONValue.integer) ?? .number(number)
    }

    /// Passes over a fraction, and says whether there was one.
    private mutating func fraction(from start: Int) throws(JSONDefect) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: ".") else { return false }
        index += 1
        guard digitRun() > 0 else { throw .malformedNumber(at: start) }
        return true
    }

    /// Passes over an exponent, and says whether there was one.
    private mutating func exponent(from start: Int) throws(JSONDefect) -> Bool {
        guard index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") else { return false }
        index += 1
        if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
        guard digitRun() > 0 else { throw .malformedNumber(at: start) }
        return true
    }

    private mutating func digitRun() -> Int {
        let start = index
        while index < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[index] { index += 1 }
        return index - start
    }
}
