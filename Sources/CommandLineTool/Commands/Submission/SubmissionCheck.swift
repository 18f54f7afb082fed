import ArgumentParser
import Definitions
import Dossiers
import Engine
import Foundation
import Regulation
import Submissions
import Views

struct SubmissionCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Show what a dossier has and what each country still wants.",
        discussion: """
            Exits 1 while something required is missing. A requirement that is not confirmed for the authority shows \
            'missing (unconfirmed)' and blocks only where the manifest adopts its heading. What is wanted only on a \
            condition never blocks; --explain says the condition. A document counts for every heading above it, and \
            for every country unless it lies in the folder of one.

            EXAMPLES
              tasuki submission check Config/samples/colon-cade
              tasuki submission check . --explain --country TH --lang ja
              tasuki submission check . --explain --heading CH5.02
              tasuki submission check . --type renewal --country KR --country TW
              tasuki submission check . --all --format csv
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "The dossier directory, with submission.yaml in it.")
    var directory: String

    @Option(help: "Only this country, target or not; may be given several times (default: every target).")
    var country: [String] = []

    @Option(help: "What kind of application the dossier is for.")
    var type = ApplicationTypeArgument(.initial)

    @Option(help: "Only this heading and those below it.")
    var heading: HeadingArgument?

    @Flag(help: "Say for each cell which document serves it or what is missing, on which condition, by which source.")
    var explain = false

    @Flag(help: "Every heading, not only those that some country wants and that are missing somewhere.")
    var all = false

    @Option(help: "The rules in force on this day (default: today).")
    var on: String?

    func run() async throws {
        let labels = try global.reporting(nil) { try global.labels() }
        let today = try await global.today()
        let complete = try global.reporting(labels) { () throws -> Bool in
            let configuration = try global.configuration()
            let manifest: SubmissionManifest
            let dossier: Dossier
            do {
                (manifest, dossier) = try DossierSource(configuration: configuration).read(directory)
            } catch let defects as DossierDefects {
                // What lies in the wrong place is a finding of the check, like what is missing.
                for defect in defects.all { Terminal.print(defect.description) }
                return false
            }
            let matrix = try matrix(of: dossier, manifest, configuration, today)
            let text = MatrixText(labels: labels, matrix: matrix, showsAll: all, explains: explain)
            try output.print(
                Answer(
                    display: { text.text(width: $0) },
                    payload: { matrix.json(labels) },
                    sheet: { matrix.csv(labels) }
                )
            )
            return matrix.isComplete
        }
        if !complete { throw ExitCode(Failure.Code.found.rawValue) }
    }

    private func matrix(
        of dossier: Dossier,
        _ manifest: SubmissionManifest,
        _ configuration: ConfigFolder,
        _ today: CivilDate
    ) throws -> DossierMatrix {
        let date = try day() ?? today
        let rules = try rules(manifest, configuration, on: date)
        let targets = manifest.targets.map(\.jurisdiction)
        let crosswalk = try DossierCrosswalk(configuration)
        let headings = crosswalk.table(.imdrf)?.headings ?? []
        return DossierMatrix(
            countries: rules.map {
                $0.completeness(of: dossier.entries, adopted: manifest.adopted, type: type.type, on: date)
            },
            documents: dossier.documents,
            titles: headings.reduce(into: [:]) { titles, heading in
                if let code = HeadingCode(heading.code) { titles[code] = heading.titles }
            },
            crosswalk: crosswalk,
            type: type.type,
            date: date,
            strangers: rules.map(\.code).filter { !targets.contains($0) },
            within: heading?.code
        )
    }

    private func day() throws -> CivilDate? { try on.map { try CivilDate.typed($0) } }

    /// The countries asked for, each target with the route that it names in force.
    private func rules(
        _ manifest: SubmissionManifest,
        _ configuration: ConfigFolder,
        on date: CivilDate
    ) throws -> [Jurisdiction] {
        let known = try configuration.jurisdictions()
        let asked = country.map { JurisdictionCode($0.uppercased()) }
        let codes = asked.isEmpty ? manifest.targets.map(\.jurisdiction) : asked
        return try codes.enumerated().filter { codes.firstIndex(of: $0.element) == $0.offset }.map { _, code in
            guard let found = known.first(where: { $0.code == code }) else {
                throw EngineError.noSuchJurisdiction(code, known: known.map(\.code))
            }
            if type.type == .initial, let route = manifest.targets.first(where: { $0.jurisdiction == code })?.route,
                found.route(route, on: date) == nil
            {
                let routes = Set(found.routes.map(\.name.rawValue)).sorted().joined(separator: ", ")
                throw Failure(.refused, "\(code) has no route \(route) on \(date); it has \(routes)")
            }
            return found
        }
    }
}
