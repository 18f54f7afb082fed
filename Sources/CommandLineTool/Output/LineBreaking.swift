import Views

/// Where a line of Japanese may end (禁則処理, JIS X 4051): before or after any wide character, but for what follows.
///
/// What closes or goes on never begins a line, what opens never ends one, and a number keeps the character behind it, its
/// counter: `30日`. Small kana may begin a line, as newspapers have it.
enum LineBreaking {
    private static let neverFirst = Set("、。，．・：；？！）］｝」』】〕〉》〙〗ー々ゝゞヽヾ〜～…‥％℃°”’,.:;?!)]}%*†‡")
    private static let neverLast = Set("（［｛「『【〔〈《〘〖“‘([{￥＄#＃@＠№")

    /// The parts of a word without spaces between which a line may end.
    static func parts(of word: Substring) -> [Substring] {
        guard !word.utf8.allSatisfy({ $0 < 0x80 }) else { return [word] }
        var parts: [Substring] = []
        var start = word.startIndex
        var previous: Character?
        for index in word.indices {
            let character = word[index]
            if let before = previous, mayBreak(between: before, character) {
                parts.append(word[start..<index])
                start = index
            }
            previous = character
        }
        return parts + [word[start...]]
    }

    /// Whether the character must not begin a line.
    static func isNeverFirst(_ character: Character) -> Bool { neverFirst.contains(character) }

    private static func mayBreak(between before: Character, _ after: Character) -> Bool {
        (isWide(before) || isWide(after)) && !neverFirst.contains(after) && !neverLast.contains(before)
            && !(before.isASCII && before.isNumber && isWide(after) && !neverLast.contains(after))
    }

    private static func isWide(_ character: Character) -> Bool {
        character.unicodeScalars.first.map(EastAsianWidth.isWide) ?? false
    }
}
