/// What the program says in English where no label says it, in one other language: help, usage errors, defects of files.
///
/// Such a sentence is written where it is thrown, in English and with what it is about already in it. A phrase has the
/// English sentence with `{0}`, `{1}` … for that, and the other one. What fills a slot is looked up in turn.
package struct Phrases: Hashable, Sendable {
    /// Sentences within sentences end here; no sentence of the program has as many parts.
    private static let depthLimit = 8

    private let whole: [String: String]
    /// Those with slots: first those that only announce what follows, such as `Error: {0}`, then the ones that say most.
    private let patterns: [PhrasePattern]

    /// - Parameter texts: The other sentence by the English one.
    package init(_ texts: [String: String]) {
        var whole: [String: String] = [:]
        var patterns: [PhrasePattern] = []
        for (english, translation) in texts {
            let pattern = PhrasePattern(english, translation)
            if pattern.hasSlots { patterns.append(pattern) } else { whole[english] = translation }
        }
        self.whole = whole
        self.patterns = patterns.sorted { left, right in
            if left.announces != right.announces { return left.announces }
            return (left.weight, right.text) > (right.weight, left.text)
        }
    }

    package var isEmpty: Bool { whole.isEmpty && patterns.isEmpty }

    /// The text of a sentence in which nothing is filled in.
    package subscript(english: String) -> String? { whole[english] }

    /// A text in this language, line by line; what no phrase says stays as it is.
    package func translated(_ text: String) -> String {
        guard !isEmpty else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { translated(line: String($0), depth: 0) }
            .joined(separator: "\n")
    }

    private func translated(line: String, depth: Int) -> String {
        if let text = whole[line] { return text }
        guard depth < Self.depthLimit, !line.isEmpty else { return behindName(line) ?? line }
        // What announces is no name of a thing, though a colon stands behind it too.
        return filled(line, depth) { $0.announces } ?? behindName(line) ?? filled(line, depth) { !$0.announces } ?? line
    }

    private func filled(_ line: String, _ depth: Int, where isTried: (PhrasePattern) -> Bool) -> String? {
        for pattern in patterns where isTried(pattern) {
            guard let parts = pattern.parts(of: line) else { continue }
            return pattern.filled(with: parts.map { translated(line: $0, depth: depth + 1) })
        }
        return nil
    }

    /// A whole sentence behind the name of what it is about, which may read like a part of it: `the form.pdf: …`.
    private func behindName(_ line: String) -> String? {
        for colon in line.ranges(of: ": ") {
            if let text = whole[String(line[colon.upperBound...])] { return line[..<colon.upperBound] + text }
        }
        return nil
    }
}

/// A phrase with slots, and what of a sentence fills them.
private struct PhrasePattern: Hashable {
    let text: String
    /// How many characters are its own: of two that fit, the one with more says the sentence better.
    let weight: Int
    private let translation: String
    /// What stands before, between and behind the slots.
    private let pieces: [String]
    /// The number of each slot, in the order of the English sentence.
    private let slots: [String]

    init(_ english: String, _ translation: String) {
        var pieces = [""]
        var slots: [String] = []
        var rest = english[...]
        while let match = rest.firstMatch(of: /\{[0-9]\}/) {
            pieces[pieces.count - 1] += rest[..<match.range.lowerBound]
            slots.append(String(match.output))
            pieces.append("")
            rest = rest[match.range.upperBound...]
        }
        pieces[pieces.count - 1] += rest
        (self.pieces, self.slots) = (pieces, slots)
        (text, self.translation) = (english, translation)
        weight = pieces.reduce(0) { $0 + $1.count }
    }

    var hasSlots: Bool { !slots.isEmpty }

    /// Whether it says nothing itself but what kind of sentence comes.
    var announces: Bool { slots.count == 1 && pieces.first?.hasSuffix(": ") == true && pieces.last == "" }

    /// What stands in the slots of a sentence that is this phrase; nil for any other sentence.
    ///
    /// Each slot takes as little as it can, the last one what is left.
    func parts(of sentence: String) -> [String]? {
        guard let first = pieces.first, let last = pieces.last, sentence.hasPrefix(first), sentence.hasSuffix(last),
            sentence.count >= first.count + last.count
        else { return nil }
        var rest = sentence.dropFirst(first.count).dropLast(last.count)
        var parts: [String] = []
        for piece in pieces.dropFirst().dropLast() {
            guard let range = rest.firstRange(of: piece) else { return nil }
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }

    func filled(with parts: [String]) -> String {
        var filled = ""
        var rest = translation[...]
        while let match = rest.firstMatch(of: /\{[0-9]\}/) {
            filled += rest[..<match.range.lowerBound]
            filled += slots.firstIndex(of: String(match.output)).map { parts[$0] } ?? ""
            rest = rest[match.range.upperBound...]
        }
        return filled + rest
    }
}
