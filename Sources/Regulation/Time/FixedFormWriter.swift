/// Writes fixed forms of ASCII text such as `2026-05-12`, byte by byte: every event holds several.
struct FixedFormWriter {
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private var count = 0

    /// The text that `write` writes, of no more than `length` bytes.
    static func text(atMost length: Int, _ write: (inout FixedFormWriter) -> Void) -> String {
        String(unsafeUninitializedCapacity: length) { bytes in
            var writer = FixedFormWriter(bytes: bytes)
            write(&writer)
            return writer.count
        }
    }

    private init(bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

    /// The last `width` decimal digits of a number that is not negative.
    mutating func put(_ number: Int, digits width: Int) {
        var rest = number
        for place in (count..<count + width).reversed() {
            bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        count += width
    }

    mutating func put(_ character: Unicode.Scalar) {
        bytes[count] = UInt8(ascii: character)
        count += 1
    }

    mutating func put(_ date: CivilDate) {
        let (year, month, day) = date.parts
        put(year, digits: 4)
        put("-")
        put(month, digits: 2)
        put("-")
        put(day, digits: 2)
    }

    /// `09:00:00`, from the seconds since midnight.
    mutating func put(timeOfDay seconds: Int) {
        put(seconds / 3_600, digits: 2)
        put(":")
        put(seconds / 60 % 60, digits: 2)
        put(":")
        put(seconds % 60, digits: 2)
    }
}
