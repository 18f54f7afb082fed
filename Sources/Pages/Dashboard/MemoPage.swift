import Engine
import Regulation
import Submissions
package import Views

/// The page that says why a date is the day it is, to be printed and kept; or which dates there are to explain.
package struct MemoPage: Sendable {
    let labels: Labels
    let links: PageLinks
    /// Where a submission, and the memos of its dates, are shown.
    let submissionHref: String
    let datesHref: String

    /// - Parameters:
    ///   - labels: The words, in the language that the page will have.
    ///   - links: Where the page leads.
    ///   - submissionHref: The address of the submission's page.
    ///   - datesHref: The address of the list of its dates, to which the query of one is added.
    package init(labels: Labels, links: PageLinks, submissionHref: String, datesHref: String) {
        self.labels = labels
        self.links = links
        self.submissionHref = submissionHref
        self.datesHref = datesHref
    }

    /// The document.
    ///
    /// - Parameters:
    ///   - report: The dates and why they are the days they are.
    ///   - isList: Whether they are only listed.
    /// - Returns: The whole page.
    package func render(_ report: MemoReport, isList: Bool) -> String {
        TemplateLibrary.render(MemoModel(page: self, report: report, isList: isList), with: "memo")
    }
}

/// What the template of memos fills in.
struct MemoModel: TemplateModel {
    struct Listed: TemplateModel {
        let memoHref: String
        let memoDate: String
        let memoName: String
        let memoWords: String
    }

    let words: Words
    let frame: PageFrame
    let submissionHref: String
    let submissionName: String
    let datesHref: String
    let asOfText: String
    let silences: [String]
    let listed: [Listed]
    let memos: [MemoItem]
    let emptyText: String?

    init(page: MemoPage, report: MemoReport, isList: Bool) {
        let labels = page.labels
        words = Words(labels)
        frame = PageFrame(
            labels: labels,
            title: labels.text("page.title", "\(report.submission) – \(labels["memo.page.heading"])"),
            links: page.links,
            isSimulated: report.isSimulated,
            asOf: report.asOf,
            zone: report.zone
        )
        submissionHref = page.submissionHref
        submissionName = report.submission.rawValue
        datesHref = page.datesHref
        asOfText = labels.text("memo.asOf", report.zone.clockText(report.asOf))
        emptyText = report.memos.isEmpty ? labels["memo.page.none"] : nil
        silences = report.silences.map { labels.words(for: $0) }
        listed = isList ? report.memos.map { Listed($0, page) } : []
        memos = isList ? [] : report.memos.map { MemoItem(labels.text(of: $0, in: report)) }
    }
}

extension MemoModel.Listed {
    init(_ memo: DateMemo, _ page: MemoPage) {
        let item = memo.item
        memoHref = page.datesHref + "&duty=" + item.fullDuty.percentEncoded
        memoDate = memo.date.description + (item.isDoubtful ? "*" : "")
        memoName = item.fullDuty
        memoWords = page.labels.words(for: item)
    }
}

/// One memo.
struct MemoItem: TemplateModel {
    struct Line: TemplateModel {
        let lineLabel: String?
        let lineText: String
        let lineAddress: String?

        init(_ line: MemoText.Line) {
            lineLabel = line.label
            lineText = line.text
            lineAddress = line.address
        }
    }

    struct Section: TemplateModel {
        struct Row: TemplateModel {
            let cells: [String]
        }

        let sectionTitle: String
        let sectionLines: [Line]
        let sectionPoints: [String]
        let sectionHeader: [String]
        let sectionRows: [Row]

        init(_ section: MemoText.Section) {
            sectionTitle = section.title
            sectionLines = section.lines.filter { $0.label != nil }.map(Line.init)
            sectionPoints = section.lines.filter { $0.label == nil }.map(\.text)
            sectionHeader = section.header
            sectionRows = section.rows.map { Row(cells: $0) }
        }
    }

    let memoTitle: String
    let memoDay: String
    let memoHead: [Line]
    let memoSections: [Section]

    init(_ memo: MemoText) {
        memoTitle = memo.title
        memoDay = memo.day
        memoHead = memo.head.map(Line.init)
        memoSections = memo.sections.map(Section.init)
    }
}
