import Engine
import Regulation
import Submissions
package import Views

/// The page of one submission: where every jurisdiction stands, the timeline, questions, approvals and history.
///
/// A complete HTML document without script or outside resource; everything that came from a person is escaped.
package struct SubmissionPage: Sendable {
    let labels: Labels
    let names: Names
    let productName: String?
    let links: PageLinks

    /// - Parameters:
    ///   - labels: The words, in the language that the page will have.
    ///   - names: What jurisdictions and bodies are called in that language.
    ///   - productName: The product's name, where it is known; its id stands for it otherwise.
    ///   - links: Where the page leads; by default to the addresses that the server gives.
    package init(labels: Labels, names: Names = Names(), productName: String? = nil, links: PageLinks? = nil) {
        self.labels = labels
        self.names = names
        self.productName = productName
        self.links = links ?? .served(labels.language)
    }

    /// The document.
    ///
    /// - Parameters:
    ///   - timeline: Where every case stands, and how it came there.
    ///   - history: All events, with the texts behind them.
    ///   - due: What comes next; the page has no such section without it.
    /// - Returns: The whole page.
    package func render(timeline: Timeline, history: [HistoryEntry], due: DueReport? = nil) -> String {
        let model = SubmissionModel(page: self, timeline: timeline, history: history, due: due)
        return TemplateLibrary.render(model, with: "submission")
    }
}

/// What the submission's templates fill in.
struct SubmissionModel: TemplateModel {
    let words: Words
    let frame: PageFrame
    let name: String
    let productText: String
    let versionText: String
    let asOfText: String
    let asOfUTC: String
    let asOfISO: String
    let tiles: [Tile]

    let rows: [CountryRow]
    let notes: [String]

    let upcoming: UpcomingSection?
    let datesHref: String?

    let svg: Rendered
    let course: [CourseRow]

    let openQuestions: [QuestionItem]
    let closedText: String?
    let closedQuestions: [QuestionItem]

    let approvals: [ApprovalItem]

    let historySummary: String
    let entries: [HistoryRow]

    init(page: SubmissionPage, timeline: Timeline, history: [HistoryEntry], due: DueReport?) {
        let (labels, report) = (page.labels, timeline.report)
        let texts = CommittedTexts(history, labels)
        words = Words(labels)
        frame = PageFrame(
            labels: labels,
            title: labels.text("page.title", report.submission.rawValue),
            links: page.links,
            isSimulated: report.isSimulated,
            asOf: report.asOf,
            zone: report.zone
        )
        name = report.submission.rawValue
        productText = page.productName ?? report.product.rawValue
        versionText = labels.text("page.version", report.productVersion)
        asOfText = labels.text("page.asOf", report.zone.clockText(report.asOf))
        asOfUTC = report.asOf.utcText
        asOfISO = report.asOf.description
        tiles = Tile.summary(of: report, labels)
        let current = report.rows.filter { $0.replacedBy == nil } + report.rows.filter { $0.replacedBy != nil }
        rows = current.map { CountryRow($0, page: page, history: history, texts: texts) }
        notes = labels.notes(on: report)
        upcoming = due.map { UpcomingSection($0, labels, dates: page.links.dates) }
        datesHref = page.links.dates
        svg = Rendered(renderText: TimelinePicture.svg(timeline: timeline, labels: labels))
        course = timeline.lanes.flatMap { CourseRow.rows(of: $0, labels) }
        let asked =
            report.questions.filter { $0.status == .issued } + report.questions.filter { $0.status == .proposed }
        let hubs = report.rows.filter(\.isHub).map(\.name)
        openQuestions = asked.map { QuestionItem($0, page: page, hubs: hubs, texts: texts) }
        closedQuestions = report.questions.filter { [.answered, .consolidated, .declined].contains($0.status) }
            .map { QuestionItem($0, page: page, hubs: hubs, texts: texts) }
        closedText = closedQuestions.isEmpty ? nil : labels.text("page.showAnswered", "\(closedQuestions.count)")
        approvals = report.rows.compactMap { ApprovalItem($0, page: page, history: history, texts: texts) }
        historySummary = labels.text("page.showHistory", "\(history.count)")
        entries = history.map { HistoryRow($0, labels, texts) }
    }
}
