import ArgumentParser
import Engine
import Regulation
import SQLiteStore
import Statecharts
import Submissions
import Views

struct CasesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cases",
        abstract: "List cases over all submissions by what falls due next: by country, state and whose turn it is.",
        discussion: """
            A page shows the cases that fall due first; those without a date come last. The date is that of the case's \
            running clock or deadline when something last happened to it.

            EXAMPLES
              tasuki cases --country SG
              tasuki cases --turn HSA --due-through 2026-12-31
              tasuki cases --state deciding --limit 20 --format json
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption
    @OptionGroup var page: PageOptions

    @Option(help: "Only this jurisdiction.")
    var country: String?

    @Option(help: "Only cases in this state of their procedure.")
    var state: String?

    @Option(help: "Only cases in which it is the turn of 'applicant' or of this body, such as HSA.")
    var turn: String?

    @Option(help: "Only what falls due through this day.")
    var dueThrough: String?

    func run() async throws {
        try await global.run { workspace, labels in
            var filter = CaseFilter(state: state.map { StateID(rawValue: $0) }, turn: turn.map { CaseTurn($0) })
            filter.jurisdiction = try country.map { try workspace.jurisdiction($0) }
            filter.dueThrough = try dueThrough.map { text in
                guard let date = CivilDate(text) else { throw EngineError.badDate(text, of: "--due-through", .day) }
                return date
            }
            let position = try page.after.map { text in
                guard let position = CasePosition(text) else {
                    throw Failure(.usage, "--after takes the end of a page as it was named, not '\(text)'")
                }
                return position
            }
            let found = try await workspace.tasuki.cases(filter, after: position, limit: page.limit)
            if found.rows.isEmpty { try workspace.tasuki.check(filter) }
            page.tellOfMore(after: found.next?.description, labels)
            let text = CasesText(labels: labels)
            try output.print(
                Answer(
                    display: { text.table(found, width: $0) },
                    payload: { found.json(labels: labels) },
                    sheet: { text.csv(found) }
                )
            )
        }
    }
}
