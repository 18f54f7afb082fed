import ArgumentParser
import Engine
import Regulation
import Views

struct TodayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "today",
        abstract: "Show what there is to do today over all submissions, overdue first, and the command that does it.",
        discussion: """
            First what you owe, then what others owe you, then days that are good to know. A suggested command can be \
            pasted; where … stands in it, put your own words or file first. A workspace without submissions says what \
            to do first.

            EXAMPLES
              tasuki today
              tasuki today --within 6w --lang ja
              tasuki today --as-of 2026-07-01
              tasuki today --format json
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    @Option(help: "How far ahead to look, in days, weeks, months or years: 30d, 6w, 3m, 1y.")
    var within = HorizonArgument(horizon: .month)

    @Option(
        help: "What was known at the end of that day in the workspace's zone, or at that instant; without commands."
    )
    var asOf: String?

    func run() async throws {
        try await global.run { workspace, labels in
            let report = try await workspace.tasuki.today(
                within: within.horizon,
                asOf: try await AsOf.instant(asOf, in: workspace.tasuki)
            )
            let shell = ShellWords(global)
            let text = TodayText(labels: labels, shell: shell)
            try output.print(
                Answer(
                    display: { text.text(report, width: $0) },
                    payload: { report.json(labels: labels, command: shell.line) },
                    sheet: { text.csv(report) }
                )
            )
        }
    }
}
