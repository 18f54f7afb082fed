import Engine

/// Every word that a person reads, in one language.
package struct Labels: Hashable, Sendable {
    package let language: String
    private let texts: [String: String]

    package init(language: String, texts: [String: String]) {
        self.language = language
        self.texts = texts
    }

    /// The text of `key`, or the key itself where no text is given.
    package subscript(_ key: String) -> String { text(ifAny: key) ?? key }

    /// The text of `key`, or the one that the procedures share.
    package func text(ifAny key: String) -> String? {
        texts[key] ?? SharedLabel.key(for: key).flatMap { texts[$0] }
    }

    /// The text of `key` with `{0}`, `{1}` … replaced.
    package func text(_ key: String, _ arguments: String...) -> String { text(key, arguments: arguments) }

    package func text(_ key: String, arguments: [String]) -> String {
        var result = self[key]
        for (index, argument) in arguments.enumerated() {
            result = result.replacing("{\(index)}", with: argument)
        }
        return result
    }
}

/// Where the words come from: a file for each language, kept by the composition root.
package protocol WordSource: Sendable {
    func labels(_ language: String) throws -> Labels
}
