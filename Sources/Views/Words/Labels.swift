import Engine
package import Regulation

/// Every word that a person reads, in one language.
package struct Labels: Hashable, Sendable {
    package let language: String
    private let texts: [String: String]
    private let book: PhraseBook?

    /// Labels in a language, and the book in which sentences are looked up that are none; in English there is none.
    package init(language: String, texts: [String: String], book: PhraseBook? = nil) {
        self.language = language
        self.texts = texts
        self.book = book
    }

    /// What is written in English elsewhere, in this language: where a fact comes from, what is wrong with a file.
    package func said(_ english: String) -> String { book?.phrases.translated(english) ?? english }

    /// The text of `key`, or the key itself where no text is given.
    package subscript(_ key: String) -> String { text(ifAny: key) ?? key }

    /// The text of `key`, or the one that the procedures share.
    package func text(ifAny key: String) -> String? {
        texts[key] ?? SharedLabel.key(for: key).flatMap { texts[$0] }
    }

    /// The text of `key` with `{0}`, `{1}` … replaced.
    package func text(_ key: String, _ arguments: String...) -> String { text(key, arguments: arguments) }

    /// The same; `{0:document|documents}` is the first word where the argument is 1, else the second.
    package func text(_ key: String, arguments: [String]) -> String {
        var result = self[key]
        for (index, argument) in arguments.enumerated() {
            while result.utf8.contains(UInt8(ascii: "|")), let form = result.firstRange(of: "{\(index):"),
                let end = result[form.upperBound...].firstIndex(of: "}")
            {
                let words = result[form.upperBound..<end].split(separator: "|", omittingEmptySubsequences: false)
                result.replaceSubrange(form.lowerBound...end, with: (argument == "1" ? words.first : words.last) ?? "")
            }
            result = result.replacing("{\(index)}", with: argument)
        }
        return result
    }
}

/// Where the words come from: a file for each language, kept by the composition root.
package protocol WordSource: Sendable {
    func labels(_ language: String) throws -> Labels
    /// The titles of the headings of a dossier.
    func headingTitles(in language: String) throws -> [HeadingCode: String]
}
