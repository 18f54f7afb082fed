import CanonicalJSON
import Regulation

extension CivilDate: LeafForm {
    func writeForm(to writer: inout ObjectWriter) { writer.write(plain: description.utf8) }

    init(form: CanonicalValue) throws(EventDefect) {
        if let bytes = form.plainText, bytes.count == 10, let date = CivilDate(digitsOf: bytes) {
            self = date
            return
        }
        let text = try form.text()
        guard let date = CivilDate(text) else {
            throw EventDefect(.malformed(text, expected: "a day such as 2026-05-12"))
        }
        self = date
    }

    /// The day that the first ten bytes name as `2026-05-12`.
    fileprivate init?(digitsOf bytes: UnsafeRawBufferPointer) {
        guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), let year = bytes.number(0..<4),
            let month = bytes.number(5..<7), let day = bytes.number(8..<10)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension PartialDate: LeafForm {
    func writeForm(to writer: inout ObjectWriter) { writer.write(plain: description.utf8) }

    init(form: CanonicalValue) throws(EventDefect) {
        if let bytes = form.plainText, bytes.count == 10, let date = CivilDate(digitsOf: bytes) {
            self = .day(date)
            return
        }
        let text = try form.text()
        // What can mean the same days has one form.
        guard let date = PartialDate(text), date.description == text else {
            let forms =
                "a date such as 2026-05-12, 2026-05, 2026, 2026-05-12/2026-06-03, ../2026-05-12, 2026-05-12/.. or unknown"
            throw EventDefect(.malformed(text, expected: forms))
        }
        self = date
    }
}

extension Instant: LeafForm {
    func writeForm(to writer: inout ObjectWriter) { writer.write(plain: description.utf8) }

    /// Takes an instant in UTC, in capitals and with three digits of fraction, and no other form of RFC 3339.
    init(form: CanonicalValue) throws(EventDefect) {
        guard let bytes = form.plainText, bytes.count == 24, let instant = Instant(digitsOf: bytes) else {
            let text = try form.text()
            throw EventDefect(.malformed(text, expected: "an instant such as 2026-05-15T01:02:03.004Z"))
        }
        self = instant
    }

    private init?(digitsOf bytes: UnsafeRawBufferPointer) {
        guard let date = CivilDate(digitsOf: bytes), bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "."), bytes[23] == UInt8(ascii: "Z"),
            let hour = bytes.number(11..<13), hour <= 23, let minute = bytes.number(14..<16), minute <= 59,
            let second = bytes.number(17..<19), second <= 59, let millisecond = bytes.number(20..<23)
        else { return nil }
        let ofDay = Int64(((hour * 60 + minute) * 60 + second) * 1_000 + millisecond)
        self.init(millisecondsSinceEpoch: Int64(date.dayNumber) * 86_400_000 + ofDay)
    }
}

extension UnsafeRawBufferPointer {
    /// The number that decimal digits spell, or nil where one of the bytes is none.
    fileprivate func number(_ range: Range<Int>) -> Int? {
        var number = 0
        for index in range {
            let digit = self[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }
}
