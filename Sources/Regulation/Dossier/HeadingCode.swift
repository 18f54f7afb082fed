/// A heading of the IMDRF Table of Contents, such as `CH3.05.05`.
///
/// Padded and unpadded numbers name the same heading: `CH3.5.5`, `3.05.05` and `CH3.05.05` are equal.
package struct HeadingCode: Hashable, Codable, Sendable, Comparable, CustomStringConvertible {
    /// The chapter, such as `3` or `6A`.
    package let chapter: String
    package let numbers: [Int]

    package init?(_ text: String) {
        var rest = Substring(text)
        if rest.lowercased().hasPrefix("chapter ") {
            rest = rest.dropFirst(8)
        } else if rest.uppercased().hasPrefix("CH") {
            rest = rest.dropFirst(2)
        }
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = parts.first, let digit = first.first, digit.isASCII, digit.isNumber else { return nil }
        let suffix = first.dropFirst()
        guard suffix.isEmpty || suffix.uppercased() == "A" || suffix.uppercased() == "B" else { return nil }
        var numbers: [Int] = []
        for part in parts.dropFirst() {
            guard !part.isEmpty, part.count <= 3, part.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(part)
            else { return nil }
            numbers.append(number)
        }
        self.chapter = first.uppercased()
        self.numbers = numbers
    }

    /// Reads the padded form and no other, straight from its bytes in UTF-8; nil says nothing about other forms.
    package init?(padded bytes: UnsafeRawBufferPointer) {
        func isDigit(_ index: Int) -> Bool {
            index < bytes.count && UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[index]
        }
        guard bytes.count >= 3, bytes[0] == UInt8(ascii: "C"), bytes[1] == UInt8(ascii: "H"), isDigit(2) else {
            return nil
        }
        var index = 3
        if index < bytes.count, bytes[index] == UInt8(ascii: "A") || bytes[index] == UInt8(ascii: "B") { index += 1 }
        let chapter = String(decoding: bytes[2..<index], as: UTF8.self)
        var numbers: [Int] = []
        numbers.reserveCapacity(4)
        while index < bytes.count {
            let first = index + 1
            guard bytes[index] == UInt8(ascii: "."), isDigit(first), isDigit(first + 1) else { return nil }
            // Only a number that needs them has three digits.
            let length = isDigit(first + 2) && bytes[first] != UInt8(ascii: "0") ? 3 : 2
            numbers.append(bytes[first..<(first + length)].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
            index = first + length
        }
        self.init(chapter: chapter, numbers: numbers)
    }

    /// The heading above this one; `nil` for a chapter.
    package var parent: HeadingCode? {
        numbers.isEmpty ? nil : HeadingCode(chapter: chapter, numbers: Array(numbers.dropLast()))
    }

    package func contains(_ other: HeadingCode) -> Bool {
        chapter == other.chapter && other.numbers.starts(with: numbers)
    }

    /// The padded form, such as `CH3.05.05`.
    package var description: String {
        (["CH" + chapter] + numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }).joined(separator: ".")
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.chapter == right.chapter
            ? left.numbers.lexicographicallyPrecedes(right.numbers) : left.chapter < right.chapter
    }

    private init(chapter: String, numbers: [Int]) {
        self.chapter = chapter
        self.numbers = numbers
    }
}
