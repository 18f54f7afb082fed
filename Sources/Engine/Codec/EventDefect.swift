/// Why a value is no leaf of the log, and where in it that shows.
package struct EventDefect: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// A key that must be there is not.
        case missing
        /// A key that means nothing in this place.
        case unknownKey
        /// Another kind of JSON value was wanted.
        case wrongKind(expected: String, found: String)
        /// A word that is none of those which may stand here.
        case unknownWord(String, known: [String])
        /// A text that does not have the one form in which such a value is written.
        case malformed(String, expected: String)
        case outOfRange(Int, least: Int, greatest: Int?)
        /// A list or mapping without entries, which the form leaves out.
        case empty
        /// What the absence of the key says already, so that the form leaves it out.
        case implied
        /// A leaf of a version that a later release wrote.
        case newerVersion(Int, newestKnown: Int)
    }

    /// Keys and positions from the outside in, such as `data.changes[3].rule.unit`; empty for the value as a whole.
    package let path: String
    package let reason: Reason

    package init(path: String = "", _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// The same defect as seen from one level further out.
    func under(_ key: String) -> EventDefect {
        let isStep = !path.isEmpty && !path.hasPrefix("[")
        return EventDefect(path: key + (isStep ? "." : "") + path, reason)
    }

    func under(_ position: Int) -> EventDefect { under("[\(position)]") }
}

extension EventDefect: CustomStringConvertible {
    /// A sentence without a full stop, such as `data.case is missing`.
    package var description: String { "\(path.isEmpty ? "the value" : path) \(reason)" }
}

extension EventDefect.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing: "is missing"
        case .unknownKey: "is a key that means nothing here"
        case .wrongKind(let expected, let found): "is \(found) where \(expected) is wanted"
        case .unknownWord(let word, let known): "is \"\(word)\", which is none of \(known.joined(separator: ", "))"
        case .malformed(let text, let expected): "is \"\(text)\", which is not \(expected)"
        case .outOfRange(let number, let least, let greatest):
            "is \(number), which is not \(greatest.map { "between \(least) and \($0)" } ?? "\(least) or more")"
        case .empty: "is empty, and so has to be left out"
        case .implied: "says what its absence says, and so has to be left out"
        case .newerVersion(let version, let known):
            "is version \(version), which a later release wrote; this one reads up to version \(known)"
        }
    }
}
