/// The sequences of more than one byte that UTF-8 allows.
enum UTF8Sequence {
    /// The length of the sequence at the index, or nil where it is malformed.
    ///
    /// Overlong forms, surrogates and what lies past U+10FFFF are refused (Unicode table 3-7).
    static func length<Bytes: RandomAccessCollection<UInt8>>(at index: Int, in bytes: Bytes) -> Int?
    where Bytes.Index == Int {
        let (length, second): (Int, ClosedRange<UInt8>)
        switch bytes[index] {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard index + length <= bytes.endIndex, second.contains(bytes[index + 1]) else { return nil }
        for offset in 2..<length where !(0x80...0xBF ~= bytes[index + offset]) { return nil }
        return length
    }
}
