import Engine
import Pages
import Testing
import Views

@Suite("The list of submissions")
struct IndexPageTests {
    @Test("links each submission and counts where its jurisdictions stand")
    func list() throws {
        var odd = Sample()
        odd.name = SubmissionNameText("a b/<c>").name
        let sample = Sample()
        let page = IndexPage(labels: try LabelFile.labels("en")).render(
            reports: [sample.timeline.report, odd.timeline.report],
            asOf: sample.instant,
            isSimulated: true,
            next: "/?after=colon-cade&lang=en"
        )
        #expect(page.contains("href=\"/submissions/colon-cade?lang=en\">colon-cade</a>"))
        #expect(page.contains("href=\"/submissions/a%20b%2F%3Cc%3E?lang=en\">a b/&lt;c&gt;</a>"))
        #expect(page.contains("data-label=\"Approved\"><span class=\"\">2</span>"))
        #expect(page.contains("data-label=\"Overdue\"><span class=\"alarm\">1</span>"))
        #expect(page.contains("2026-08-31 (TH)"))
        #expect(page.contains("href=\"/?after=colon-cade&amp;lang=en\" rel=\"next\""))
    }

    @Test("says so when there is none yet", arguments: ["en", "ja"])
    func empty(language: String) throws {
        let labels = try LabelFile.labels(language)
        let page = IndexPage(labels: labels).render(reports: [], asOf: Sample().instant, isSimulated: false)
        #expect(page.contains(labels["page.noSubmission"]))
        #expect(!page.contains("<table") && !page.contains("rel=\"next\""))
        #expect(page.contains("<html lang=\"\(language)\">"))
    }
}
