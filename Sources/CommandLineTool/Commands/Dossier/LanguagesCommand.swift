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

    @Argument(
        help:
            "A dossier directory with submission.yaml in it, or a submission: of each country the dossier that was filed for it last."
    )
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
        if try global.isDossier(subject) {
            let labels = try global.reporting(nil) { try global.labels() }
            try global.reporting(labels) {
                let (manifest, survey) = try DossierSource(configuration: try global.configuration()).survey(subject)
                let state = FolderState(survey.defects.all, survey.dossier.findings, labels)
                state.tellAll(next: "tasuki submission check \(ShellWords.quoted(subject))")
                let papers = survey.dossier.documents.map { document in
                    LanguageReport.Paper(
                        path: document.path,
                        entry: document.entry,
                        isDamaged: survey.dossier.findings.contains { $0.path == document.path }
                    )
                }
                try write(papers, Wanted(manifest), day, labels, state: state)
            }
        } else {
            try await global.run(orFolder: subject) { workspace, labels in
                let name = SubmissionName(subject)
                guard let filed = try await workspace.tasuki.filedPapers(of: name, for: asked) else {
                    throw Failure(.noSuchThing, labels.text("languages.notFiled", subject))
                }
                let opened = try await workspace.tasuki.submission(name).submission.opened
                try write(filed.papers, Wanted(opened), day, labels, filed: filed)
            }
        }
    }

    private var asked: [JurisdictionCode] { country.map { JurisdictionCode($0.uppercased()) } }

    private func write(
        _ papers: [LanguageReport.Paper],
        _ wanted: Wanted,
        _ today: CivilDate,
        _ labels: Labels,
        state: FolderState? = nil,
        filed: FiledPapers? = nil
    ) throws {
        let configuration = try global.configuration()
        let date = try on.map { try CivilDate.typed($0) } ?? today
        let report = try LanguageReport(
            papers,
            for: asked.isEmpty ? wanted.targets : asked,
            by: try configuration.jurisdictions(),
            adopted: wanted.adopted,
            answers: wanted.answers,
            type: type.type,
            on: date
        )
        let titles = try configuration.headingTitles(in: labels.language)
        let text = LanguagesText(labels: labels, report: report, titles: titles, showsAll: all, filed: filed)
        try output.print(
            Answer(
                display: { text.text(width: $0) },
                payload: { report.json(titles: titles) },
                sheet: {
                    report.csv(titles: titles)
                        + (state?.files ?? []).map { file in
                            let state = file.stops ? "stops-filing" : "may-not-open"
                            return ["", file.words, file.path, file.code, "", state] + Array(repeating: "", count: 6)
                        }
                }
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
