import Engine
import Foundation
import Pages
import Regulation
import Testing

@Suite("The page of a submission")
struct SubmissionPageTests {
    private func page(_ language: String, _ sample: Sample = Sample()) throws -> String {
        let names = Names(
            jurisdictions: ["SG": "Singapore", "JP": "Japan"],
            bodies: ["HSA": "Health Sciences Authority"]
        )
        return SubmissionPage(labels: try LabelFile.labels(language), names: names)
            .render(timeline: sample.timeline, history: sample.history)
    }

    /// The page as XML: what HTML alone allows is closed.
    private func check(_ page: String) -> XMLCheck {
        var text = page.replacing("<!DOCTYPE html>\n", with: "")
        text = text.replacing(/<(meta|br|wbr)( [^>]*)?>/, with: "")
        return XMLCheck(text)
    }

    @Test("is a complete document in its language, with a way to the other", arguments: ["en", "ja"])
    func document(language: String) throws {
        let page = try page(language)
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language)\">"))
        let other = language == "en" ? "ja" : "en"
        #expect(page.contains("href=\"?lang=\(other)\" hreflang=\"\(other)\""))
        let check = check(page)
        #expect(check.error == nil)
        #expect(Set(check.ids).count == check.ids.count)
        #expect(!page.contains("<script") && !page.contains(" style=") && !page.contains(" onclick"))
        #expect(!page.contains("<link") && !page.contains("src="))
    }

    @Test("leaves no key of a missing label and no slot of a template", arguments: ["en", "ja"])
    func words(language: String) throws {
        let page = try page(language)
        let check = check(page)
        for word in check.text.split(whereSeparator: \.isWhitespace) {
            #expect(word.wholeMatch(of: /[a-z]+(\.[A-Za-z0-9-]+)+/) == nil, "\(word)")
        }
        for value in check.attributes.flatMap(\.values) {
            #expect(value.wholeMatch(of: /(page|columns|turns|states|routes)\.[A-Za-z0-9.-]+/) == nil, "\(value)")
        }
        #expect(!page.contains("{{") && !page.contains("{0}") && !page.contains("Optional("))
    }

    @Test("shows each country with its authority, clock, due date, marks and whose move it is")
    func rows() throws {
        let page = try page("en")
        let text = check(page).text
        for words in [
            "Singapore", "colon-cade/SG", "101 / 160 wd", "59 wd left", "With the applicant: 39 wd", "2026-12-04",
            "Ready to decide", "200* d", "stopped on 2026-08-04", "Overdue", "2026-08-31 has passed",
            "reference amended: colon-cade/JP was changed", "(colon-cade/JP → colon-cade/MY)", "Continued as TW-2",
            "transcribed by the applicant from", "* Not confirmed with an official source", "Simulated clock",
            "Hub of the bundle", "Text erased on request; its proof remains", "30800BZX00123000",
            "As of 2026-09-14 11:30 (Asia/Tokyo)", "2026-09-14 02:30:00 UTC",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(page.contains("<abbr title=\"PMDA\">PMDA</abbr><span class=\"arrow\"> → </span>"))
        #expect(page.contains("<abbr title=\"Health Sciences Authority\">HSA</abbr>"))
    }

    @Test("says aloud what it shows: skip link, landmarks, captions, scopes, and a table behind the picture")
    func accessible() throws {
        let page = try page("en")
        let check = check(page)
        #expect(page.contains("<a class=\"skip\" href=\"#content\">Skip to the content</a>"))
        for element in ["header", "main", "nav", "footer", "caption"] { #expect(check.elements.contains(element)) }
        #expect(check.elements.count { $0 == "caption" } == check.elements.count { $0 == "table" })
        let heads = zip(check.elements, check.attributes).filter { $0.0 == "th" }
        #expect(!heads.isEmpty)
        for head in heads { #expect(["col", "row"].contains(head.1["scope"])) }
        for anchor in check.attributes.compactMap({ $0["href"] }) where anchor.hasPrefix("#") {
            #expect(check.ids.contains(String(anchor.dropFirst())))
        }
        let cells = zip(check.elements, check.attributes).filter { $0.0 == "td" && $0.1["role"] == "cell" }
        for cell in cells { #expect(cell.1["data-label"]?.isEmpty == false) }
        let regions = check.attributes.filter { $0["role"] == "group" }
        #expect(regions.count == 3)
        for region in regions { #expect(region["tabindex"] == "0") }
    }

    @Test("escapes whatever a person wrote, even marks that combine with quotation marks")
    func hostile() throws {
        for text in [
            "</p><script>alert(1)</script>", "\" onmouseover=\"alert(1)", "\"\u{301} onmouseover=\"\u{301}alert(1)",
            "<img src=x onerror=alert(1)>", "{{css}} {{{svg}}}", "&lt;b&gt;", "\u{0}\u{1B}[31m",
            "]]><svg onload=alert(1)>",
        ] {
            var sample = Sample()
            sample.text = text
            sample.name = SubmissionNameText(text).name
            for language in ["en", "ja"] {
                let page = try page(language, sample)
                let check = check(page)
                #expect(check.error == nil, "\(text)")
                #expect(!check.elements.contains("script") && !check.elements.contains("img"), "\(text)")
                #expect(check.attributes.allSatisfy { $0["onmouseover"] == nil && $0["onload"] == nil }, "\(text)")
            }
        }
    }

    @Test("leaves out what does not apply to a workspace with a wall clock")
    func wallClock() throws {
        let sample = Sample()
        let page = SubmissionPage(labels: try LabelFile.labels("en"))
            .render(timeline: sample.timeline.onWallClock, history: [])
        #expect(!page.contains("Simulated clock"))
        #expect(check(page).error == nil)
    }
}
