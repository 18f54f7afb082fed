/// The fewest decimal digits that read back as the same double, and where the point stands among them.
///
/// The value is the fraction that the digits are after a point, times ten to the power of `point`.
/// Swift's `description` already finds the shortest digits and, among these, the closest to the value, as ECMAScript
/// demands; only its layout differs. So the digits are taken from there instead of being computed again.
struct ShortestDecimal: Hashable {
    /// ASCII digits without leading or trailing zeros.
    private(set) var digits: [UInt8] = []
    private(set) var point = 0

    /// Takes a finite magnitude above zero apart.
    init(_ magnitude: Double) {
        let text = magnitude.description.utf8
        let mantissa = text.prefix { $0 != UInt8(ascii: "e") }
        var isBeforePoint = true
        for byte in mantissa {
            if byte == UInt8(ascii: ".") {
                isBeforePoint = false
            } else if byte == UInt8(ascii: "0"), digits.isEmpty {
                point -= isBeforePoint ? 0 : 1
            } else {
                digits.append(byte)
                point += isBeforePoint ? 1 : 0
            }
        }
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        point += Int(String(Substring(text.dropFirst(mantissa.count + 1)))) ?? 0
    }
}
