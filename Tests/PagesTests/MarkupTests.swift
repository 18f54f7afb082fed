import Testing

@testable import Pages

@Suite("Text inside a page")
struct MarkupTests {
    /// A line of a report with one free text.
    private func rendered(_ text: String) -> String {
        TemplateLibrary.render(ReportLine(text: FreeText(typed: text)), with: "line")
    }

    @Test("What is put in as text cannot become markup, between tags or inside quotes")
    func escaping() {
        let hostile = "<script>\"'&</script>"
        let safe = "&lt;script&gt;&quot;&#39;&amp;&lt;/script&gt;"
        #expect(rendered(hostile) == "<span class=\"text\">\(safe)</span>")
        var svg = SVGWriter()
        svg.element("text", ["class": hostile], text: hostile)
        #expect(svg.text == "<text class=\"\(safe)\">\(safe)</text>\n")
    }

    @Test("Markup put into markup stays, and is not escaped twice")
    func nesting() {
        let value = ReportValue([ReportLine(lead: "a&b: ", text: FreeText(typed: "a&b")), ReportLine(code: "a&b")])
        let html = TemplateLibrary.render(value, with: "value")
        #expect(html == "a&amp;b: <span class=\"text\">a&amp;b</span><br><code>a&amp;b</code>")
    }

    @Test("Control characters, which no page may hold, are replaced")
    func controlCharacters() {
        #expect(Markup.escaped("a\u{0}b\u{1B}c\u{85}d\ne\tf") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\ne\tf")
        #expect(rendered("\u{0}\u{85}") == "<span class=\"text\">\u{FFFD}\u{FFFD}</span>")
    }

    @Test("Of all characters only those come out that HTML and XML allow")
    func allCharacters() {
        var wrong: [UInt32] = []
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            // HTML: neither controls but white space, nor noncharacters; XML allows all that are left.
            let isControl = scalar.properties.generalCategory == .control && scalar != "\t" && scalar != "\n"
            let isForbidden = isControl || value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
            let expected =
                switch scalar {
                case "&": "&amp;"
                case "<": "&lt;"
                case ">": "&gt;"
                case "\"": "&quot;"
                case "'": "&#39;"
                case "\r": "\n"
                default: isForbidden ? "\u{FFFD}" : String(scalar)
                }
            if !Markup.escaped(String(scalar)).unicodeScalars.elementsEqual(expected.unicodeScalars) {
                wrong.append(value)
            }
        }
        #expect(wrong == [])
    }

    @Test("A quotation mark is escaped though a mark combines with it")
    func combining() {
        #expect(Markup.escaped("\"\u{301}<\u{338}") == "&quot;\u{301}&lt;\u{338}")
    }

    @Test("Every kind of line end is one line feed")
    func lineEnds() {
        #expect(Markup.escaped("a\r\nb\rc\nd\r\r\n\n") == "a\nb\nc\nd\n\n\n")
    }

    @Test("A text in a style sheet cannot end its string or the sheet")
    func style() {
        let css = ReportModel.cssText("a\";}</style>\\")
        #expect(css == "a\\22 \\3b \\7d \\3c \\2f style\\3e \\5c ")
    }
}
