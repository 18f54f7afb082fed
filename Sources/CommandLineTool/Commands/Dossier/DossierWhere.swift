import ArgumentParser
import Engine
import Regulation
import Submissions
import Views

struct DossierWhere: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "where",
        abstract: "Show which filings hold a document, and in which revision.",
        discussion: """
            Looks through the list of documents that every filing froze, in the submission and in the product's other \
            submissions. A document's revisions are its different contents in the order of filing. A document that \
            came with an action is linked by its bytes, by its name, or by the heading of the question answered with \
            it; the last column says which.

            EXAMPLES
              tasuki dossier where colon-cade CH3.02
              tasuki dossier where colon-cade CH3.02 --revision 3
              tasuki dossier where colon-cade CH5/CH5.02/TH/label.md
              tasuki dossier where colon-cade risk-management-report.md --format json
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "The submission.")
    var submission: String

    @Argument(help: "A heading such as CH3.02, or the path or name of a file.")
    var document: String

    @Option(help: "Only this revision.")
    var revision: Int?

    func run() async throws {
        try await global.run { workspace, labels in
            let name = SubmissionName(submission)
            let search = try await workspace.tasuki.documents(DocumentQuery(document), of: name)
            let text = DossierTrailText(labels: labels, submission: name, search: search, revision: revision)
            guard !text.trails.isEmpty else {
                throw Failure(
                    .noSuchThing,
                    revision.map { labels.text("dossier.noRevision", document, "\($0)") }
                        ?? labels.text("dossier.notFiled", document, search.product.rawValue)
                )
            }
            try output.print(
                Answer(display: { text.table(width: $0) }, payload: { text.json() }, sheet: { text.csv() })
            )
        }
    }
}
