import ArgumentParser
import Definitions
import Dossiers
import Engine
import Exports
import Foundation
import Regulation
import Submissions
import TransparencyLog

struct SubmissionCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Show what a dossier has and what each country still wants.",
        discussion: """
            Exits 1 while something required is missing. A requirement that is not confirmed for the authority shows \
            'missing (unconfirmed)' and blocks only where the manifest adopts its heading.

            EXAMPLES
              tasuki submission check Config/samples/colon-cade
              tasuki submission check . --all --format csv
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "The dossier directory, with submission.yaml in it.")
    var directory: String

    @Flag(help: "Every heading, not only those that some country wants and that are missing somewhere.")
    var all = false

    @Option(help: "The rules in force on this day (default: today).")
    var on: String?

    func run() async throws {
        let labels = try global.reporting(nil) { try global.labels() }
        let complete = try global.reporting(labels) { () throws -> Bool in
            let date =
                try on.map { text in
                    guard let date = CivilDate(text) else { throw EngineError.badDate(text) }
                    return date
                }
                ?? Zone.utc.civilDate(at: Instant(millisecondsSinceEpoch: Int64(Date().timeIntervalSince1970 * 1_000)))
            let configuration = try global.configuration()
            let source = DossierSource(configuration: configuration)
            let manifest: SubmissionManifest
            let dossier: Dossier
            do {
                (manifest, dossier) = try source.read(directory)
            } catch let defects as DossierDefects {
                // What lies in the wrong place is a finding of the check, like what is missing.
                for defect in defects.all { Terminal.print(defect.description) }
                return false
            }
            let rules = try source.rules(for: manifest, on: date)
            let matrix = DossierMatrix(
                countries: rules.map { $0.completeness(of: dossier.entries, adopted: manifest.adopted) },
                titles: try titles(configuration)
            )
            let text = MatrixText(labels: labels, matrix: matrix, showsAll: all)
            switch output.format {
            case .table: Terminal.print(text.table(width: Terminal.width))
            case .csv: Terminal.print(CSVTable.text(text.csv()).trimmedEnd)
            case .json: Terminal.print(text.json().prettyText())
            }
            return matrix.isComplete
        }
        if !complete { throw ExitCode(Failure.Code.found.rawValue) }
    }

    private func titles(_ configuration: ConfigFolder) throws -> [HeadingCode: [String: String]] {
        let table = try configuration.dossierTables().first { $0.id == "imdrf-toc" }
        return (table?.headings ?? []).reduce(into: [:]) { titles, heading in
            if let code = HeadingCode(heading.code) { titles[code] = heading.titles }
        }
    }
}
