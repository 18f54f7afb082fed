import ArgumentParser
import Definitions
import Dossiers
import Engine
import Foundation
import Regulation
import Submissions
import Views

struct LanguagesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "languages",
        abstract: "Show document by document what each country still needs in which language.",
        discussion: """
            The language of a document is what submission.yaml says under 'languages', or the tag at the end of its \
            name (label.th.md, IFU-zh-tw.docx, report_JPN.pdf), or it is unknown; nothing is guessed from its text. A \
            document in another language than a country takes is to be translated, one of unknown language is asked \
            about. Files that differ in nothing but their tag are one document.

            EXAMPLES
              tasuki languages .
              tasuki languages colon-cade --all
              tasuki languages . --country SG --country TH --format csv > translations.csv
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "A dossier directory with submission.yaml in it, or a submission as it was filed.")
    var subject: String

    @Option(help: "Only this country, target or not; may be given several times (default: every target).")
    var country: [String] = []

    @Option(help: "What kind of application the dossier is for.")
    var type = ApplicationTypeArgument(.initial)

    @Flag(help: "Also the documents that are there in a language of every country.")
    var all = false

    @Option(help: "The rules in force on this day (default: today).")
    var on: String?

    func run() async throws {
        let day = try await global.today()
        if FileManager.default.fileExists(atPath: subject + "/submission.yaml") {
            let labels = try global.reporting(nil) { try global.labels() }
            try global.reporting(labels) {
                let (manifest, survey) = try DossierSource(configuration: try global.configuration()).survey(subject)
                if !survey.defects.all.isEmpty {
                    Terminal.note("tasuki: " + labels.text("dossier.defects", "\(survey.defects.all.count)"))
                    Terminal.note(labels.text("answers.next", "tasuki submission check \(ShellWords.quoted(subject))"))
                }
                let papers = survey.dossier.documents.map { LanguageReport.Paper(path: $0.path, entry: $0.entry) }
                try write(papers, Wanted(manifest), day, labels)
            }
        } else {
            try await global.run { workspace, labels in
                let name = SubmissionName(subject)
                guard let papers = try await workspace.tasuki.filedPapers(of: name) else {
                    throw Failure(.noSuchThing, labels.text("languages.notFiled", subject))
                }
                let opened = try await workspace.tasuki.submission(name).submission.opened
                try write(papers, Wanted(opened), day, labels)
            }
        }
    }

    private func write(_ papers: [LanguageReport.Paper], _ wanted: Wanted, _ today: CivilDate, _ labels: Labels) throws
    {
        let configuration = try global.configuration()
        let date = try on.map { try CivilDate.typed($0) } ?? today
        let known = try configuration.jurisdictions()
        let asked = country.map { JurisdictionCode($0.uppercased()) }
        var codes: [JurisdictionCode] = []
        for code in asked.isEmpty ? wanted.targets : asked where !codes.contains(code) { codes.append(code) }
        let countries = try codes.map { code -> Completeness in
            guard let rules = known.first(where: { $0.code == code }) else {
                throw EngineError.noSuchJurisdiction(code, known: known.map(\.code))
            }
            return rules.completeness(
                of: papers.map(\.entry),
                adopted: wanted.adopted,
                answers: wanted.answers,
                type: type.type,
                on: date
            )
        }
        let report = LanguageReport(papers, against: countries, type: type.type, on: date)
        let titles = try configuration.headingTitles(in: labels.language)
        let text = LanguagesText(labels: labels, report: report, titles: titles, showsAll: all)
        try output.print(
            Answer(
                display: { text.text(width: $0) },
                payload: { report.json(titles: titles) },
                sheet: { report.csv(titles: titles) }
            )
        )
    }
}

/// What a submission says of the dossier that each country is to have.
private struct Wanted {
    let targets: [JurisdictionCode]
    let adopted: Set<HeadingCode>
    let answers: [ConditionAnswer]

    init(_ manifest: SubmissionManifest) {
        targets = manifest.targets.map(\.jurisdiction)
        adopted = manifest.adopted
        answers = manifest.conditions
    }

    init(_ opened: SubmissionOpened) {
        targets = opened.targets.map(\.jurisdiction)
        adopted = Set(opened.adopted)
        answers = opened.conditions
    }
}
