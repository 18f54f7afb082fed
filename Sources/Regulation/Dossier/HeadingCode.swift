/// A heading of the IMDRF Table of Contents, such as `CH3.05.05`.
///
/// Padded and unpadded numbers name the same heading: `CH3.5.5`, `3.05.05` and `CH3.05.05` are equal.
public struct HeadingCode: Hashable, Codable, Sendable, Comparable, CustomStringConvertible {
    /// The chapter, such as `3` or `6A`.
    public let chapter: String
    public let numbers: [Int]

    public init?(_ text: String) {
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

    /// The heading above this one; `nil` for a chapter.
    public var parent: HeadingCode? {
        numbers.isEmpty ? nil : HeadingCode(chapter: chapter, numbers: Array(numbers.dropLast()))
    }

    public func contains(_ other: HeadingCode) -> Bool {
        chapter == other.chapter && other.numbers.starts(with: numbers)
    }

    /// The padded form, such as `CH3.05.05`.
    public var description: String {
        (["CH" + chapter] + numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }).joined(separator: ".")
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.chapter == right.chapter
            ? left.numbers.lexicographicallyPrecedes(right.numbers) : left.chapter < right.chapter
    }

    private init(chapter: String, numbers: [Int]) {
        self.chapter = chapter
        self.numbers = numbers
    }
}
