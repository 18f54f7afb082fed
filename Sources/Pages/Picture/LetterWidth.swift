/// How wide text comes out, as an estimate: a picture that is only text has no font to ask.
enum LetterWidth {
    /// In units of the picture; East Asian letters are full width.
    static func of(_ text: String, size: Int) -> Int {
        text.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 100 : 58) } * size / 100
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

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
            || (0xAC00...0xD7A3).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
            || (0xFE30...0xFE6F).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
            || (0x20000...0x3FFFD).contains(scalar.value)
    }
}
