import ArgumentParser
import Definitions
import Dossiers
import Engine
import Foundation
import Regulation
import Submissions
import Views

struct RoutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes",
        abstract: "Show which ways into each country are open to a product, how long they take and what is missing.",
        discussion: """
            Every country that is configured is looked at; the targets are shown first, the others with --all. Behind the \
            name of a route stands its id, as submission.yaml names it. A route is open where every condition \
            is met and confirmed, closed where a confirmed condition is not met, and otherwise unknown. The date under \
            'until' is the day on which the authority's time would end if the product were filed, and its review \
            begun, on that day: a target, not a legal deadline.

            A directory that holds submission.yaml goes before a submission of that name, and needs no workspace: then \
            only its manifest and its documents count.

            EXAMPLES
              tasuki routes Config/samples/colon-cade --on 2026-12-01
              tasuki routes colon-cade --country SG --details
              tasuki routes colon-cade --format json --lang ja
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "A dossier directory with submission.yaml in it, or a submission of the workspace.")
    var subject: String

    @Option(help: "The rules and approvals of this day (default: today).")
    var on: String?

    @Option(help: "Only this country or region; may be given several times.")
    var country: [String] = []

    @Flag(help: "Also the countries that are no targets, one by one.")
    var all = false

    @Flag(help: "Also clocks, fees and documents one by one, and the source of each.")
    var details = false

    func run() async throws {
        if try global.isDossier(subject) {
            let labels = try global.reporting(nil) { try global.labels() }
            let today = try await global.today()
            try global.reporting(labels) { try write(try reportOfDirectory(today, labels), labels) }
        } else {
            try await global.run(orFolder: subject) { workspace, labels in
                let report = try await workspace.tasuki.routeAdvice(
                    of: SubmissionName(subject),
                    on: try day(),
                    countries: try country.map { try workspace.jurisdiction($0) }
                )
                try write(report, labels)
            }
        }
    }

    private func reportOfDirectory(_ today: CivilDate, _ labels: Labels) throws -> RouteReport {
        let configuration = try global.configuration()
        let source = DossierSource(configuration: configuration)
        let manifest = try source.manifest(in: subject)
        let all = try configuration.jurisdictions()
        let asked = country.map { $0.uppercased() }
        for code in asked where !all.contains(where: { $0.code.rawValue == code }) {
            throw EngineError.noSuchJurisdiction(JurisdictionCode(code), known: all.map(\.code))
        }
        let chosen = asked.isEmpty ? all : all.filter { asked.contains($0.code.rawValue) }
        return RouteReport(
            of: Submission(describedBy: manifest),
            register: [],
            entries: try entries(source, labels),
            category: manifest.category,
            on: try day() ?? today,
            in: AdvisedField(
                jurisdictions: chosen,
                procedures: try configuration.procedures(),
                calendars: try Set(chosen.map(\.workingCalendar)).sorted().map { try configuration.calendar($0) }
            )
        )
    }

    /// The documents of the directory; one that lies in the wrong place does not keep the ways from being shown.
    private func entries(_ source: DossierSource, _ labels: Labels) throws -> [DossierEntry]? {
        do {
            return try source.read(subject).dossier.entries
        } catch let defects as DossierDefects {
            Terminal.note("tasuki: " + labels.text("answers.notLookedAt", "\(defects.all.count)"))
            Terminal.note(labels.text("answers.next", "tasuki submission check \(ShellWords.quoted(subject))"))
            return nil
        }
    }

    private func day() throws -> CivilDate? {
        try on.map { text in
            guard let date = CivilDate(text) else { throw EngineError.badDate(text, of: "--on", .day) }
            return date
        }
    }

    private func write(_ report: RouteReport, _ labels: Labels) throws {
        try output.print(
            Answer(
                display: { width in
                    let titles = details ? try global.configuration().headingTitles(in: labels.language) : [:]
                    let text = RoutesText(labels: labels, titles: titles, showsDetails: details)
                    return text.text(report, all: all || !country.isEmpty, width: width)
                },
                payload: { report.json(labels: labels) },
                sheet: { RoutesTable(labels: labels).rows(report) }
            )
        )
    }
}
