import ArgumentParser
import CanonicalJSON
import Engine
import Exports
import Regulation
import Views

struct JurisdictionList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the countries and regions with their authorities, classes and routes.",
        discussion: """
            With --format json, an array of what 'show' prints for each.

            EXAMPLES
              tasuki jurisdiction list --lang ja
              tasuki jurisdiction list --format json
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    func run() async throws {
        let labels = try global.reporting(nil) { try global.labels() }
        try global.reporting(labels) {
            let all = try global.jurisdictions([])
            let overview = JurisdictionOverview(labels: labels)
            switch output.format {
            case .table: Terminal.print(overview.table(all).text(width: Terminal.width))
            case .json: Terminal.print(JSONValue.array(all.map(\.json)).prettyText())
            case .csv: Terminal.print(CSVTable.text(overview.csv(all)).trimmedEnd)
            }
        }
    }
}
