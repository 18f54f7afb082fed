import Regulation

/// The language that the name of a document states, as a tag of BCP 47 at its end: `label.th.md`, `label-zh-TW.pdf`.
///
/// Tags have no case (RFC 5646, section 2.1.1), and come back in the usual one; what is Chinese of a region also says its
/// script. A name that only looks as if it stated a language must not hide a document from a country: a hyphen is followed
/// by a language of ISO 639-1 and nothing else, so that `sign-off.md` or `table-1.md` state none. Three letters need the
/// dot, and `kor` is the same language as `ko`.
enum DocumentLanguage {
    /// `targets` are the countries that the dossier is for: the code of one alone is a country, no language.
    static func of(fileName name: String, targets: Set<JurisdictionCode> = []) -> String? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let parts = Subtag.list(of: name[..<dot])
        // The first part is the name itself, which states nothing.
        for count in [3, 2, 1] where parts.count > count {
            let tail = parts.suffix(count)
            guard let first = tail.first, let language = language(first, isAlone: count == 1, targets) else { continue }
            if let tag = tag(language, Array(tail.dropFirst())) { return tag }
        }
        return nil
    }

    private static func language(_ part: Subtag, isAlone: Bool, _ targets: Set<JurisdictionCode>) -> String? {
        if isAlone, part.separator == "_" { return nil }
        let text = part.text
        if LanguageCodes.two.contains(text) {
            let isCountry = isAlone && targets.contains(JurisdictionCode(text.uppercased()))
            return isCountry && !LanguageCodes.namedAsTheirCountry.contains(text) ? nil : text
        }
        guard part.separator == ".", text.utf8.count == 3, text.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
            !LanguageCodes.endingsOfFiles.contains(text)
        else { return nil }
        return LanguageCodes.three[text] ?? text
    }

    /// The whole tag: a language, then maybe a script, then maybe a region.
    private static func tag(_ language: String, _ rest: [Subtag]) -> String? {
        guard rest.allSatisfy({ $0.separator != "." }) else { return nil }
        var rest = rest[...]
        var tag = [language]
        if let script = rest.first?.text, LanguageCodes.scripts.contains(script) {
            tag.append(script.prefix(1).uppercased() + script.dropFirst())
            rest = rest.dropFirst()
        }
        guard let region = rest.first?.text else { return tag.joined(separator: "-") }
        guard rest.count == 1, LanguageCodes.regions.contains(region) else { return nil }
        if language == "zh", tag.count == 1, let script = LanguageCodes.chineseScripts[region] { tag.append(script) }
        return (tag + [region.uppercased()]).joined(separator: "-")
    }
}

/// A part of a name, in small letters, with what stands before it.
private struct Subtag {
    let text: String
    let separator: Character?

    static func list(of stem: Substring) -> [Subtag] {
        var parts: [Subtag] = []
        var text = ""
        var separator: Character?
        for character in stem {
            if character == "." || character == "-" || character == "_" {
                parts.append(Subtag(text: text, separator: separator))
                (text, separator) = ("", character)
            } else {
                text += character.lowercased()
            }
        }
        parts.append(Subtag(text: text, separator: separator))
        // A tag that follows on nothing is the name itself.
        return parts.first?.text.isEmpty == true ? Array(parts.dropFirst()) : parts
    }
}
