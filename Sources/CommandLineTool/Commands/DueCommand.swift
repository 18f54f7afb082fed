import ArgumentParser
import CanonicalJSON
import Engine
import Exports
import Foundation
import Regulation
import SQLiteStore
import Submissions
import Views

struct DueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "Show what falls due over all submissions, overdue first, and write it as a calendar.",
        discussion: """
            Deadlines, targets of review clocks, answers to questions, obligations, the end of approvals, windows of \
            renewal and yearly fees. A star marks a date that no official source confirms; a computed date follows \
            from the rule of the country only: nobody recorded it.

            EXAMPLES
              tasuki due
              tasuki due --within 6w --product kazami-colon-cade
              tasuki due --within 1y --ics due.ics --lang ja
              tasuki due --as-of 2026-07-01 --format json
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rehearsal: DryRunOption
    @OptionGroup var output: FormatOption
    @OptionGroup var page: PageOptions

    @Option(help: "How far ahead to look, in days, weeks, months or years: 30d, 6w, 3m, 1y.")
    var within: HorizonArgument = HorizonArgument(horizon: .quarter)

    @Option(help: "Only the submissions of this product.")
    var product: String?

    @Option(help: "Write an iCalendar file (RFC 5545) instead; - for standard output.")
    var ics: String?

    @Option(help: "What was known at the end of that day in the workspace's zone, or at that instant.")
    var asOf: String?

    func run() async throws {
        try await global.run { workspace, labels in
            let instant = try await AsOf.instant(asOf, in: workspace.tasuki)
            let chosen = try await product(in: workspace)
            let report = try await workspace.tasuki.due(
                within: within.horizon,
                product: chosen,
                after: page.after.map { SubmissionName($0) },
                limit: page.limit,
                asOf: instant
            )
            page.tellOfMore(after: report.next?.rawValue, labels)
            if let ics {
                try write(report, to: ics, workspace, labels)
                return
            }
            let text = DueText(labels: labels)
            // Of these 'tasuki today' tells besides.
            let moves =
                output.format == .table
                ? try await workspace.tasuki.movesWithoutDuty(of: chosen, asOf: instant) : 0
            try output.print(
                Answer(
                    display: { text.table(report, moves: moves, width: $0) },
                    payload: { .array(report.items.map { $0.json(labels: labels) }) },
                    sheet: { text.csv(report.items) }
                )
            )
        }
    }

    private func product(in workspace: Workspace) async throws -> ProductID? {
        guard let product else { return nil }
        return try await workspace.tasuki.product(named: product)
    }

    private func write(_ report: DueReport, to path: String, _ workspace: Workspace, _ labels: Labels) throws {
        let jurisdictions = try workspace.tasuki.world.definitions.jurisdictions()
        let text = CalendarFeed(labels: labels, jurisdictions: jurisdictions).text(of: report)
        if path == "-" {
            FileHandle.standardOutput.write(Data(text.utf8))
            return
        }
        try Destination(path).put(text, rehearsal.dryRun)
        let dated = report.items.count { $0.date != nil }
        let wrote =
            labels.text("answers.wroteDates", "\(dated)", "\(report.through)", path)
            + (dated == report.items.count ? "" : " " + labels.text("due.undated", "\(report.items.count - dated)"))
        Terminal.note(labels.rehearsed(wrote, rehearsal.dryRun))
    }
}

/// A span of time as people type it.
struct HorizonArgument: ExpressibleByArgument {
    let horizon: Horizon

    init(horizon: Horizon) { self.horizon = horizon }

    init?(argument: String) {
        guard let horizon = Horizon(argument) else { return nil }
        self.horizon = horizon
    }

    var defaultValueDescription: String { horizon.description }
}
