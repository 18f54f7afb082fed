import ArgumentParser
import Definitions
import Engine
import Foundation
import Regulation
import Sheets
import Submissions
import Views

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take in products, approvals, cases and letters from spreadsheets saved as CSV.",
        discussion: """
            --template hands out the form: five tables, and a page that says what each column means. Fill in what you \
            know, save each sheet as CSV (UTF-8) in one folder, put letters and dossiers beside it, and import the folder.

            Every row goes the way of the command that you would have typed, in the order of the dates: 'submission new', \
            'submission file --on', 'act --on'. An approval whose course nobody remembers is a row of approvals, as under \
            'approvals' in submission.yaml. All of it is rehearsed first. Each conflict and each doubt is told with its \
            row, and nothing is written until none is left or, for doubts, until you accept them. A row that is recorded \
            already adds nothing.

            EXAMPLES
              tasuki import --template form.xlsx
              tasuki import --template form
              tasuki import form --dry-run
              tasuki import form --accept
              tasuki import letters.csv --format json
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    @Option(help: "The person who records, by id (default: the user's login name).")
    var by: String?

    @Option(help: "Write the empty form: a workbook for a name that ends in .xlsx, else a folder of CSV files.")
    var template: String?

    @Flag(help: "Take the doubts as they are.")
    var accept = false

    @Flag(help: "Say what would be written or is in the way, and change nothing.")
    var dryRun = false

    @Argument(help: "The folder with the tables, or one of them.")
    var source: String?

    func validate() throws {
        guard (source == nil) != (template == nil) else {
            throw ValidationError("Name a folder or a CSV file to import, or --template FILE to write the form.")
        }
    }

    func run() async throws {
        if let template {
            let labels = try global.reporting(nil) { try global.labels() }
            return try global.reporting(labels) {
                try FormOutput(labels: labels, isDryRun: dryRun).write(.template, to: template)
                Terminal.print(labels.rehearsed(labels.text("import.template", template), dryRun))
            }
        }
        try await global.run { workspace, labels in
            let files = try SheetFiles(source ?? "", labels)
            let titles = SheetTitles(try OtherLanguages.all(global, labels))
            let clock = try await workspace.tasuki.clock()
            var planner = ImportPlanner(
                workspace: workspace,
                labels: labels,
                actor: try actor(),
                files: FilesBeside(source ?? ""),
                today: clock.settings.zone.civilDate(at: clock.now),
                plan: ImportPlan(book: try files.read(titles))
            )
            let reading = ProgressLine(labels["import.looking"])
            var plan = try await planner.planned { reading.show($0, of: $1) }
            reading.end()
            let run = ImportRun(workspace: workspace, labels: labels)
            try await run.rehearse(&plan)
            let isWritten = try await write(plan, run, files.paths.count)
            let report = ImportReport(plan, files: files.paths.count, isWritten: isWritten, labels)
            try print(report, labels)
            if !isWritten, !plan.isClear { throw ExitCode((dryRun ? Failure.Code.found : .refused).rawValue) }
        }
    }

    /// Writes what the plan comes to, where nothing is in the way; asks a person about doubts.
    ///
    /// - Returns: Whether it is written, as it also is where it was already.
    private func write(_ plan: ImportPlan, _ run: ImportRun, _ files: Int) async throws -> Bool {
        guard !dryRun, !plan.hasConflicts else { return false }
        if !plan.isClear, !accept {
            guard Terminal.isInteractive else { return false }
            let report = ImportReport(plan, files: files, isWritten: false, run.labels)
            Terminal.ask {
                ImportText(labels: run.labels).table(report, width: $0, isRehearsed: true) + "\n"
                    + run.labels["import.accept"]
            }
            guard let answer = readLine(),
                run.labels["confirm.answers"].split(separator: " ").contains(Substring(answer.lowercased()))
            else { throw Failure(.refused, run.labels["confirm.left"]) }
        }
        try await run.write(plan)
        return true
    }

    private func print(_ report: ImportReport, _ labels: Labels) throws {
        let text = ImportText(labels: labels)
        try output.print(
            Answer(
                display: { text.table(report, width: $0, isRehearsed: dryRun) },
                payload: { report.json() },
                sheet: { text.csv(report) }
            )
        )
    }

    private func actor() throws -> Actor {
        let person = by ?? ProcessInfo.processInfo.environment["USER"] ?? NSUserName()
        return Actor(person: PersonID(person.isEmpty ? "unknown" : person), capacity: .applicant)
    }
}

/// The words of every language, for headings may be written in any.
enum OtherLanguages {
    static func all(_ global: GlobalOptions, _ labels: Labels) throws -> [Labels] {
        let folder = try global.configuration()
        return try Language.allCases.map { language in
            language.rawValue == labels.language
                ? labels : Labels(language: language.rawValue, texts: try folder.labels(language.rawValue))
        }
    }
}
