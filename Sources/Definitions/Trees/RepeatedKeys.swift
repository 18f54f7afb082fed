/// A way past Yams's refusal of repeated keys, which hides every other defect of the file.
///
/// The first of the repeated keys, whose place Yams tells, gets a letter that no file contains, and the text is read
/// again. Once the text can be read, `original(of:)` gives the key back, and the repetition shows with its own place.
struct RepeatedKeys {
    /// A range of the Unicode private use area, enough for one letter per repair.
    private static let firstMark: UInt32 = 0xE000
    private static let limit = 100

    private(set) var text: String
    private var replaced: [Unicode.Scalar: Unicode.Scalar] = [:]

    var hasRepairs: Bool { !replaced.isEmpty }

    init(text: String) {
        self.text = text
    }

    /// Marks the key at `place`; false when it is not written there letter by letter, or after too many repairs.
    mutating func rename(_ key: String, at place: Place) -> Bool {
        guard replaced.count < Self.limit, let mark = Unicode.Scalar(Self.firstMark + UInt32(replaced.count)),
            var index = index(of: place), let first = key.unicodeScalars.first
        else { return false }
        let scalars = text.unicodeScalars
        if scalars[index] == "\"" || scalars[index] == "'" { index = scalars.index(after: index) }
        guard scalars[index...].starts(with: key.unicodeScalars) else { return false }
        let before = String(scalars[..<index])
        let after = String(scalars[scalars.index(after: index)...])
        text = before + String(Character(mark)) + after
        replaced[mark] = first
        return true
    }

    /// The text as it is in the file.
    func original(of text: String) -> String {
        guard !replaced.isEmpty, let first = text.unicodeScalars.first, let original = replaced[first] else {
            return text
        }
        return String(Character(original)) + String(text.unicodeScalars.dropFirst())
    }

    private func index(of place: Place) -> String.Index? {
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        var line = 1
        while line < place.line {
            guard let newline = scalars[index...].firstIndex(of: "\n") else { return nil }
            index = scalars.index(after: newline)
            line += 1
        }
        return scalars.index(index, offsetBy: place.column - 1, limitedBy: scalars.endIndex)
            .flatMap { $0 < scalars.endIndex ? $0 : nil }
    }
}
