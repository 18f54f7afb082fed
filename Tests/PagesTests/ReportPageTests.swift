import Engine
import Foundation
import Pages
import Regulation
import Submissions
import Testing
import Views

@Suite("The report")
struct ReportPageTests {
    private func report(_ language: String, _ sample: Sample = Sample()) throws -> String {
        let names = Names(jurisdictions: ["SG": "Singapore", "JP": "JP"], bodies: ["HSA": "Health Sciences Authority"])
        return ReportPage(labels: try LabelFile.labels(language), names: names, generator: "Tasuki test")
            .render(try sample.evidence, documents: sample.documents, manifest: sample.manifest)
    }

    /// The report as XML: what HTML alone allows is closed.
    private func check(_ report: String) -> XMLCheck {
        XMLCheck(report.replacing("<!DOCTYPE html>\n", with: "").replacing(/<(meta|br)( [^>]*)?>/, with: ""))
    }

    @Test("is a complete document in its language, without scripts or anything from outside", arguments: ["en", "ja"])
    func document(language: String) throws {
        let report = try report(language)
        #expect(report.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language)\">"))
        let check = check(report)
        #expect(check.error == nil)
        #expect(Set(check.ids).count == check.ids.count)
        for outside in ["<script", "<link", "<img", "src=", "url(", "@import", " style=", "{{", "Optional("] {
            #expect(!report.contains(outside), "\(outside)")
        }
        #expect(report.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
    }

    @Test("has every part, and each reference leads to its event")
    func parts() throws {
        let check = check(try report("en"))
        for part in [
            "summary", "verification", "countries", "decisions", "questions", "approvals", "corrections", "clocks",
            "history", "refusals", "rules", "documents",
        ] {
            #expect(check.ids.contains(part), "\(part)")
        }
        let events = check.attributes.compactMap { $0["href"] }
        #expect(!events.isEmpty)
        for event in events where event != "#event-5" { #expect(check.ids.contains(String(event.dropFirst()))) }
    }

    @Test("tells decisions, corrections, approvals, clocks, refusals and documents in words")
    func words() throws {
        let text = check(try report("en")).text
        for words in [
            "colon-cade/SG – Approved", "Singapore (SG)", "JP", "DE0001", "not signed", "Text erased on request",
            "colon-cade/JP, revision 1: now in force, revision 1", "clock started, with the authority", "SG/",
            "action.not-now", "CH3.05.05", "sha256:aa", "sha256:bb", "Corrected later: colon-cade#30",
            "on behalf of applicant", "Simulated clock", "Tasuki test", "(due 2027-03-31 · open)", "unconfirmed",
        ] {
            #expect(text.localizedCaseInsensitiveContains(words), "\(words)")
        }
    }

    @Test("escapes whatever a person wrote, in text and in the style sheet", arguments: ["en", "ja"])
    func hostile(language: String) throws {
        for text in [
            "</p><script>alert(1)</script>", "\" onmouseover=\"alert(1)", "\"\u{301} onmouseover=\"\u{301}alert(1)",
            "<img src=x onerror=alert(1)>", "{{css}} {{{css}}}", "\u{0}\u{1B}[31m\u{85}\u{FFFE}",
            "]]></style><svg onload=alert(1)>", "\";}</style>\\",
        ] {
            var sample = Sample()
            sample.text = text
            sample.name = SubmissionNameText(text).name
            let check = check(try report(language, sample))
            #expect(check.error == nil, "\(text)")
            #expect(!["script", "img", "svg"].contains { check.elements.contains($0) }, "\(text)")
            #expect(check.attributes.allSatisfy { $0["onmouseover"] == nil && $0["onload"] == nil }, "\(text)")
            #expect(check.elements.count { $0 == "style" } == 1)
        }
    }

    @Test("says of each part that there is none")
    func empty() throws {
        let labels = try LabelFile.labels("en")
        let report = ReportPage(labels: labels, names: Names(), generator: "Tasuki test")
            .render(try Sample().evidence.emptied, documents: [], manifest: nil)
        #expect(check(report).error == nil)
        #expect(report.components(separatedBy: "<p>\(labels["page.none"])</p>").count - 1 == 10)
        #expect(!report.contains("<table") && !report.contains("<article"))
    }
}
