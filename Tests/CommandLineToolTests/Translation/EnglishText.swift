import Foundation

/// English that stands in Japanese text.
enum EnglishText {
    /// Every run of at least three English words, of which one or more are small; what is quoted as a command, an option,
    /// a path, an address or a placeholder is none.
    static func sentences(in text: String) -> [String] {
        let plain = text.replacing(/https?:\/\/\S+/, with: "・")
            .replacing(/「[^」]*」|<[^>]*>|`[^`]*`/, with: "・")
            .replacing(/tasuki(?: [a-z][-a-z]*)+(?: [A-Z]+| \{[0-9]\})*|\{ [^}]*\}/, with: "・")
            .replacing(/(Usage|使い方)[:：].*/, with: "・")
            .replacing(#/ {2}tasuki .*/#, with: "・")
        return plain.matches(of: /[A-Za-z][A-Za-z'’-]*(?:[,;:]? [A-Za-z][A-Za-z'’-]*){2,}/).map { String($0.output) }
            .filter { run in
                // Codes and ids, such as `JP new-device`, are names.
                let words = run.split(separator: " ").filter { !$0.contains("-") && $0.contains(where: \.isLowercase) }
                return words.count > 2 && words.contains { $0.first?.isLowercase == true }
            }
    }

    static func hasJapanese(_ text: String) -> Bool {
        text.contains(/[\u{3040}-\u{30FF}\u{4E00}-\u{9FFF}]/)
    }
}
