import ArgumentParser
import Definitions
import Engine
import Regulation
import Statecharts
import Submissions
import Views

struct ProcedureList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the procedures that are configured.",
        discussion: "EXAMPLE\n  tasuki procedure list"
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let labels = try global.reporting(nil) { try global.labels() }
        try global.reporting(labels) {
            var table = Table(["procedure", "standing", "states", "actions", "source"].map { labels["columns.\($0)"] })
            for procedure in try global.configuration().procedures() {
                table.add([
                    "\(procedure.id) – \(labels["procedures.\(procedure.id)"])",
                    labels["standing.\(procedure.standing.rawValue)"], "\(procedure.chart.states.count)",
                    "\(procedure.actions.count)",
                    procedure.sources.map { labels.said($0.text) }.joined(separator: "; "),
                ])
            }
            Terminal.print { table.text(width: $0) }
        }
    }
}
