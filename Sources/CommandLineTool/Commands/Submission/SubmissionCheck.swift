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
            One screen: how far each country is and what to write next; --missing, --all and --explain say more. Exits 1 \
            while something required is missing, a file lies in the wrong place, or one cannot be opened. A document \
            in a language that a country does not take is missing there; one whose language nobody has said \
            (submission.yaml, 'languages', or the end of its name) is unknown, which is no tick. A requirement that is not confirmed for the authority shows \
            'missing (unconfirmed)' and blocks only where the manifest adopts its heading. What is wanted only on a \
            condition never blocks; --explain says the condition. A document counts for every heading above it, and \
            for every country unless it lies in the folder of one.

            EXAMPLES
              tasuki submission check Config/samples/colon-cade
              tasuki submission check . --explain --country TH --lang ja
              tasuki submission check . --explain --heading CH5.02
              tasuki submission check . --missing --places
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

    @Flag(help: "Headings by countries: those that are missing somewhere.")
    var missing = false

    @Flag(help: "Headings by countries: every one; and every file that is told of.")
    var all = false

    @Flag(help: "Also where a document stands in the ASEAN CSDT and the Japanese STED.")
    var places = false

    @Option(help: "The rules in force on this day (default: today).")
    var on: String?

    func run() async throws {
        let labels = try global.reporting(nil) { try global.labels() }
        let today = try await global.today()
        let isSound = try global.reporting(labels) { () throws -> Bool in
            let configuration = try global.configuration()
            let (manifest, survey) = try DossierSource(configuration: configuration).survey(directory)
            let matrix = try matrix(of: survey, manifest, configuration, today)
            try output.print(
                Answer(
                    display: { display(matrix, labels, width: $0) },
                    payload: { matrix.json(labels) },
                    sheet: { matrix.csv(labels) }
                )
            )
            return matrix.isComplete && matrix.state.isSound
        }
        if !isSound { throw ExitCode(Failure.Code.found.rawValue) }
    }

    private func display(_ matrix: DossierMatrix, _ labels: Labels, width: Int) -> String {
        let summary = CheckText(labels: labels, matrix: matrix, showsAll: all)
        guard missing || all || explain || heading != nil || places else { return summary.text(width: width) }
        let details = MatrixText(
            labels: labels,
            matrix: matrix,
            showsAll: all,
            explains: explain,
            showsPlaces: places
        )
        let folder = summary.folder().flatMap { TextWidth.wrap($0, to: width) }
        return ([details.text(width: width)] + (folder.isEmpty ? [] : [""]) + folder).joined(separator: "\n")
    }

    private func matrix(
        of survey: DossierFolder.Survey,
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
                $0.completeness(
                    of: survey.dossier.entries,
                    adopted: manifest.adopted,
                    answers: manifest.conditions,
                    type: type.type,
                    on: date
                )
            },
            documents: survey.dossier.documents,
            titles: headings.reduce(into: [:]) { titles, heading in
                if let code = HeadingCode(heading.code) { titles[code] = heading.titles }
            },
            crosswalk: crosswalk,
            type: type.type,
            date: date,
            strangers: rules.map(\.code).filter { !targets.contains($0) },
            state: DossierState(
                survey,
                targets: targets,
                asked: rules.map(\.code),
                samples: SampleTexts.digests(below: configuration.path + "/samples")
            ),
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
