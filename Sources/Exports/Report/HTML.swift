/// A piece of HTML; whatever is put into one as text is escaped.
///
/// Literals are markup, interpolated strings are text, interpolated HTML stays as it is. So nothing that a person typed
/// can become markup by being forgotten.
struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
    private(set) var source: String

    init(stringLiteral source: String) { self.source = source }

    init(stringInterpolation: StringInterpolation) { source = stringInterpolation.source }

    /// The text, escaped for use between tags and inside quoted attributes.
    init(text: String) { source = Self.escaped(text) }

    private init(source: String) { self.source = source }

    /// Appends in place, so that a long history costs no more than its length.
    fileprivate init(joining parts: some Sequence<HTML>, separator: HTML) {
        source = ""
        for part in parts where !part.isEmpty {
            if !source.isEmpty { source += separator.source }
            source += part.source
        }
    }

    static let empty = HTML(source: "")

    var isEmpty: Bool { source.isEmpty }

    static func + (left: HTML, right: HTML) -> HTML { HTML(source: left.source + right.source) }

    static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case "\r": result += "\n"
            // HTML has no control characters, not even written as references.
            case "\u{0}"..<" ", "\u{7F}"..."\u{9F}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var source = ""

        init(literalCapacity: Int, interpolationCount: Int) { source.reserveCapacity(literalCapacity * 2) }

        mutating func appendLiteral(_ literal: String) { source += literal }
        mutating func appendInterpolation(_ html: HTML) { source += html.source }
        mutating func appendInterpolation(_ parts: [HTML]) { source += parts.joined().source }
        mutating func appendInterpolation(_ text: String) { source += HTML.escaped(text) }
        mutating func appendInterpolation(_ number: Int) { source += String(number) }
    }
}

extension Sequence where Element == HTML {
    /// The parts one after the other, empty ones left out.
    func joined(separator: HTML = .empty) -> HTML {
        HTML(joining: self, separator: separator)
    }
}

extension HTML {
    /// A table with a header row; words in place of it where there are no rows.
    static func table(_ columns: [String], _ rows: [[HTML]], ifEmpty nothing: String, className: String = "") -> HTML {
        guard !rows.isEmpty else { return "<p>\(nothing)</p>\n" }
        let head = columns.map { column -> HTML in "<th scope=\"col\">\(column)</th>" }
        let body = rows.map { cells -> HTML in "<tr>\(cells.map { cell -> HTML in "<td>\(cell)</td>" })</tr>\n" }
        return """
            <table class="\(className)">
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(body)</tbody>
            </table>

            """
    }

    /// Terms with what they mean, those that mean nothing left out.
    static func list(_ entries: [(term: String, meaning: HTML)]) -> HTML {
        let parts = entries.filter { !$0.meaning.isEmpty }.map { entry -> HTML in
            "<dt>\(entry.term)</dt><dd>\(entry.meaning)</dd>\n"
        }
        return "<dl>\n\(parts)</dl>\n"
    }

    static func section(_ id: String, _ title: String, _ content: HTML) -> HTML {
        "<section id=\"\(id)\">\n<h2>\(title)</h2>\n\(content)</section>\n"
    }

    static func lines(_ parts: [HTML]) -> HTML { parts.joined(separator: "<br>") }
}
