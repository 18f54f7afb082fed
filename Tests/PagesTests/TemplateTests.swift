import Engine
import Foundation
import Mustache
import Regulation
import Testing
import Views

@testable import Pages

@Suite("The templates")
struct TemplateTests {
    private static let labels = ["en", "ja"].map { language in Result { try LabelFile.labels(language) } }

    /// Everything that any page shows, as its templates see it.
    private func models() throws -> [(template: String, models: [any TemplateModel])] {
        let sample = Sample()
        let labels = try LabelFile.labels("en")
        let page = SubmissionPage(
            labels: labels,
            links: PageLinks(home: "/", otherLanguage: "?", dates: "/dates?", account: "")
        )
        let memos = MemoPage(labels: labels, links: page.links, submissionHref: "/", datesHref: "/dates?")
        let report = sample.timeline.report
        let frame = PageFrame(
            labels: labels,
            title: "",
            links: page.links,
            isSimulated: true,
            asOf: sample.instant,
            zone: .utc
        )
        let index = IndexModel(
            words: Words(labels),
            frame: frame,
            isDesk: true,
            desk: [
                DeskRow(
                    WorkItem(row: report.rows[0], actions: ["accept"], blocked: [], duties: sample.due.items),
                    labels
                )
            ],
            moreText: "",
            countNames: [""],
            submissions: [IndexItem(report, labels, nil)],
            nextHref: "/"
        )
        let signIn = SignInPage(labels: labels, links: .served("en"))
        let source = ReportSource(try sample.evidence, manifest: sample.manifest, labels: labels, names: Names())
        return [
            (
                "submission",
                [SubmissionModel(page: page, timeline: sample.timeline, history: sample.history, due: sample.due)]
            ),
            (
                "memo",
                [
                    MemoModel(page: memos, report: sample.memos, isList: false),
                    MemoModel(page: memos, report: sample.memos, isList: true),
                    MemoModel(page: memos, report: sample.noMemos, isList: true),
                ]
            ),
            ("index", [index]),
            (
                "problem",
                [
                    ProblemModel(
                        words: Words(labels),
                        frame: frame,
                        problemTitle: "Title",
                        detailText: "Detail",
                        numberText: "Number"
                    )
                ]
            ),
            (
                "sign-in",
                [
                    SignInModel(page: signIn, .explanation),
                    SignInModel(page: signIn, .question(person: "aiko")),
                ]
            ),
            ("report", [ReportModel(source, sample.documents, generator: "Tasuki test")]),
        ]
    }

    private func audit(_ texts: [String: String] = TemplateLibrary.texts) throws -> TemplateAudit {
        var audit = TemplateAudit(texts, labels: try Self.labels.map { try $0.get() })
        for (template, models) in try models() { audit.follow(template, with: models) }
        return audit
    }

    @Test("Everything that a template names is a member of its model or a label of every language")
    func names() throws {
        let defects = try audit().defects
        #expect(defects == [], "\(defects)")
    }

    @Test("Only the picture and the style sheets go in unescaped")
    func unescaped() throws {
        #expect(try audit().unescaped == ["head: css", "submission: svg", "report: css"])
    }

    @Test("Every template is used, and every file of the folder is a template")
    func files() throws {
        #expect(try audit().followed == Set(TemplateLibrary.texts.keys))
        let folder = SourceFolder.pages.appending(path: "Templates")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.contains(".") }.map { String($0.split(separator: "/").last ?? "") }
        #expect(Set(files) == Set(TemplateLibrary.texts.keys.map { "\($0).mustache" }))
        #expect(files.count == TemplateLibrary.texts.count)
    }

    @Test("Every member of a model is named by a template")
    func members() throws {
        let audit = try audit()
        #expect(audit.unnamed(try models().flatMap(\.models)) == [])
    }

    @Test("What is filled in inside a tag stands between quotes, in no place that runs or loads anything")
    func attributes() throws {
        for (name, text) in TemplateLibrary.texts {
            let slots = text.replacing(/\{\{[#^\/>][^}]*\}\}/, with: "").replacing(/\{?\{\{[^}]*\}\}\}?/, with: "\u{1}")
            for tag in slots.matches(of: /<[^<>]*>/) {
                let bare = tag.0.replacing(/"[^"]*"/, with: "")
                #expect(!bare.contains("\u{1}"), "\(name): \(tag.0)")
                // A form sends only to the page's own address, or to where one signs out.
                let sent = tag.0.replacing(" action=\"/sign-out\"", with: "")
                #expect(sent.firstMatch(of: /\s(on[a-z]+|style|src|srcdoc|action)="/) == nil, "\(name): \(tag.0)")
            }
        }
        let links = TemplateLibrary.texts.values.flatMap { $0.matches(of: /href="([^"]*)"/).map { String($0.1) } }
        #expect(
            Set(links.filter { $0.contains("{{") })
                == [
                    "{{homeHref}}", "{{otherHref}}", "{{itemHref}}", "{{nextHref}}", "#event-{{.}}", "{{dueHref}}",
                    "{{memoHref}}", "{{submissionHref}}", "{{datesHref}}", "{{deskHref}}",
                ]
        )
    }

    @Test("A member that is nil hides one of the same name further out")
    func scopes() throws {
        struct Outer: TemplateModel {
            let name = "outer"
            let inner: [Inner]
        }
        struct Inner: TemplateModel {
            let name: String?
        }
        var library = TemplateLibrary.shared
        try library.register("{{#inner}}[{{name}}{{#name}}!{{/name}}{{^name}}?{{/name}}]{{/inner}}", named: "scopes")
        let html = library.render(Outer(inner: [Inner(name: "inner"), Inner(name: nil)]), withTemplate: "scopes")
        #expect(html == "[inner!][?]")
    }

    @Test(
        "The check of the templates finds what is wrong with one",
        arguments: [
            ("{{nmae}}", "nothing answers nmae"),
            ("{{#rows}}{{rowNmae}}{{/rows}}", "nothing answers rowNmae"),
            ("{{#rows}}{{courseCase}}{{/rows}}", "nothing answers courseCase"),
            ("{{#upcoming}}{{#owed}}{{^owedOverdue}}{{owedTxt}}{{/owedOverdue}}{{/owed}}{{/upcoming}}", "owedTxt"),
            ("{{^rowz}}{{/rowz}}", "nothing answers rowz"),
            ("{{words.page.hstory}}", "nothing answers words.page.hstory"),
            ("{{words.page}}", "nothing answers words.page"),
            ("{{rows}}", "rows is no text"), ("{{sorted(rows)}}", "nothing answers sorted(rows)"),
            ("{{#sorted(rows)}}{{/sorted(rows)}}", "is a transform that is not used here"),
            ("{{{name}}}", "name is not rendered, and goes in unescaped"), ("{{svg}}", "svg is rendered, and escaped"),
            ("{{&name}}", "a kind of tag that is not used here"),
            ("{{=<% %>=}}", "a kind of tag that is not used here"),
            ("{{$name}}{{/name}}", "a kind of tag that is not used here"),
            ("{{> nothing}}", "there is no such template"),
            ("{{#rows}}", "not closed: rows"), ("{{/rows}}", "nothing to close"),
        ]
    )
    func canFail(text: String, defect: String) throws {
        let audit = try audit(TemplateLibrary.texts.merging(["submission": text]) { $1 })
        #expect(audit.defects.contains { $0.contains(defect) }, "\(audit.defects)")
    }
}
