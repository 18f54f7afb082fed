import Mustache

/// Text made safe for HTML and XML.
enum Markup {
    /// `text` as content or as a quoted attribute value.
    ///
    /// Works on Unicode scalars: a quotation mark followed by a combining mark is one `Character`, and an escaper that
    /// compares characters would let it end an attribute. What XML 1.0 forbids, such as most control characters,
    /// becomes U+FFFD.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            case "\t", "\n", "\r", "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
                result.append(scalar)
            default: result.append("\u{FFFD}")
            }
        }
        return String(result)
    }
}

/// Escapes what templates fill in by ``Markup`` in place of the template engine's own escaper.
struct MarkupContent: MustacheContentType {
    static let name = "MARKUP"

    func escapeText(_ text: String) -> String { Markup.escaped(text) }
}
