import Engine
import Foundation
import Pages
import Testing
import Views

@Suite("The page that says why a date is the day it is")
struct MemoPageTests {
    private func page(_ language: String, _ report: MemoReport, isList: Bool = false) throws -> String {
        let page = MemoPage(
            labels: try LabelFile.labels(language),
            links: .served(language),
            submissionHref: "/submissions/colon-cade?lang=\(language)",
            datesHref: "/submissions/colon-cade/dates?lang=\(language)"
        )
        return page.render(report, isList: isList)
    }

    @Test(
        "is a complete document with everything escaped, and leaves no key of a missing label",
        arguments: ["en", "ja"]
    )
    func document(language: String) throws {
        for (report, isList) in [(Sample().memos, false), (Sample().memos, true), (Sample().noMemos, false)] {
            let page = try page(language, report, isList: isList)
            #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language)\">"))
            let text = page.replacing("<!DOCTYPE html>\n", with: "").replacing(/<(meta|br|wbr)( [^>]*)?>/, with: "")
            let check = XMLCheck(text)
            #expect(check.error == nil)
            for word in check.text.split(whereSeparator: \.isWhitespace) {
                #expect(word.wholeMatch(of: /[a-z]+(\.[A-Za-z0-9-]+)+/) == nil, "\(word)")
            }
            #expect(!page.contains("{{") && !page.contains("{0}") && !page.contains("Optional("))
        }
    }

    @Test("tells the day, the source with its address, every stretch of days, what is not certain and what moves it")
    func contents() throws {
        let page = try page("en", Sample().memos)
        for text in [
            "Why 2026-09-21: Review: target date", "<p class=\"day\">2026-09-21, Monday</p>", "Singapore (SG)",
            "<span class=\"address\">https://example.com/&lt;law&gt;</span>", "17–19 with the applicant",
            "a day off, so that it ends on 2026-09-21, Monday", "Public holidays of 2027: not confirmed",
            "A correction of #3, from which the day follows",
        ] { #expect(page.contains(text), "\(text)") }
    }

    @Test("lists the dates with a link to each, and says why there is none")
    func lists() throws {
        let list = try page("en", Sample().memos, isList: true)
        #expect(list.contains("href=\"/submissions/colon-cade/dates?lang=en&amp;duty=SG%2Freview\">2026-09-21*</a>"))
        #expect(!list.contains("<article>"))
        let none = try page("en", Sample().noMemos)
        #expect(none.contains("SG: no step that is open has a deadline"))
    }
}
