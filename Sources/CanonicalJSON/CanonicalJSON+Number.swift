extension CanonicalJSON {
    /// Appends an integer; beyond ±2^53 as a string in quotes.
    package static func append(_ integer: Int64, to bytes: inout [UInt8]) {
        let isExact = integer.magnitude <= JSONValue.exactIntegerLimit
        if !isExact { bytes.append(UInt8(ascii: "\"")) }
        if integer < 0 { bytes.append(UInt8(ascii: "-")) }
        append(digitsOf: integer.magnitude, to: &bytes)
        if !isExact { bytes.append(UInt8(ascii: "\"")) }
    }

    private static func append(digitsOf magnitude: UInt64, to bytes: inout [UInt8]) {
        let start = bytes.count
        var rest = magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    /// Appends a double as ECMAScript's `Number::toString` writes it, the form that RFC 8785 section 3.2.2.3 asks for.
    ///
    /// - Precondition: the number is finite.
    package static func append(_ number: Double, to bytes: inout [UInt8]) {
        precondition(number.isFinite, "NaN and the infinities have no JSON form")
        if let integer = Int64(exactly: number), integer.magnitude <= JSONValue.exactIntegerLimit {
            append(integer, to: &bytes)
            return
        }
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        append(ShortestDecimal(number.magnitude), to: &bytes)
    }

    private static func append(_ decimal: ShortestDecimal, to bytes: inout [UInt8]) {
        let (digits, point) = (decimal.digits, decimal.point)  // never more than 17 digits
        let zero = UInt8(ascii: "0")
        let dot = UInt8(ascii: ".")
        switch point {
        case digits.count...21:
            bytes.append(contentsOf: digits)
            bytes.append(contentsOf: repeatElement(zero, count: point - digits.count))
        case 1...21:
            bytes.append(contentsOf: digits[..<point])
            bytes.append(dot)
            bytes.append(contentsOf: digits[point...])
        case -5...0:
            bytes.append(contentsOf: [zero, dot])
            bytes.append(contentsOf: repeatElement(zero, count: -point))
            bytes.append(contentsOf: digits)
        default:
            bytes.append(contentsOf: digits[..<1])
            if digits.count > 1 { bytes.append(dot) }
            bytes.append(contentsOf: digits[1...])
            bytes.append(contentsOf: point > 0 ? "e+".utf8 : "e-".utf8)
            append(digitsOf: UInt64((point - 1).magnitude), to: &bytes)
        }
    }
}
