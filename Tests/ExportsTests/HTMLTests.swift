import Testing

@testable import Exports

@Suite("Text inside a page")
struct HTMLTests {
    @Test("What is put in as text cannot become markup, between tags or inside quotes")
    func escaping() {
        let hostile = "<script>\"'&</script>"
        let page: HTML = "<p title=\"\(hostile)\">\(hostile)</p>"
        let safe = "&lt;script&gt;&quot;&#39;&amp;&lt;/script&gt;"
        #expect(page.source == "<p title=\"\(safe)\">\(safe)</p>")
    }

    @Test("Markup put into markup stays, and is not escaped twice")
    func nesting() {
        let inner: HTML = "<b>\("a&b")</b>"
        let outer: HTML = "<p>\(inner)\([inner, inner])</p>"
        #expect(outer.source == "<p><b>a&amp;b</b><b>a&amp;b</b><b>a&amp;b</b></p>")
    }

    @Test("Control characters, which no page may hold, are replaced")
    func controlCharacters() {
        #expect(HTML(text: "a\u{0}b\u{1B}c\u{85}d\ne\tf").source == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\ne\tf")
    }

    @Test("A text in a style sheet cannot end its string or the sheet")
    func style() {
        let css = Report.cssText("a\";}</style>\\").source
        #expect(css == "a\\22 \\3b \\7d \\3c \\2f style\\3e \\5c ")
    }
}
