package import Submissions
package import Views

/// The record of one submission as a page that a person can read and print, in one language.
///
/// A page by itself: no script, nothing loaded from elsewhere; everything that came from a person is escaped.
package struct ReportPage: Sendable {
    let labels: Labels
    let names: Names
    let generator: String

    /// - Parameters:
    ///   - labels: The words, in the language that the page will have.
    ///   - names: What jurisdictions and bodies are called in that language: what a case is pinned to holds no names.
    ///   - generator: The program that writes it, with its version.
    package init(labels: Labels, names: Names, generator: String) {
        self.labels = labels
        self.names = names
        self.generator = generator
    }

    /// The document.
    ///
    /// - Parameters:
    ///   - evidence: Everything about the submission.
    ///   - documents: Its documents, in the order of the events that brought them.
    ///   - manifest: What the manifest says of the product and its claims; nil where nobody can read it.
    /// - Returns: The whole page.
    package func render(
        _ evidence: SubmissionEvidence,
        documents: [ReportDocument],
        manifest: SubmissionManifest?
    ) -> String {
        let source = ReportSource(evidence, manifest: manifest, labels: labels, names: names)
        return TemplateLibrary.render(ReportModel(source, documents, generator: generator), with: "report")
    }
}

/// What the report's templates fill in.
struct ReportModel: TemplateModel {
    let words: Words
    let lang: String
    let submission: String
    let sheetHead: String
    let css = Rendered(renderText: StyleSheet.report)
    let isSimulated: Bool
    let subtitle: String

    let summary: ReportSummary
    let countries: [ReportCountry]
    let decisions: [ReportDecision]
    let questions: [ReportQuestion]
    let approvals: [ReportApproval]
    let corrections: [ReportCorrection]
    let clocks: [ReportClock]
    let history: [ReportEvent]
    let refusals: [ReportRefusal]
    let rules: [ReportRules]
    let documents: [ReportPlace]

    init(_ source: ReportSource, _ documents: [ReportDocument], generator: String) {
        let (evidence, labels) = (source.evidence, source.labels)
        words = Words(labels)
        lang = labels.language
        submission = source.name
        isSimulated = evidence.status.isSimulated
        sheetHead = Self.cssText(source.name + (isSimulated ? " – " + labels["report.simulated"] : ""))
        subtitle = labels.text("report.of", source.name)
        summary = ReportSummary(source, generator: generator)
        countries = evidence.status.rows.map { ReportCountry($0, source) }
        decisions = ReportDecision.all(source)
        questions = evidence.submission.questions.map { ReportQuestion($0, source) }
        approvals = evidence.submission.approvals.map { ReportApproval($0, source) }
        corrections = ReportCorrection.all(source)
        clocks = evidence.clocks.map { ReportClock($0, source) }
        history = evidence.history.map { ReportEvent($0, source) }
        refusals = evidence.refusals.map { ReportRefusal($0, source) }
        rules = evidence.submission.cases.map { ReportRules($0, source) }
        self.documents = documents.map { ReportPlace($0, source) }
    }

    /// The text as the content of a quoted string in a style sheet: whatever is no letter or digit as an escape.
    static func cssText(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            result += isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
        }
        return result
    }
}
