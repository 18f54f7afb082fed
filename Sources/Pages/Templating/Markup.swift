import Mustache

/// Text made safe for HTML and XML: the one place where it is.
enum Markup {
    /// `text` as content or as a quoted attribute value.
    ///
    /// Works on Unicode scalars: a quotation mark followed by a combining mark is one `Character`, and an escaper that
    /// compares characters would let it end an attribute. Control characters and noncharacters, which neither HTML nor
    /// XML may hold, not even written as references, become U+FFFD. Every kind of line end becomes a line feed, as
    /// readers of both would make it.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        result.reserveCapacity(text.utf8.count)
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            defer { isAfterReturn = scalar == "\r" }
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            case "\r": result.append("\n")
            case "\n": if !isAfterReturn { result.append(scalar) }
            case "\t": result.append(scalar)
            default: result.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(result)
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.properties.isNoncharacterCodePoint
    }
}

/// Escapes what templates fill in by ``Markup`` in place of the template engine's own escaper, which works by character
/// and leaves control characters.
struct MarkupContent: MustacheContentType {
    static let name = "MARKUP"

    func escapeText(_ text: String) -> String { Markup.escaped(text) }
}

/// What is rendered already and goes into a page as it is: a picture or a style sheet of this target, nothing else.
struct Rendered: MustacheCustomRenderable {
    let renderText: String

    var isNull: Bool { false }
}
