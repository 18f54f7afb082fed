/// A tag of BCP 47 in its usual form: a language of ISO 639, then maybe a script, then maybe a region.
package enum LanguageTag {
    /// `text` in the usual form, whatever its case: `zh-tw` is `zh-Hant-TW`, `kor` is `ko`; `nil` where it is none.
    package static func canonical(_ text: String) -> String? {
        let parts = text.lowercased().replacing("_", with: "-").split(separator: "-", omittingEmptySubsequences: false)
            .map(String.init)
        guard let first = parts.first else { return nil }
        if LanguageCodes.two.contains(first) { return tag(first, Array(parts.dropFirst())) }
        // Of three letters those count that ISO 639-2 gives, and Filipino, which has no two.
        guard let language = LanguageCodes.three[first] ?? (first == "fil" ? first : nil) else { return nil }
        return tag(language, Array(parts.dropFirst()))
    }

    /// The whole tag of `language` and what follows on it, in small letters.
    ///
    /// What is Chinese of a region also says its script.
    package static func tag(_ language: String, _ rest: [String]) -> String? {
        var rest = rest[...]
        var tag = [language]
        if let script = rest.first, LanguageCodes.scripts.contains(script) {
            tag.append(script.prefix(1).uppercased() + script.dropFirst())
            rest = rest.dropFirst()
        }
        guard let region = rest.first else { return tag.joined(separator: "-") }
        guard rest.count == 1, LanguageCodes.regions.contains(region) else { return nil }
        if language == "zh", tag.count == 1, let script = LanguageCodes.chineseScripts[region] { tag.append(script) }
        return (tag + [region.uppercased()]).joined(separator: "-")
    }
}
