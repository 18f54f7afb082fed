import ArgumentParser
import CanonicalJSON
import Engine
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
            try output.print(
                Answer(
                    display: { overview.table(all).text(width: $0) },
                    payload: { .array(all.map(\.json)) },
                    sheet: { overview.csv(all) }
                )
            )
        }
    }
}
