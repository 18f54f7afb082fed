import Regulation

/// The language that the name of a document states, as a tag of BCP 47 at its end: `label.th.md`, `label-zh-TW.pdf`.
///
/// Tags have no case (RFC 5646, section 2.1.1), and come back in the usual one; what is Chinese of a region also says its
/// script. A name that only looks as if it stated a language must not hide a document from a country: a hyphen is followed
/// by a language of ISO 639-1 or by one of ``LanguageCodes/written``, an underscore by one of these alone, so that
/// `sign-off.md`, `table-1.md` or `user_id.csv` state none. Other codes of three letters need the dot:
/// `label.khm.pdf`. `kor` is the same language as `ko`. A tag may stand in brackets: `label (EN).pdf`.
enum DocumentLanguage {
    /// `countries` are those that are known: the code of one alone is a country, no language.
    static func of(fileName name: String, countries: Set<JurisdictionCode> = []) -> String? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let parts = Subtag.list(of: name[..<dot])
        // The first part is the name itself, which states nothing.
        for count in [3, 2, 1] where parts.count > count {
            let tail = parts.suffix(count)
            guard let first = tail.first, let language = language(first, isAlone: count == 1, countries) else {
                continue
            }
            let rest = tail.dropFirst()
            guard rest.allSatisfy({ $0.separator == "-" || $0.separator == "_" }) else { continue }
            if let tag = LanguageTag.tag(language, rest.map(\.text)) { return tag }
        }
        return nil
    }

    private static func language(_ part: Subtag, isAlone: Bool, _ countries: Set<JurisdictionCode>) -> String? {
        let text = part.text
        let isWritten = LanguageCodes.written.contains(text)
        if isAlone, part.separator == "_", !isWritten { return nil }
        if LanguageCodes.two.contains(text) {
            let isCountry = isAlone && countries.contains(JurisdictionCode(text.uppercased()))
            return isCountry && !LanguageCodes.namedAsTheirCountry.contains(text) ? nil : text
        }
        guard part.separator == "." || isWritten, text.utf8.count == 3,
            text.utf8.allSatisfy({ (0x61...0x7A).contains($0) }), !LanguageCodes.endingsOfFiles.contains(text)
        else { return nil }
        return LanguageCodes.three[text] ?? text
    }
}

/// A part of a name, in small letters, with what stands before it; what stands in brackets at the end is one.
private struct Subtag {
    let text: String
    let separator: Character?

    static func list(of stem: Substring) -> [Subtag] {
        var parts: [Subtag] = []
        var text = ""
        var separator: Character?
        let isClosed = stem.last.map { ")）]］".contains($0) } ?? false
        for character in isClosed ? stem.dropLast() : stem {
            let isOpening = isClosed && "(（[［".contains(character)
            if isOpening || character == "." || character == "-" || character == "_" {
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
