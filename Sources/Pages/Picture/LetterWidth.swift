import Views

/// How wide text comes out, as an estimate: a picture that is only text has no font to ask.
enum LetterWidth {
    /// In units of the picture; East Asian letters are full width.
    static func of(_ text: String, size: Int) -> Int {
        text.unicodeScalars.reduce(0) { $0 + (EastAsianWidth.isWide($1) ? 100 : 58) } * size / 100
    }

    /// `text`, cut with an ellipsis where it is wider than `limit`; nil where not even four letters would remain.
    static func fitted(_ text: String, size: Int, limit: Int) -> String? {
        guard of(text, size: size) > limit else { return text }
        var shorter = text
        while shorter.count > 4 {
            shorter.removeLast()
            if of(shorter + "…", size: size) <= limit { return shorter + "…" }
        }
        return nil
    }
}
