import Engine
import Regulation
import Submissions
import Views

/// The record of one submission as a page that a person can read and print, in one language.
///
/// A page by itself: no script, nothing loaded from elsewhere.
struct Report {
    let evidence: SubmissionEvidence
    let documents: DocumentCollection
    let labels: Labels
    let names: ReportNames
    /// What the manifest says of the product and its claims; `nil` where nobody can read it.
    let manifest: SubmissionManifest?
    let generator: String
    let texts: [TextCommitment: String]

    init(
        of evidence: SubmissionEvidence,
        documents: DocumentCollection,
        labels: Labels,
        names: ReportNames,
        manifest: SubmissionManifest?,
        generator: String
    ) {
        self.evidence = evidence
        self.documents = documents
        self.labels = labels
        self.names = names
        self.manifest = manifest
        self.generator = generator
        texts = Dictionary(evidence.texts.map { ($0.commitment, $0.text) }) { first, _ in first }
    }

    var name: String { evidence.submission.name.rawValue }

    var bytes: [UInt8] { Array(page.source.utf8) }

    var page: HTML {
        """
        <!DOCTYPE html>
        <html lang="\(labels.language)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>\(name) – \(labels["report.title"])</title>
        \(style)</head>
        <body>
        <header>
        \(simulatedNote)<h1>\(labels["report.title"])</h1>
        <p class="subtitle">\(labels.text("report.of", name))</p>
        </header>
        <main>
        \(sections)</main>
        <footer><p>\(labels["report.end"])</p></footer>
        </body>
        </html>

        """
    }

    private var sections: [HTML] {
        [
            summary, verification, countries, decisions, questions, approvals, corrections, clocks, history, refusals,
            definitions, documentList,
        ]
    }

    private var simulatedNote: HTML {
        evidence.status.isSimulated ? "<p class=\"banner\">\(labels["report.simulated"])</p>\n" : .empty
    }
}

/// Names that only the definitions of today know: what a case is pinned to holds none.
struct ReportNames {
    let jurisdictions: [JurisdictionCode: [String: String]]
    let bodies: [BodyID: [String: String]]

    init(_ jurisdictions: [Jurisdiction]) {
        self.jurisdictions = Dictionary(jurisdictions.map { ($0.code, $0.names) }) { first, _ in first }
        bodies = Dictionary(jurisdictions.flatMap(\.bodies).map { ($0.id, $0.names) }) { first, _ in first }
    }
}
