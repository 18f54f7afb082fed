/// The language that the name of a document states: `label.th.md`, `label-th.md`, `label.zh-Hant.md`.
///
/// A name that only looks as if it did must not hide a document from a country, so a hyphen is followed by a language
/// of ISO 639-1 and nothing else, and `sign-off.md` or `table-1.md` state none. Three letters need the dot.
enum DocumentLanguage {
    static func of(fileName name: String) -> String? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let stem = name[..<dot]
        for script in ["zh-Hant", "zh-Hans"] where stem.hasSuffix(script) {
            return separator(of: script[...], in: stem) == nil ? nil : script
        }
        guard let start = stem.lastIndex(where: { $0 == "." || $0 == "-" }), start != stem.startIndex else {
            return nil
        }
        let tag = stem[stem.index(after: start)...]
        if twoLetters.contains(tag) { return String(tag) }
        let isThreeLetters = tag.utf8.count == 3 && tag.utf8.allSatisfy { (0x61...0x7A).contains($0) }
        return isThreeLetters && stem[start] == "." ? String(tag) : nil
    }

    /// What stands between the rest of the stem and its tag, if there is a rest.
    private static func separator(of tag: Substring, in stem: Substring) -> Character? {
        guard let last = stem.dropLast(tag.count).last, stem.count > tag.count + 1 else { return nil }
        return last == "." || last == "-" ? last : nil
    }

    /// The codes of ISO 639-1.
    private static let twoLetters = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el \
        en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu \
        ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na \
        nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so \
        sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(separator: " ")
    )
}
