/// Reads sentences of the program in two languages, each a pair under `phrases`.
enum PhraseReader {
    /// The sentences in `file` in another language, by the English one.
    ///
    /// - Throws: Every defect of the file, each with its place.
    static func phrases(from file: SourceFile, in language: String) throws(Diagnostics) -> [String: String] {
        let findings = Findings(file: file.path)
        let phrases = YAMLText.tree(of: file, findings).map { read($0, language, findings) } ?? [:]
        try findings.throwIfInvalid()
        return phrases
    }

    static func read(_ tree: Tree, _ language: String, _ findings: Findings) -> [String: String] {
        guard let fields = Fields(tree, "a file of phrases", keys: ["phrases"], ignoring: ["$schema"], findings) else {
            return [:]
        }
        var phrases: [String: String] = [:]
        for element in fields.required("phrases")?.elements ?? [] {
            guard let pair = Fields(element, "a phrase", keys: ["en", language], findings),
                let english = pair.requiredWord("en"), let text = pair.requiredWord(language)
            else { continue }
            if phrases[english] != nil { findings.error("the phrase ‘\(english)’ is repeated", at: element.place) }
            if !slots(text).isSubset(of: slots(english)) {
                findings.error(
                    "the phrase ‘\(english)’ has no such slots as the one in ‘\(language)’",
                    at: element.place
                )
            }
            phrases[english] = text
        }
        return phrases
    }

    /// What is filled in, such as `{0}`.
    private static func slots(_ text: String) -> Set<Substring> {
        Set(text.matches(of: /\{[0-9]\}/).map(\.output))
    }
}
