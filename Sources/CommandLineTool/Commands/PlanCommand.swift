import ArgumentParser
import Definitions
import Engine
import Foundation
import Pages
import Regulation
import Submissions
import Views

struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Show when a product is expected to be filed, decided and on the market, country by country.",
        discussion: """
            All clocks of a route count one after the other, and a route that rests on another country's approval is \
            filed once that is expected and prepared. The expected day follows from what was observed of the authority; \
            where only its target is published, from what other authorities needed of theirs. Nothing here is promised: \
            what the plan takes for granted is said below it, and all of it can be changed.

            A directory that holds submission.yaml goes before a submission of that name, and needs no workspace. Of a \
            submission that runs, what has come about stands in the place of what was expected.

            EXAMPLES
              tasuki plan Config/samples/colon-cade --from 2026-12-01
              tasuki plan colon-cade --file-on TH=2027-03-01 --strategies
              tasuki plan colon-cade --savings --format csv
              tasuki plan my-product --strategy wave.yaml --svg plan.svg
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rehearsal: DryRunOption
    @OptionGroup var output: FormatOption

    @Argument(help: "A dossier directory with submission.yaml in it, or a submission of the workspace.")
    var subject: String

    @Option(help: "The first day on which anything is filed (default: today).")
    var from: String?

    @Option(help: ArgumentHelp("File in a country on a day; may be given for several.", valueName: "CC=DATE"))
    var fileOn: [String] = []

    @Option(help: "Days from a reference approval to the filing that rests on it.")
    var preparation: Int?

    @Option(help: "A strategy of your own: a YAML file with a route and a day, or ‘after CC’, for each country.")
    var strategy: String?

    @Flag(help: "Hold strategies against each other: alone, after each leading country, bundled (案), in two stages.")
    var strategies = false

    @Flag(help: "Show what the approval of the first leading country saves elsewhere.")
    var savings = false

    @Option(help: "Write the strategies as a picture to this file.")
    var svg: String?

    func run() async throws {
        if try global.isDossier(subject) {
            let labels = try global.reporting(nil) { try global.labels() }
            let today = try await global.today()
            try global.reporting(labels) {
                let report = try reportOfDirectory(today)
                try check(try wishes(), report, today, labels)
                try write(report, labels, folder: subject)
            }
        } else {
            try await global.run(orFolder: subject) { workspace, labels in
                let clock = try await workspace.tasuki.clock()
                let today = clock.settings.zone.civilDate(at: clock.now)
                let wishes = try wishes()
                let report = try await workspace.tasuki.plan(of: SubmissionName(subject), wishes: wishes)
                try check(wishes, report, today, labels)
                try write(report, labels)
            }
        }
    }

    private func reportOfDirectory(_ today: CivilDate) throws -> PlanReport {
        let configuration = try global.configuration()
        let manifest = try DossierSource(configuration: configuration).manifest(in: subject)
        let all = try configuration.jurisdictions()
        let wishes = try wishes()
        let basis = PlanBasis(
            submission: Submission(describedBy: manifest),
            register: [],
            category: manifest.category,
            stageClaims: manifest.stageClaims,
            field: AdvisedField(
                jurisdictions: all,
                procedures: try configuration.procedures(),
                calendars: try Set(all.map(\.workingCalendar)).sorted().map { try configuration.calendar($0) }
            ),
            forecast: try configuration.forecast(),
            on: today,
            wishes: wishes
        )
        return PlanReport(of: basis, wishes: wishes)
    }

    /// Refuses a filing in a country that is no target, and says which days have passed or no longer count.
    private func check(_ wishes: PlanWishes, _ report: PlanReport, _ today: CivilDate, _ labels: Labels) throws {
        let planned = report.plan.countries
        for (code, day) in wishes.fileOn.sorted(by: { $0.key < $1.key }) {
            guard let country = planned.first(where: { $0.jurisdiction == code }) else {
                let known = planned.map(\.jurisdiction.rawValue).joined(separator: labels["advice.comma"])
                throw Failure(.usage, labels.text("plan.noTarget", code.rawValue, known))
            }
            if country.isFiled {
                Terminal.note(labels.text("plan.filedAlready", code.rawValue))
            } else if day < today {
                Terminal.note(labels.text("plan.pastDay", code.rawValue, "\(day)"))
            }
        }
    }

    private func wishes() throws -> PlanWishes {
        if let preparation, !(0...10_000).contains(preparation) {
            throw Failure(.usage, "--preparation takes a number of days from 0 to 10000")
        }
        let configuration = try global.configuration()
        var days: [JurisdictionCode: CivilDate] = [:]
        for text in fileOn {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw Failure(.usage, "--file-on takes CC=DATE such as TH=2027-03-01, not '\(text)'")
            }
            let code = JurisdictionCode(parts[0].uppercased())
            let known = try configuration.jurisdictions().map(\.code)
            guard known.contains(code) else { throw EngineError.noSuchJurisdiction(code, known: known) }
            days[code] = try day(parts[1], of: "--file-on")
        }
        return PlanWishes(
            start: try from.map { try day($0, of: "--from") },
            fileOn: days,
            preparation: preparation,
            strategy: try strategy.map { path in
                guard let data = FileManager.default.contents(atPath: path),
                    let text = String(validating: data, as: UTF8.self)
                else { throw Failure(.noSuchThing, "\(path) cannot be read") }
                return try configuration.strategy(from: SourceFile(path: path, text: text))
            }
        )
    }

    private func day(_ text: String, of option: String) throws -> CivilDate {
        guard let date = CivilDate(text) else { throw EngineError.badDate(text, of: option, .day) }
        return date
    }

    /// Where a manifest is planned, and not what is recorded, `folder` is where it stands.
    private func write(_ report: PlanReport, _ labels: Labels, folder: String? = nil) throws {
        if let svg {
            try Destination(svg).put(PlanPicture.svg(report.comparison, labels: labels), rehearsal.dryRun)
            Terminal.print(labels.rehearsed(labels.text("answers.wrote", svg), rehearsal.dryRun))
            return
        }
        let table = PlanTable(labels: labels)
        try output.print(
            Answer(
                display: { width in
                    let strategiesText = StrategiesText(labels: labels, folder: folder)
                    if strategies { return strategiesText.text(report, width: width) }
                    if savings { return strategiesText.savings(report, width: width) }
                    return PlanText(labels: labels, folder: folder).text(report, subject: subject, width: width)
                },
                payload: { report.json(labels: labels) },
                sheet: {
                    if strategies { return table.strategies(report.comparison) }
                    return savings ? table.savings(report) : table.rows(report.plan)
                }
            )
        )
    }
}
