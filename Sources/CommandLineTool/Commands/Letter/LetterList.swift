import ArgumentParser
import CanonicalJSON
import Engine
import Regulation
import SQLiteStore
import Submissions
import Views

struct LetterList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List every document by case, date, sender and name.",
        discussion: """
            The first column names the letter for 'tasuki letter show' and 'tasuki letter save'. What an authority did \
            and you transcribed came from that authority. A letter stays with its event when that is corrected; the \
            date is the corrected one. Documents of dossiers are found with 'tasuki dossier where'.

            EXAMPLES
              tasuki letter list
              tasuki letter list colon-cade/SG
              tasuki letter list colon-cade --from HSA --name acceptance
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption
    @OptionGroup var page: PageOptions

    @Argument(help: "A submission, or a case such as colon-cade/SG (default: all submissions).")
    var subject: String?

    @Option(help: "Only letters with this text in their name, in whichever case.")
    var name: String?

    @Option(help: "Only letters of this body, such as HSA; 'applicant' for your own.")
    var from: String?

    @Option(help: "What was known at the end of that day in the workspace's zone, or at that instant.")
    var asOf: String?

    func run() async throws {
        try await global.run { workspace, labels in
            let instant = try await AsOf.instant(asOf, in: workspace.tasuki)
            let reference = subject.flatMap { CaseReferenceArgument(argument: $0) }
            var letters: [Letter] = []
            for submission in try await workspace.names(reference?.submission.rawValue ?? subject, page, labels) {
                do {
                    letters += try await workspace.tasuki.letters(of: submission, case: reference?.name, asOf: instant)
                } catch EngineError.noSuchSubmission where subject == nil {
                    // It had not been opened yet at that instant.
                    continue
                }
            }
            let shown = letters.filter { isWanted($0) }
            let text = LetterText(labels: labels)
            try output.print(
                Answer(
                    display: { text.table(shown, width: $0) },
                    payload: { .array(shown.map { $0.json(labels: labels) }) },
                    sheet: { text.csv(shown) }
                )
            )
        }
    }

    private func isWanted(_ letter: Letter) -> Bool {
        if let from, !letter.isFrom(from) { return false }
        guard let name else { return true }
        return letter.name?.lowercased().contains(name.lowercased()) ?? false
    }
}
